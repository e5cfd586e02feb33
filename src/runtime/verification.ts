import type { EvidenceFiles } from '../evidence/evidence-files.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { AuditStream, Fault, StreamAudit } from '../stores/audit.ts';
import type { Ledger } from '../stores/ledger.ts';
import type { Progress } from '../progress.ts';
import { streamNames } from '../stores/stream-names.ts';
import { CASE, CONVERSATION, conversationStream } from './streams.ts';

const PAGE = 500;

export interface VerificationParts {
  ledger: Ledger;
  audit: AuditStream;
  files: EvidenceFiles;
  evidence: EvidenceStore;
  progress: Progress;
}

/** What was looked at, and what was found. */
export interface Verdict {
  streams: number;
  events: number;
  files: number;
  /** Conversations whose key was destroyed on purpose; their chain was checked all the same. */
  erased: number;
  /** The fault that was found first. */
  first: Fault | null;
  faults: number;
}

/** Reads everything that is stored and checks that it is as it was written. One stream at a time is held in memory. */
export class Verification {
  readonly #parts: VerificationParts;
  readonly #verdict: Verdict = { streams: 0, events: 0, files: 0, erased: 0, first: null, faults: 0 };

  constructor(parts: VerificationParts) {
    this.#parts = parts;
  }

  async run(): Promise<Verdict> {
    const { ledger, progress } = this.#parts;
    let streams = 0;
    for await (const _ of streamNames(ledger, '')) streams++;
    progress.begin('streams', streams);
    for await (const stream of streamNames(ledger, '')) {
      await this.#stream(stream);
      progress.step();
    }
    progress.begin('lists', streams);
    for (let partition = 0; partition < ledger.partitions; partition++) await this.#unlisted(partition);
    progress.end();
    await this.#leftOver();
    return this.#verdict;
  }

  #found(...faults: Fault[]): void {
    this.#verdict.first ??= faults[0] ?? null;
    this.#verdict.faults += faults.length;
  }

  async #stream(stream: string): Promise<void> {
    const found = await this.#parts.audit(stream);
    this.#verdict.streams++;
    this.#verdict.events += found.types.length;
    this.#found(...found.faults);
    if (stream.startsWith(CASE)) await this.#belongs(found);
    if (found.opened === null) return this.#erased(found);
    if (found.types.at(-1) === 'ConversationErased')
      return this.#found(
        atEnd(found, 'orders an erasure that has not been carried out; run npm run erase again'),
      );
    if (stream.startsWith(CONVERSATION)) await this.#evidence(found, found.opened);
  }

  /** A case is of the conversation in which it was filed. */
  async #belongs(found: StreamAudit): Promise<void> {
    const conversation = await this.#parts.ledger.head(conversationStream(found.owner));
    if (!conversation) this.#found(atEnd(found, 'is of a case whose conversation is missing'));
  }

  /** Without a key there must be the event that ordered its destruction. */
  async #erased(found: StreamAudit): Promise<void> {
    const isConversation = found.stream === conversationStream(found.owner);
    const last = isConversation ? found.types.at(-1) : await this.#lastType(conversationStream(found.owner));
    if (last !== 'ConversationErased')
      return this.#found(atEnd(found, 'cannot be opened: its key is gone, and no erasure is noted'));
    if (isConversation) this.#verdict.erased++;
  }

  async #lastType(stream: string): Promise<string | undefined> {
    const { ledger } = this.#parts;
    const head = await ledger.head(stream);
    const rows = head ? await ledger.read(stream, head.version - 1) : [];
    return rows.at(-1)?.types.at(-1);
  }

  /** The files of a conversation are there, and are what was received. */
  async #evidence({ stream, owner }: StreamAudit, opened: NonNullable<StreamAudit['opened']>): Promise<void> {
    for (const [at, event] of opened.entries()) {
      if (event.type !== 'EvidenceStored') continue;
      this.#verdict.files++;
      const what = await this.#fileFault(owner, event.evidence.sha256);
      if (what) this.#found({ stream, version: at + 1, type: event.type, what });
    }
  }

  async #fileFault(owner: string, sha256: string): Promise<string | null> {
    const { ledger, evidence } = this.#parts;
    try {
      if (await evidence.get(owner, sha256)) return null;
    } catch {
      return 'names a file that has been changed';
    }
    // It may have been erased while it was looked at.
    return (await ledger.key(owner)) === null ? null : 'names a file that is missing';
  }

  /** Events whose stream stands in no list would never be read by it. */
  async #unlisted(partition: number): Promise<void> {
    const { ledger, progress } = this.#parts;
    const told = new Set<string>();
    for (let after = 0; ; ) {
      const rows = await ledger.readAll(partition, after, PAGE);
      after = rows.at(-1)?.position ?? after;
      const firsts = rows.filter(row => row.version === 1);
      for (const { stream, types } of rows) {
        if (told.has(stream) || (await ledger.head(stream))) continue;
        told.add(stream);
        this.#found({
          stream,
          version: 1,
          type: types[0] ?? null,
          what: 'stands in a stream that no list names',
        });
      }
      progress.step(firsts.length);
      if (rows.length < PAGE) return;
    }
  }

  /** Nothing may be left of a conversation that was erased. */
  async #leftOver(): Promise<void> {
    const { ledger, files } = this.#parts;
    for await (const { owner } of files.list()) {
      if ((await ledger.key(owner)) !== null) continue;
      const stream = conversationStream(owner);
      this.#found({ stream, version: 0, type: null, what: 'has a file left although its key is gone' });
    }
  }
}

const atEnd = ({ stream, types }: StreamAudit, what: string): Fault => ({
  stream,
  version: types.length,
  type: types.at(-1) ?? null,
  what,
});
