import { crc32 } from 'node:zlib';
import type { Connection } from './connection.ts';
import { script } from './script.ts';

/** How the keys below are laid out. */
const FORMAT = 1;

/** Into so many parts a new ledger is divided: enough that a cluster can spread them, few enough to ask them all. */
const PARTITIONS = 16;

const layout = script('layout');

/**
 * Where things lie. What a script writes in one step must lie in one slot of a cluster, so all keys of a partition share
 * a hash tag, the part in braces; all else about a stream follows from its name.
 */
export class Layout {
  /** What the keys of each partition begin with. */
  readonly bases: readonly string[];
  readonly #prefix: string;

  private constructor(prefix: string, partitions: number) {
    this.#prefix = prefix;
    this.bases = Array.from({ length: partitions }, (_, at) => `${prefix}{${at}}:`);
  }

  /**
   * The layout of the ledger under a prefix; at its first use it is laid down for good.
   * @throws Error when the server is older than Redis 7, or the ledger was written by a newer Parley
   */
  static async of(connection: Connection, prefix: string): Promise<Layout> {
    const fresh = JSON.stringify({ format: FORMAT, partitions: PARTITIONS });
    const found = (await connection.run(layout, [`${prefix}{layout}`], [fresh])) as Buffer | null;
    if (found === null) throw new Error('This Redis is too old: Parley needs version 7.0 or newer.');
    const { format, partitions } = JSON.parse(found.toString()) as { format: number; partitions: number };
    if (format !== FORMAT)
      throw new Error('What lies in this Redis was written by a newer version of Parley; start that one.');
    return new Layout(prefix, partitions);
  }

  get partitions(): number {
    return this.bases.length;
  }

  /** What the keys of a partition begin with. */
  base(partition: number): string {
    const base = this.bases[partition];
    if (base === undefined)
      throw new Error(`There is no partition ${partition}; there are ${this.partitions}.`);
    return base;
  }

  /** What the keys begin with where a stream lies, or an owner's key, or a lease. */
  baseOf(name: string): string {
    return this.base(crc32(name) % this.partitions);
  }

  /** What the keys of the queue begin with. It lies in one slot, since its lists go across all streams. */
  get queue(): string {
    return `${this.#prefix}{queue}:`;
  }
}

/** Where the writers of a partition tell of what they have written. */
export const noticesOf = (base: string): string => `${base}notices`;

/** Where the marks of a partition's owners lie: the rows, the places of their last changes, and the last place given. */
export const marksKeys = (base: string): [rows: string, places: string, last: string] => [
  `${base}marks`,
  `${base}marks-places`,
  `${base}marks-last`,
];
