import type { Conversations } from '../channels/channel.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { buildGate } from './build-gate.ts';
import { clientAddress } from './client-address.ts';
import type { Gate } from './gate.ts';
import { guardedConversations } from './guarded-conversations.ts';
import { Load, type LoadMarks } from './load.ts';
import { rateLimits, type RateLimitsOptions } from './rate-limits.ts';

export interface GuardOptions extends RateLimitsOptions {
  trustProxy: readonly string[];
  full: LoadMarks;
  metrics: Metrics;
  /** Told once what the operator should know. */
  warn: (sentence: string) => void;
}

export interface Guard {
  gate: Gate;
  /** The same conversations, which take no more than the gate lets through. */
  around(conversations: Conversations): Conversations;
  /** Begins to mind how long work waits. Before, only the number of turns counts. */
  begin(): void;
  close(): void;
}

const UNKNOWN_PROXY =
  'a proxy stands before this server: until TRUST_PROXY names it, all its clients count as one';

/** All that turns people away when there is too much to do. */
export function openGuard({ trustProxy, full, metrics, warn, ...counted }: GuardOptions): Guard {
  const load = new Load(full);
  const limits = rateLimits(counted);
  const address = clientAddress(trustProxy, () => warn(UNKNOWN_PROXY));
  const gate = buildGate({ address, limits, load, metrics });
  metrics.watch('turns-in-flight', () => load.turns);
  return {
    gate,
    around: conversations => guardedConversations(conversations, { gate, load, metrics }),
    begin: () => load.begin(),
    close() {
      limits.close();
      load.close();
    },
  };
}
