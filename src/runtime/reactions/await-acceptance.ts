import { acceptanceJob } from '../desk/acceptance.ts';
import { CONVERSATION } from '../streams.ts';
import type { Reaction } from './reaction.ts';

/** Somebody who waits is told when nobody has come in time. */
export const awaitAcceptance: Reaction<'HandoffRequested'> = async (
  { stream, at, event },
  { jobs, acceptBy },
) => {
  const conversation = stream.slice(CONVERSATION.length);
  await jobs.add(acceptanceJob(conversation, event.request, acceptBy(at)));
};
