import { CONSOLE_API, CONSOLE_HEADER } from '../../../protocol/console/agreed.ts';
import type { ConsoleError } from '../../../protocol/console/errors.ts';

/** Why a call came to nothing; `offline`: no answer came; `full`: the server has too much to do. */
export type Failure = ConsoleError | 'offline' | 'full';

export class CallFailed extends Error {
  readonly failure: Failure;
  /** What more the server said of it. */
  readonly more: Record<string, unknown>;

  constructor(failure: Failure, more: Record<string, unknown> = {}) {
    super(failure);
    this.failure = failure;
    this.more = more;
  }
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Calls a route of the console's API; undefined where it answers nothing. Rejects with `CallFailed`. */
export async function call<T>(method: Method, path: string, body?: object): Promise<T> {
  const answer = await ask(method, path, body);
  if (answer.status === 204) return undefined as T;
  const told = await answer.json().catch(() => null);
  if (answer.ok && told !== null) return told as T;
  throw failureIn(answer.status, told);
}

/** Calls a route that answers a file. Rejects with `CallFailed`. */
export async function callForFile(path: string): Promise<Blob> {
  const answer = await ask('GET', path);
  if (!answer.ok) throw failureIn(answer.status, await answer.json().catch(() => null));
  return answer.blob().catch(() => {
    throw new CallFailed('offline');
  });
}

/** So often a full server is asked again, when it says. */
const MOST_WAITS = 3;
const FULL = 503;

/** Nothing was done of what a full server refused. */
async function ask(method: Method, path: string, body?: object): Promise<Response> {
  for (let waits = 0; ; waits++) {
    const answer = await askOnce(method, path, body);
    const seconds = Number(answer.headers.get('Retry-After'));
    if (answer.status !== FULL || seconds === 0 || waits === MOST_WAITS) return answer;
    await new Promise(resolve => setTimeout(resolve, seconds * 1_000));
  }
}

const askOnce = (method: Method, path: string, body?: object): Promise<Response> =>
  fetch(CONSOLE_API + path, {
    method,
    headers: {
      [CONSOLE_HEADER]: '1',
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new CallFailed('offline');
  });

function failureIn(status: number, told: unknown): CallFailed {
  const { error, ...more } = (told ?? {}) as { error?: ConsoleError };
  if (error === 'busy' && status === FULL) return new CallFailed('full', more);
  return new CallFailed(error ?? (status >= 500 ? 'failed' : 'offline'), more);
}

/** Whether what was called for may have been done all the same. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof CallFailed && (error.failure === 'offline' || error.failure === 'failed');

/** Never asks again for what was refused; what did not get through may be tried once more. */
export const mayRetry = (failed: number, error: unknown): boolean => failed < 1 && isUncertain(error);

export const query = (given: Record<string, string | number | null | undefined>): string => {
  const set = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
};
