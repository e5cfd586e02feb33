import { z } from 'zod';
import type { Job } from '../../jobs/jobs.ts';
import type { StoredEvent } from '../../stores/store.ts';
import type { ReactionTools } from './reaction.ts';
import { react } from './reactions.ts';

const Data = z.strictObject({ stream: z.string(), version: z.int().positive() });

/** What follows from an event, to be tried again later and out of order. */
export const reactionJob = ({ stream, version }: StoredEvent): Job => ({
  id: `reaction-${stream}@${version}`,
  kind: 'reaction',
  data: { stream, version },
});

export async function runReaction({ data }: Job, tools: ReactionTools): Promise<string> {
  const { stream, version } = Data.parse(data);
  const [stored] = await tools.store.read(stream, version - 1);
  if (stored?.version !== version) return 'erased meanwhile';
  await react(stored, tools);
  return stored.event.type;
}
