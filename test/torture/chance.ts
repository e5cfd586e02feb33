import { Dice } from '../../src/demo/dice.ts';

/** Chance of a torture: the same seed gives the same numbers. */
export class Chance extends Dice {
  upTo(most: number): number {
    return this.next() * most;
  }
}
