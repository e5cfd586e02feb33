import { createHash } from 'node:crypto';
import type { CaseEvent } from '../../core/case/events.ts';
import { caseOf } from '../../core/case/evolve.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import type { WebhookMessage, WebhookType } from '../../webhooks/webhooks.ts';
import { conversationEvents } from '../loaded-conversations.ts';
import { CASE, CONVERSATION } from '../streams.ts';
import { webhookJob } from '../webhook-jobs.ts';
import type { ReactionTools } from './reaction.ts';

/** Tells the operator's own systems: a job for each target, the same one however often this runs. */
export const tellWebhooks =
  (type: WebhookType) =>
  async (stored: StoredEvent, { store, jobs, webhooks }: ReactionTools): Promise<void> => {
    if (webhooks.targets.length === 0) return;
    const data = await dataOf(stored, store);
    if (!data) return;
    const message = { id: idOf(stored), type, timestamp: stored.at, data };
    for (const target of webhooks.targets) await jobs.add(webhookJob(message, target));
  };

const idOf = ({ stream, version }: StoredEvent): string =>
  `evt_${createHash('sha256').update(`${stream}@${version}`).digest('hex').slice(0, 32)}`;

/** How the case or the conversation stood after the event; null where it was erased. */
async function dataOf(
  { stream, version }: StoredEvent,
  store: Store,
): Promise<WebhookMessage['data'] | null> {
  const events = (await store.read(stream)).filter(one => one.version <= version);
  if (stream.startsWith(CASE)) {
    const { file, status } = caseOf(events.map(one => one.event as CaseEvent));
    return (
      file && {
        conversation: file.conversation,
        number: file.number,
        status,
        negotiation: file.negotiation.id,
        deadline: file.answerBy,
      }
    );
  }
  const { started, filed, negotiation, handoff } = conversationOf(conversationEvents(events));
  const last = filed.at(-1);
  return started
    ? {
        conversation: stream.slice(CONVERSATION.length),
        number: last?.number ?? null,
        status: handoff.state,
        negotiation,
        deadline: last?.answerBy ?? null,
      }
    : null;
}
