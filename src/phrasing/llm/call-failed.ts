import type { PhrasingFailure } from '../phraser.ts';

/**
 * A model gave no usable words. It tells why and nothing else: what libraries throw quotes requests, answers and
 * headers, and with them what people said, or the key.
 */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly failure: PhrasingFailure;
  /** The provider's HTTP status. */
  readonly status: number | null;
  /** Milliseconds after which the provider wants to be asked again. */
  readonly retryAfterMs: number | null;

  constructor(
    failure: PhrasingFailure,
    { status = null, retryAfterMs = null }: { status?: number | null; retryAfterMs?: number | null } = {},
  ) {
    super(`the model gave no words: ${failure}`);
    this.failure = failure;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
