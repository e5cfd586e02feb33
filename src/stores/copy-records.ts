import { doneIn, type Ledger, type LedgerRow, type QueueRow, type SealedAppend } from './ledger.ts';
import { lastVersion } from './sealing/chain.ts';
import { OPERATOR_SIGN } from './sealing/operator-sign.ts';
import { streamPages } from './stream-names.ts';

export const READ_AT_A_TIME = 500;

export interface CopiedAppend {
  kind: 'append';
  append: SealedAppend;
  /** Readers that had worked through it. */
  done: string[];
}

/** A part of a ledger as it is copied: appends in their order, the key of an owner before them, the queue's lines last. */
export type CopyRecord =
  | CopiedAppend
  | { kind: 'key'; owner: string; wrapped: Uint8Array }
  | { kind: 'queue'; row: QueueRow };

export interface ReadOptions {
  /** Readers whose progress is copied. */
  readers: readonly string[];
  /** Whether a stream holds effects of others: it is copied so that none is there without its cause. */
  isEffect: (stream: string) => boolean;
}

/**
 * All that is kept in a ledger, as of one moment while others go on writing: what was done is read first, then the
 * queue's lines, then the appends up to where they end. Bodies stay sealed, and no key of the operator is needed.
 */
export async function* recordsOf(ledger: Ledger, options: ReadOptions): AsyncGenerator<CopyRecord> {
  const done = await progressOf(ledger, options.readers);
  const lines = await linesOf(ledger);
  const sign = await ledger.key(OPERATOR_SIGN);
  if (sign) yield { kind: 'key', owner: OPERATOR_SIGN, wrapped: sign };
  const reached: number[] = [];
  for (let partition = 0; partition < ledger.partitions; partition++)
    reached[partition] = yield* appendsOf(ledger, { partition, after: 0, done, passes: () => true });
  // The causes of all effects read so far were written before this point. Their own effects are for the readers to come.
  for (let partition = 0; partition < ledger.partitions && ledger.partitions > 1; partition++)
    yield* appendsOf(ledger, {
      partition,
      after: reached[partition] ?? 0,
      done,
      passes: stream => !options.isEffect(stream),
    });
  for (const row of lines) yield { kind: 'queue', row };
}

/** The position each reader has come to, by partition. */
type Done = Map<string, number[]>;

async function progressOf(ledger: Ledger, readers: readonly string[]): Promise<Done> {
  const done: Done = new Map();
  for (const reader of readers) {
    const positions: number[] = [];
    for (let partition = 0; partition < ledger.partitions; partition++)
      positions.push(await ledger.checkpoint(reader, partition));
    done.set(reader, positions);
  }
  return done;
}

async function linesOf(ledger: Ledger): Promise<QueueRow[]> {
  const lines: QueueRow[] = [];
  for await (const streams of streamPages(ledger, '')) {
    const found = await Promise.all(streams.map(stream => ledger.queue.get(stream)));
    lines.push(...found.filter(line => line !== null));
  }
  return lines;
}

interface Stretch {
  partition: number;
  after: number;
  done: Done;
  passes: (stream: string) => boolean;
}

/** The appends of one partition above a position, up to its end as first met. Returns the last position read. */
async function* appendsOf(
  ledger: Ledger,
  { partition, after, done, passes }: Stretch,
): AsyncGenerator<CopyRecord, number> {
  for (;;) {
    const rows = await ledger.readAll(partition, after, READ_AT_A_TIME);
    after = rows.at(-1)?.position ?? after;
    const passing = rows.filter(row => passes(row.stream));
    for (const owner of new Set(passing.map(row => row.owner))) {
      const wrapped = await ledger.key(owner);
      if (wrapped) yield { kind: 'key', owner, wrapped };
    }
    for (const row of passing)
      yield { kind: 'append', append: appendOf(row), done: await doneFor(ledger, row, partition, done) };
    if (rows.length < READ_AT_A_TIME) return after;
  }
}

const appendOf = ({ position: _, ...append }: LedgerRow): SealedAppend => append;

async function doneFor(ledger: Ledger, row: LedgerRow, partition: number, done: Done): Promise<string[]> {
  const readers: string[] = [];
  for (const [reader, positions] of done)
    if (row.position <= (positions[partition] ?? 0) || (await isDoneIn(ledger, reader, row)))
      readers.push(reader);
  return readers;
}

/** Whether a reader was past an append before that was copied here. */
export const isDoneIn = async (ledger: Ledger, reader: string, append: SealedAppend): Promise<boolean> =>
  lastVersion(append) <= (await ledger.checkpoint(doneIn(reader, append.stream), 0));
