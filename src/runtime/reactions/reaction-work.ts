import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '../../stores/store.ts';
import type { Round, Work } from '../readers/work.ts';
import type { ReactionTools } from './reaction.ts';
import { reactionJob } from './reaction-job.ts';
import { EFFECTIVE, READER, react } from './reactions.ts';

/** Under load, what is committed meanwhile is read together rather than one by one. */
const PACE_MS = 20;
/** So often an effect that fails for a reason of its own is tried at once, before it becomes a job and others go on. */
const TRIES = 3;
const TRY_AGAIN_MS = 50;

/** Carrying out what follows from events, one by one. */
export function reactionWork(tools: ReactionTools, onError: (error: unknown) => void): Work<StoredEvent> {
  const { store, jobs } = tools;

  /**
   * What fails because the store is away waits for it, and all else with it. What fails for a reason of its own becomes
   * a job, so that one bad event does not keep everybody's effects back.
   */
  async function reactOrDefer(stored: StoredEvent): Promise<void> {
    for (let left = TRIES; ; left--) {
      try {
        return await react(stored, tools);
      } catch (error) {
        await store.probe();
        if (left > 1) await pause(TRY_AGAIN_MS);
        else {
          await jobs.add(reactionJob(stored));
          return onError(error);
        }
      }
    }
  }

  return {
    reader: READER,
    paceMs: PACE_MS,
    async read(partition, after, limit) {
      const { events, upTo } = await store.readAll(partition, after, limit, EFFECTIVE);
      return { items: events, upTo };
    },
    async take(events, { mayGoOn, done }: Round) {
      for (const [at, stored] of events.entries()) {
        if (!(await mayGoOn(stored))) return false;
        await reactOrDefer(stored);
        // Events of one append share a position: it is done when the last of them is.
        if (events[at + 1]?.position !== stored.position) done(stored.position);
      }
      return true;
    },
  };
}
