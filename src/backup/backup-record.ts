import type { CopiedAppend, CopyRecord } from '../stores/copy-records.ts';
import type { QueueRow } from '../stores/ledger.ts';
import { BrokenFile, type FileRecord } from './record-file.ts';

/** What a backup holds: the ledger first, then the files people sent, sealed. */
export type BackupRecord = CopyRecord | { kind: 'file'; owner: string; sha256: string; sealed: Uint8Array };

const NOTHING = new Uint8Array();

/** What is short goes into the head; bytes are the body. */
export function toFile(record: BackupRecord): FileRecord {
  switch (record.kind) {
    case 'append': {
      const { chain, body, ...open } = record.append;
      const head = { kind: record.kind, ...open, done: record.done, chain: chain.length };
      return { head, body: Buffer.concat([chain, body]) };
    }
    case 'key':
      return { head: { kind: record.kind, owner: record.owner }, body: record.wrapped };
    case 'queue':
      return { head: { kind: record.kind, row: record.row }, body: NOTHING };
    case 'file':
      return { head: { kind: record.kind, owner: record.owner, sha256: record.sha256 }, body: record.sealed };
  }
}

/** @throws BrokenFile for a kind that this Parley does not know */
export function fromFile({ head: { kind, ...head }, body }: FileRecord): BackupRecord {
  switch (kind) {
    case 'append': {
      const { done, chain, ...open } = head as { done: string[]; chain: number } & Omit<
        CopiedAppend['append'],
        'chain' | 'body'
      >;
      return { kind, append: { ...open, chain: body.subarray(0, chain), body: body.subarray(chain) }, done };
    }
    case 'key':
      return { kind, owner: head['owner'] as string, wrapped: body };
    case 'queue':
      return { kind, row: head['row'] as QueueRow };
    case 'file':
      return { kind, owner: head['owner'] as string, sha256: head['sha256'] as string, sealed: body };
    default:
      throw new BrokenFile(`this Parley does not know what a record of kind ${kind} is`);
  }
}
