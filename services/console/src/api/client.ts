/** Calls to the API: the key goes along, a refusal comes back as an ApiError that says why. */
import { readSession } from './session.ts';

export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** A problem document (RFC 9457), or that the server could not be reached (status 0). */
export class ApiError extends Error {
  readonly status: number;
  /** Last part of the problem's type: 'not-found'. */
  readonly code: string;
  readonly faults: readonly Fault[];

  constructor(status: number, code: string, detail: string, faults: readonly Fault[] = []) {
    super(detail);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}

export interface CallOptions {
  readonly method?: 'GET' | 'POST';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with `type`. */
  readonly body?: Blob | string;
  readonly type?: string;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** In place of the session's, to try one out. */
  readonly token?: string;
}

let onSignedOut = (): void => {};

/** Told when a key that held does not hold any more. */
export function whenSignedOut(tell: () => void): void {
  onSignedOut = tell;
}

/** Rejects with ApiError for whatever is not a 2xx. */
export async function call(path: string, options: CallOptions = {}): Promise<Response> {
  const token = options.token ?? readSession()?.token;
  const headers = new Headers(options.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (options.accept !== undefined) headers.set('accept', options.accept);
  const body = options.json === undefined ? options.body : JSON.stringify(options.json);
  if (body !== undefined) headers.set('content-type', options.type ?? 'application/json');
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      ...(body === undefined ? {} : { body }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      credentials: 'omit',
    });
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw new ApiError(0, 'unreachable', '');
  }
  if (answer.ok) return answer;
  // Without a session there is none to end; a token that is tried out is not the session's.
  if (answer.status === 401 && token !== undefined && options.token === undefined) onSignedOut();
  throw await readProblem(answer);
}

/** The answer's JSON. Its shape is the contract's, which the server holds itself to. */
export async function callJson<Value>(path: string, options: CallOptions = {}): Promise<Value> {
  const answer = await call(path, options);
  return (await answer.json()) as Value;
}

async function readProblem(answer: Response): Promise<ApiError> {
  try {
    const problem = (await answer.json()) as {
      readonly type?: string;
      readonly detail?: string;
      readonly title?: string;
      readonly faults?: readonly Fault[];
    };
    const code = problem.type?.split(':').at(-1) ?? 'unknown';
    return new ApiError(
      answer.status,
      code,
      problem.detail ?? problem.title ?? '',
      problem.faults ?? [],
    );
  } catch {
    return new ApiError(answer.status, 'unknown', answer.statusText);
  }
}

/** '?a=1&b=2', leaving out what is empty; '' when nothing is left. */
export function writeQuery(
  given: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
