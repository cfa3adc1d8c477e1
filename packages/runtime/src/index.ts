export type * from './ports/clock.ts';
export type * from './ports/event-stream.ts';
export type * from './ports/job-queue.ts';
export type * from './ports/store.ts';
