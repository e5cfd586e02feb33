import type { Deed } from '../../console/desk.ts';
import type { Store, StreamEvent } from '../../stores/store.ts';
import { deedsIn } from './deeds.ts';

/** Somebody else has changed what is to be changed, since it was looked at. */
export class Stale extends Error {
  override readonly name = 'Stale';
  readonly version: number;
  readonly since: Deed[];

  constructor(version: number, since: Deed[]) {
    super('somebody else was faster');
    this.version = version;
    this.since = since;
  }
}

/**
 * To be asked within the decision, so that it holds when that is stored.
 * @param cause of the change itself, which may be stored already when it is sent again
 * @param isDecidedOn which of the events since would have made the decision another
 * @throws Stale
 */
export async function checkUnchanged(
  store: Store,
  { stream, cause, seen }: { stream: string; cause: string; seen: number },
  isDecidedOn: (event: StreamEvent) => boolean,
): Promise<void> {
  const events = await store.read(stream, seen);
  const changes = events.filter(one => one.cause !== cause && isDecidedOn(one.event));
  const last = events.at(-1);
  if (changes.length > 0 && last) throw new Stale(last.version, deedsIn(changes));
}
