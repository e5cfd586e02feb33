import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '../../stores/store.ts';
import type { Round, Work } from '../readers/work.ts';
import type { ReactionTools } from './reaction.ts';
import { reactionJob } from './reaction-job.ts';
import { CONVERSATION, DESK } from '../streams.ts';
import { EFFECTIVE, READER, react } from './reactions.ts';

/** Under load, what is committed meanwhile is read together rather than one by one. */
const PACE_MS = 20;
/** So often an effect that fails for a reason of its own is tried at once, before it becomes a job and others go on. */
const TRIES = 3;
const TRY_AGAIN_MS = 50;

/** Carrying out what follows from events, of each conversation one by one. */
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
      const left = new Set(events);
      let isOver = false;
      async function follow(line: readonly StoredEvent[]): Promise<void> {
        for (const stored of line) {
          if (isOver) return;
          if (!(await mayGoOn(stored))) isOver = true;
          // Another line may have ended it meanwhile.
          if (isOver) return;
          await reactOrDefer(stored);
          left.delete(stored);
          // Events of one append share a position: it is done when the last of them is, and all before it.
          const [first] = left;
          if (first) done(first.position - 1);
        }
      }
      for (const lines of stepsOf(events)) await atOnce(lines, follow, () => (isOver = true));
      return left.size === 0;
    },
  };
}

/** So many conversations' effects are carried out at once: a store writes for them together. */
const AT_ONCE = 16;

/**
 * What may be carried out at once, step after step: of each conversation and its desk in order, and all else, which may be
 * about any of them, alone.
 */
function stepsOf(events: readonly StoredEvent[]): StoredEvent[][][] {
  const steps: Map<string | null, StoredEvent[]>[] = [];
  for (const stored of events) {
    const conversation = conversationIn(stored.stream);
    const last = steps.at(-1);
    const step = last && conversation !== null && !last.has(null) ? last : new Map();
    if (step !== last) steps.push(step);
    step.set(conversation, [...(step.get(conversation) ?? []), stored]);
  }
  return steps.map(step => [...step.values()]);
}

/** The conversation that a stream is of; null where its name does not say. */
function conversationIn(stream: string): string | null {
  const prefix = [CONVERSATION, DESK].find(one => stream.startsWith(one));
  return prefix === undefined ? null : stream.slice(prefix.length);
}

/** Follows all lines, some at a time. Where one fails the others end first what they are at. */
async function atOnce<T>(lines: T[], follow: (line: T) => Promise<void>, failed: () => void): Promise<void> {
  const waiting = lines.values();
  const worker = async (): Promise<void> => {
    for (const line of waiting) await follow(line);
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    worker().catch((error: unknown) => {
      failed();
      throw error;
    }),
  );
  const broken = (await Promise.allSettled(workers)).find(one => one.status === 'rejected');
  if (broken) throw broken.reason;
}
