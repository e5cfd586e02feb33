import {
  BrokenCircuitError,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  IsolatedCircuitError,
} from 'cockatiel';
import { CallFailed } from './call-failed.ts';

/** So many calls in a row fail before the model is left alone. */
const FAILURES = 5;
/** Milliseconds after which one call tries whether it is well again. */
export const HALF_OPEN_AFTER = 30_000;
/** Milliseconds for which a provider is left alone at most, however long it asks for. */
export const LONGEST_HOLD = 10 * 60_000;

export interface Circuit {
  /** Rejects with `circuit-open` while the model is left alone. */
  run<T>(call: () => Promise<T>): Promise<T>;
}

/**
 * Leaves a model alone that fails, and for as long as it asks for one that is asked too often.
 * @param onChange told when it is left alone, with what failed last, and when it is asked again
 */
export function openCircuit(onChange: (isOpen: boolean, last: CallFailed | null) => void): Circuit {
  const policy = circuitBreaker(handleAll, {
    halfOpenAfter: HALF_OPEN_AFTER,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  let last: CallFailed | null = null;
  policy.onBreak(() => onChange(true, last));
  policy.onReset(() => onChange(false, null));

  function hold(milliseconds: number): void {
    if (policy.state === CircuitState.Isolated) return;
    const held = policy.isolate();
    setTimeout(held.dispose, Math.min(milliseconds, LONGEST_HOLD)).unref();
  }

  return {
    async run(call) {
      try {
        return await policy.execute(async () => {
          try {
            return await call();
          } catch (error) {
            last = error instanceof CallFailed ? error : null;
            throw error;
          }
        });
      } catch (error) {
        if (error instanceof BrokenCircuitError || error instanceof IsolatedCircuitError)
          throw new CallFailed('circuit-open');
        if (error instanceof CallFailed && error.failure === 'rate-limited')
          hold(error.retryAfterMs ?? HALF_OPEN_AFTER);
        throw error;
      }
    },
  };
}
