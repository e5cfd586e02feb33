import { Busy, type Conversations } from '../channels/channel.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Gate } from './gate.ts';
import type { Load } from './load.ts';

/** Conversations that take no more messages than the gate lets through, and tell the metrics how they fare. */
export function guardedConversations(
  conversations: Conversations,
  { gate, load, metrics }: { gate: Gate; load: Load; metrics: Metrics },
): Conversations {
  return {
    ...conversations,
    async receive(conversation, message) {
      const turned = await gate.pass('messages', conversation);
      if (turned) throw new Busy(turned.retryAfter);
      const began = performance.now();
      try {
        const outcome = await load.during(() => conversations.receive(conversation, message));
        metrics.count('turns', 'answered');
        return outcome;
      } catch (error) {
        metrics.count('turns', 'failed');
        throw error;
      } finally {
        metrics.turnTook('whole', performance.now() - began);
      }
    },
  };
}
