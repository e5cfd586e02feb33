import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Mind } from '../../core/dialogue/mind.ts';
import type { DeskHours } from '../../core/dialogue/moment.ts';
import { takeCommand } from '../../core/dialogue/take-command.ts';
import type { Job, NewJob } from '../../jobs/jobs.ts';
import { UnknownConversation } from '../../channels/channel.ts';
import type { ConversationWriter } from '../conversation-writer.ts';

const Data = z.strictObject({ conversation: z.string(), request: z.string() });

/** Looks, when time is up, whether somebody has accepted a request. */
export const acceptanceJob = (conversation: string, request: string, due: string): NewJob => ({
  id: `acceptance-${createHash('sha256').update(`${conversation} ${request}`).digest('hex')}`,
  kind: 'acceptance',
  data: { conversation, request },
  due,
});

export async function runAcceptance(
  { data }: Job,
  { writer, mind }: { writer: ConversationWriter; mind: Mind },
): Promise<string> {
  const { conversation, request } = Data.parse(data);
  try {
    const { events } = await writer.order(conversation, `unanswered:${request}`, async state => {
      const decision = takeCommand(
        state,
        { command: 'unanswered', request },
        mind,
        await writer.moment(state),
      );
      return 'events' in decision ? decision.events : [];
    });
    return events.length > 0 ? 'nobody came' : 'nobody waits any more';
  } catch (error) {
    if (error instanceof UnknownConversation) return 'erased meanwhile';
    throw error;
  }
}

/**
 * By when a request is to be accepted: so long after it was made, or after the desk opens.
 * @param patience milliseconds
 */
export const acceptByWithin =
  (patience: number, hours: (now: string) => DeskHours) =>
  (requestedAt: string): string => {
    const { isOpen, opensAt } = hours(requestedAt);
    const from = isOpen || opensAt === null ? requestedAt : opensAt;
    return new Date(Date.parse(from) + patience).toISOString();
  };
