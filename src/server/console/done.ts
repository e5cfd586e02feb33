import type { Done } from '../../console/desk.ts';
import type { ConsoleError } from '../../protocol/console/errors.ts';
import type { Refusal } from './route.ts';

/** What a change is answered with: the version it led to, or why it was refused and how things stand. */
export function answerDone<R extends ConsoleError>(done: Done<R>): { version: number } | Refusal {
  if (done.done) return { version: done.version };
  const { version } = done;
  if (done.refused === 'stale')
    return { refused: 'stale', version, changes: 'since' in done ? done.since : [] };
  return { refused: done.refused, version };
}
