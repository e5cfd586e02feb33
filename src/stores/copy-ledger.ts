import type { ConversationEvent } from '../core/conversation/events.ts';
import { type CopiedAppend, type CopyRecord, isDoneIn, READ_AT_A_TIME } from './copy-records.ts';
import { doneIn, type Ledger, type LedgerResult, type QueueRow, type SealedAppend } from './ledger.ts';
import { endOf, lastVersion } from './sealing/chain.ts';
import { OPERATOR_SIGN } from './sealing/operator-sign.ts';
import { streamNames } from './stream-names.ts';

/** Contradictions that are named; more are only counted. */
const MOST_NAMED = 20;
const ERASED: ConversationEvent['type'] = 'ConversationErased';

/** The copy cannot be put into this ledger at all. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

export interface CopyOptions {
  /** Whether a reaction follows on events of a type: those done before the copy must not be done again. */
  hasEffect: (type: string) => boolean;
  /** Called for every append that was dealt with. */
  onAppend?: (append: SealedAppend) => void;
}

export interface CopyResult {
  /** Appends written, found there already, and left out because their owner was erased here. */
  stored: number;
  present: number;
  erased: number;
  /** What stands in the target otherwise than in the copy, and was left as it is. */
  contradictions: number;
  /** The first of them, in words. */
  named: string[];
  /** Owners whose data here were sealed with another key; nothing of the copy's was taken for them. */
  strangers: Set<string>;
  /** Owners that were erased in the source, and now here too. */
  erasedOwners: string[];
}

/**
 * Puts what was copied from one ledger into another, which may be empty or hold a part of the same past. Nothing that
 * stands there is changed, and done again it changes nothing. What was erased in either stays erased.
 * @throws CopyRefused
 */
export async function copyInto(
  target: Ledger,
  records: AsyncIterable<CopyRecord>,
  options: CopyOptions,
): Promise<CopyResult> {
  const copy = new Copying(target, options);
  const readers = new Set<string>();
  let page: CopyRecord[] = [];
  for await (const record of records) {
    if (record.kind === 'append') for (const reader of record.done) readers.add(reader);
    page.push(record);
    if (page.length < READ_AT_A_TIME) continue;
    await copy.take(page);
    page = [];
  }
  await copy.take(page);
  await copy.erase();
  for (const reader of readers) await skipDone(target, reader, options.hasEffect);
  return copy.result;
}

class Copying {
  readonly result: CopyResult = {
    stored: 0,
    present: 0,
    erased: 0,
    contradictions: 0,
    named: [],
    strangers: new Set(),
    erasedOwners: [],
  };
  readonly #target: Ledger;
  readonly #options: CopyOptions;
  /** Owners whose last event orders their erasure. */
  readonly #toErase = new Set<string>();

  constructor(target: Ledger, options: CopyOptions) {
    this.#target = target;
    this.#options = options;
  }

  /** Keys first, so that nobody finds an append without one; then the appends in their order, all under way at once. */
  async take(page: CopyRecord[]): Promise<void> {
    const keys = page.filter(record => record.kind === 'key');
    for (const { owner, wrapped } of keys) if (owner === OPERATOR_SIGN) await this.#sign(wrapped);
    const owned = keys.filter(({ owner }) => owner !== OPERATOR_SIGN);
    await Promise.all(owned.map(({ owner, wrapped }) => this.#key(owner, wrapped)));
    const all = page.filter(record => record.kind === 'append');
    const appends = all.filter(({ append }) => !this.result.strangers.has(append.owner));
    for (const one of appends) await this.#mark(one);
    const results = await Promise.all(
      appends.map(async ({ append }) => ({ append, result: await this.#target.append(append) })),
    );
    for (const { append, result } of results) await this.#append(append, result);
    const lines = page.filter(record => record.kind === 'queue');
    await Promise.all(lines.map(({ row }) => this.#line(row)));
  }

  /** Carries out here what was erased there; which streams an owner has is known when all have been read. */
  async erase(): Promise<void> {
    if (this.#toErase.size === 0) return;
    const streams = new Map([...this.#toErase].map(owner => [owner, [] as string[]]));
    for await (const stream of streamNames(this.#target, '')) {
      const head = await this.#target.head(stream);
      if (head) streams.get(head.owner)?.push(stream);
    }
    for (const [owner, own] of streams) {
      await this.#target.erase(owner, own);
      for (const stream of own) await this.#target.queue.remove(stream);
      this.result.erasedOwners.push(owner);
    }
  }

  async #sign(wrapped: Uint8Array): Promise<void> {
    const standing = await this.#target.keepKey(OPERATOR_SIGN, wrapped);
    if (standing && Buffer.from(standing).equals(wrapped)) return;
    throw new CopyRefused(
      'The copy was written under another OPERATOR_KEY than what is here; nothing was changed.',
    );
  }

  async #key(owner: string, wrapped: Uint8Array): Promise<void> {
    const standing = await this.#target.keepKey(owner, wrapped);
    if (standing === null || Buffer.from(standing).equals(wrapped)) return;
    this.result.strangers.add(owner);
    this.#contradicts(`${owner} has another key here`);
  }

  /** Said before an append is there, so that no reader takes it for new. */
  async #mark({ append, done }: CopiedAppend): Promise<void> {
    if (!append.types.some(this.#options.hasEffect)) return;
    for (const reader of done)
      if (!(await isDoneIn(this.#target, reader, append)))
        await this.#target.saveCheckpoint(doneIn(reader, append.stream), 0, lastVersion(append));
  }

  async #append(append: SealedAppend, first: LedgerResult): Promise<void> {
    // It may have overtaken the one before it.
    const result = first.outcome === 'conflict' ? await this.#target.append(append) : first;
    this.#count(append, result);
    if (append.types.includes(ERASED) && (result.outcome === 'stored' || (await this.#hasKey(append.owner))))
      this.#toErase.add(append.owner);
    this.#options.onAppend?.(append);
  }

  #count(append: SealedAppend, result: LedgerResult): void {
    const { stream, version } = append;
    if (result.outcome === 'stored') this.result.stored++;
    else if (result.outcome === 'erased') this.result.erased++;
    else if (result.outcome === 'duplicate' && isSame(append, result.row)) this.result.present++;
    else this.#contradicts(`event ${version} of ${stream} is another here`);
  }

  #contradicts(what: string): void {
    this.result.contradictions++;
    if (this.result.named.length < MOST_NAMED) this.result.named.push(what);
  }

  /** The line of a case that was erased here does not come back. */
  async #line(row: QueueRow): Promise<void> {
    const head = await this.#target.head(row.stream);
    if (head && (await this.#hasKey(head.owner))) await this.#target.queue.put(row);
  }

  async #hasKey(owner: string): Promise<boolean> {
    return (await this.#target.key(owner)) !== null;
  }
}

const isSame = (one: SealedAppend, other: SealedAppend): boolean =>
  one.version === other.version && one.types.length === other.types.length && endOf(one) === endOf(other);

/** Moves a reader past all that it need not look at: what was done before the copy, and what has no effect. */
async function skipDone(target: Ledger, reader: string, hasEffect: (type: string) => boolean): Promise<void> {
  for (let partition = 0; partition < target.partitions; partition++) {
    const from = await target.checkpoint(reader, partition);
    const upTo = await endOfDone(target, reader, partition, from, hasEffect);
    if (upTo > from) await target.saveCheckpoint(reader, partition, upTo);
  }
}

async function endOfDone(
  target: Ledger,
  reader: string,
  partition: number,
  from: number,
  hasEffect: (type: string) => boolean,
): Promise<number> {
  for (let upTo = from; ; ) {
    const rows = await target.readAll(partition, upTo, READ_AT_A_TIME);
    for (const row of rows) {
      const isOpen = row.types.some(hasEffect) && !(await isDoneIn(target, reader, row));
      if (isOpen) return upTo;
      upTo = row.position;
    }
    if (rows.length < READ_AT_A_TIME) return upTo;
  }
}
