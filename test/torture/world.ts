import type { Ledger } from '../../src/stores/ledger.ts';
import type { Chance } from './chance.ts';

/** Servers that can be killed, over a store that outlives them. */
export interface World {
  /** Where people find the servers; the same for as long as the world stands. */
  urls: string[];
  /** Kills something with -9 and starts it again. Resolves when all stands again, with what it was. */
  strike(chance: Chance): Promise<string>;
  /** What the servers have printed, that of the one started last at the end. */
  said(): string;
  /** The store's ledger, opened beside the servers. */
  ledger(): Promise<Ledger>;
  remove(): Promise<void>;
}

/** The operator's key of every tortured server. */
export const OPERATOR_KEY = Buffer.alloc(32, 9);
