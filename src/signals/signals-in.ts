import { localSignals } from './local-signals.ts';
import type { SignalPlace } from './redis/redis-signals.ts';
import type { Signals } from './signals.ts';

/** Signals through the Redis that several processes share, or within this process where there is none. */
export async function signalsIn(
  place: SignalPlace | null,
  onError: (error: unknown) => void,
): Promise<Signals> {
  if (!place) return localSignals();
  // Its client takes a third of a second to load.
  const { redisSignals } = await import('./redis/redis-signals.ts');
  return redisSignals(place, onError);
}
