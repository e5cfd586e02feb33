import type { EvidenceFiles } from '../evidence/evidence-files.ts';
import type { Progress } from '../progress.ts';
import { type ReadOptions, recordsOf } from '../stores/copy-records.ts';
import type { Ledger } from '../stores/ledger.ts';
import { streamPages } from '../stores/stream-names.ts';
import { type BackupRecord, toFile } from './backup-record.ts';
import { type FileRecord, writeRecords } from './record-file.ts';

export interface BackupParts {
  ledger: Ledger;
  files: EvidenceFiles;
  copying: ReadOptions;
  progress: Progress;
}

export interface Backed {
  events: number;
  files: number;
  /** Size of the backup. */
  bytes: number;
}

/** Writes all that is stored into one file, as of one moment, while others go on writing. What is sealed stays so. */
export async function backUp(path: string, parts: BackupParts): Promise<Backed> {
  const counted = { events: 0, files: 0 };
  const bytes = await writeRecords(path, framed(parts, counted));
  parts.progress.end();
  return { ...counted, bytes };
}

async function* framed(
  parts: BackupParts,
  counted: { events: number; files: number },
): AsyncGenerator<FileRecord> {
  for await (const record of everything(parts)) {
    if (record.kind === 'append') counted.events += record.append.types.length;
    if (record.kind === 'file') counted.files++;
    yield toFile(record);
  }
}

/** Files come last: whichever an event names was on the disk before the event was. */
async function* everything({ ledger, files, copying, progress }: BackupParts): AsyncGenerator<BackupRecord> {
  let streams = 0;
  for await (const page of streamPages(ledger, '')) streams += page.length;
  progress.begin('streams', streams);
  for await (const record of recordsOf(ledger, copying)) {
    if (record.kind === 'append' && record.append.version === 1) progress.step();
    yield record;
  }
  let total = 0;
  for await (const _ of files.list()) total++;
  progress.begin('files', total);
  for await (const { owner, sha256 } of files.list()) {
    const sealed = await files.get(owner, sha256);
    progress.step();
    if (sealed) yield { kind: 'file', owner, sha256, sealed };
  }
}
