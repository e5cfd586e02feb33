import type { Metrics } from '../metrics/metrics.ts';
import type { ClientAddress } from './client-address.ts';
import type { Gate } from './gate.ts';
import type { LimitName, Limits } from './limits.ts';
import type { Load } from './load.ts';

/** Seconds after which a full server is asked again. */
const FULL_FOR = 5;
/** What costs next to nothing is let through however much there is to do: without it a widget cannot even say so. */
const CHEAP: ReadonlySet<LimitName> = new Set(['pages', 'noise']);

export function buildGate(parts: {
  address: ClientAddress;
  limits: Limits;
  load: Load;
  metrics: Metrics;
}): Gate {
  const { address, limits, load, metrics } = parts;
  return {
    ...address,
    async pass(name, key) {
      if (load.isFull && !CHEAP.has(name)) {
        metrics.count('refusals', 'full');
        return { because: 'full', retryAfter: FULL_FOR };
      }
      const retryAfter = await limits.take(name, key);
      if (retryAfter === 0) return null;
      metrics.count('refusals', 'too-many');
      return { because: 'too-many', retryAfter };
    },
  };
}
