/** Jobs and handlers for the contract suite of job queues. */
import type { FailedJob, Job, JobHandler, JobOutcome, NewJob } from '../ports/job-queue.ts';
import { oddTexts } from './samples.ts';

export const done: JobOutcome = { kind: 'done' };
export const hour = 3_600_000;

export function job(id: string, some: Partial<NewJob> = {}): NewJob {
  return { id, payload: `{"of":"${id}"}`, maxAttempts: 3, backoffMs: 1, ...some };
}

/** Handles jobs as `decide` says and remembers them. */
export function recorder(decide: (job: Job) => JobOutcome | Promise<JobOutcome> = () => done) {
  const seen: Job[] = [];
  const failed: FailedJob[] = [];
  const handler: JobHandler = async (one) => {
    seen.push(one);
    return await decide(one);
  };
  const onFailed = async (one: FailedJob) => {
    failed.push(one);
  };
  return { seen, failed, handler, onFailed, ids: () => seen.map((one) => one.id) };
}

export const empty = { waiting: 0, active: 0, delayed: 0, failed: 0 };

export function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function byId(failed: readonly FailedJob[]): FailedJob[] {
  return failed.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

export function told(id: string): Pick<FailedJob, 'id' | 'payload'> {
  return { id, payload: job(id).payload };
}

/** Ids an engine might refuse, cut short or take for one another. */
export const oddNames: readonly string[] = [
  ...oddTexts,
  '1',
  '01',
  '0',
  '-1',
  'a:b',
  'a:b:c',
  ':',
  'a_b',
  'a.b',
  'A',
  'a',
  '_003a',
  'j.a',
  '{}',
  'e\u0301',
  '\u00e9',
  'lone \ud800',
  'x'.repeat(5_000),
  `${'x'.repeat(5_000)}:`,
];
