import { stat } from 'node:fs/promises';
import type { EvidenceFiles } from '../evidence/evidence-files.ts';
import type { Progress } from '../progress.ts';
import { copyInto, type CopyOptions, type CopyResult } from '../stores/copy-ledger.ts';
import type { CopyRecord } from '../stores/copy-records.ts';
import type { Ledger } from '../stores/ledger.ts';
import { type BackupRecord, fromFile } from './backup-record.ts';
import { readRecords } from './record-file.ts';

export interface RestoreParts {
  ledger: Ledger;
  files: EvidenceFiles;
  copying: CopyOptions;
  progress: Progress;
}

export interface Restored extends CopyResult {
  /** Files put in their place; those that were there already among them. */
  files: number;
}

/**
 * Puts a backup into a store that is empty or holds a part of the same past. The file is first read to its end, so that
 * one that is not whole changes nothing. What stands in the store already stays, and what was erased there stays erased.
 * @throws BrokenFile or CopyRefused
 */
export async function restore(path: string, parts: RestoreParts): Promise<Restored> {
  const { size } = await stat(path);
  parts.progress.begin('checking', size);
  for await (const record of readRecords(path, bytes => parts.progress.step(bytes))) fromFile(record);
  parts.progress.begin('restoring', size);
  const records = recordsIn(path, bytes => parts.progress.step(bytes));
  const ahead: { file?: FileOf } = {};
  const copied = await copyInto(parts.ledger, untilFiles(records, ahead), parts.copying);
  const files = ahead.file ? await putFiles(ahead.file, records, copied, parts) : 0;
  for (const owner of copied.erasedOwners) await parts.files.erase(owner);
  parts.progress.end();
  return { ...copied, files };
}

type FileOf = Extract<BackupRecord, { kind: 'file' }>;

async function* recordsIn(path: string, onRead: (bytes: number) => void): AsyncGenerator<BackupRecord> {
  for await (const record of readRecords(path, onRead)) yield fromFile(record);
}

/** The records before the first file, which is handed over. Leaves the rest to be read. */
async function* untilFiles(
  records: AsyncGenerator<BackupRecord>,
  ahead: { file?: FileOf },
): AsyncGenerator<CopyRecord> {
  for (;;) {
    const { done, value } = await records.next();
    if (done) return;
    if (value.kind === 'file') {
      ahead.file = value;
      return;
    }
    yield value;
  }
}

async function putFiles(
  first: FileOf,
  rest: AsyncGenerator<BackupRecord>,
  { strangers }: CopyResult,
  { ledger, files }: RestoreParts,
): Promise<number> {
  let count = 0;
  const put = async ({ owner, sha256, sealed }: FileOf): Promise<void> => {
    if (strangers.has(owner) || (await ledger.key(owner)) === null) return;
    await files.put(owner, sha256, sealed);
    count++;
  };
  await put(first);
  for await (const record of rest) if (record.kind === 'file') await put(record);
  return count;
}
