import { orderId } from './order-id.ts';

/** Milliseconds within which the same order is one that is given again because its answer got lost; later it is meant anew. */
const GIVEN_AGAIN_WITHIN = 2 * 60_000;

/** Ids for the orders of one place: whoever gives one again whose answer got lost has it carried out once. */
export class OrderIds {
  #lost: { what: string; id: string; since: number } | null = null;

  /**
   * @param what the order, in a form in which the same is equal
   * @param now milliseconds of a clock that never goes back
   */
  idFor(what: string, now: number): string {
    const lost = this.#lost;
    return lost?.what === what && now - lost.since < GIVEN_AGAIN_WITHIN ? lost.id : orderId();
  }

  /** The answer is there: whatever is ordered now is another order. */
  answered(): void {
    this.#lost = null;
  }

  /** Nobody knows whether it was carried out. */
  lost(what: string, id: string, now: number): void {
    this.#lost = { what, id, since: this.#lost?.id === id ? this.#lost.since : now };
  }
}
