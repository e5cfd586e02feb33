import { buildGate } from '../../src/limits/build-gate.ts';
import { clientAddress } from '../../src/limits/client-address.ts';
import { guardedConversations } from '../../src/limits/guarded-conversations.ts';
import type { Allowances } from '../../src/limits/limits.ts';
import { Load, type LoadMarks } from '../../src/limits/load.ts';
import { rateLimits } from '../../src/limits/rate-limits.ts';
import { prometheusMetrics } from '../../src/metrics/prometheus/prometheus-metrics.ts';
import { startServer, type TestParts, type TestServer } from './server.ts';

export interface GuardedServer extends TestServer {
  /** What Prometheus would read. */
  metrics(): Promise<string>;
}

/** A server with limits, as `main` puts it together. */
export async function guardedServer(
  allowances: Allowances,
  {
    trusted = [],
    marks = { turns: 1_000, delay: 60_000 },
    ...parts
  }: TestParts & { trusted?: string[]; marks?: LoadMarks } = {},
): Promise<GuardedServer> {
  const metrics = prometheusMetrics();
  const load = new Load(marks);
  load.begin();
  const limits = rateLimits({ allowances });
  const gate = buildGate({ address: clientAddress(trusted), limits, load, metrics });
  const server = await startServer(
    { gate, metrics },
    conversations => guardedConversations(conversations, { gate, load, metrics }),
    parts,
  );
  return {
    ...server,
    metrics: async () => (await metrics.page()).text,
    async stop() {
      await server.stop();
      limits.close();
      load.close();
    },
  };
}
