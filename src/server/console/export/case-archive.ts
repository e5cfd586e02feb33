import { createHash } from 'node:crypto';
import { makeZip } from 'client-zip';
import type { TakenAway } from '../../../console/evidence.ts';
import type { Mediator } from '../../../core/conversation/events.ts';
import { savedName } from '../../../core/conversation/evidence-kinds.ts';
import type { Language } from '../../../core/knowledge/localized.ts';
import { type ExportManifest, PHRASED_TEXTS } from '../../../protocol/console/evidence.ts';
import type { Happening } from '../../../protocol/entries-of.ts';
import { entryStream } from '../../../protocol/entry-stream.ts';
import type { FileAnswer } from '../route.ts';
import { casePage } from './case-page.ts';
import { generatedIn, phrasedTexts } from './phrased-texts.ts';
import { spokenLines } from './spoken-lines.ts';
import { transcriptText } from './transcript-text.ts';
import { EXPORT_WORDS } from './words.ts';

interface Packed {
  name: string;
  lastModified: Date;
  input: Uint8Array;
}

/** All that is taken away of a conversation as a ZIP, made while it is sent: one file at a time lies in memory. */
export function caseArchive(taken: TakenAway, by: Mediator, language: Language): FileAnswer {
  const number = taken.item.cases.at(-1)?.file.number;
  const name = number === undefined ? `conversation-${taken.item.conversation}` : `case-${number}`;
  return {
    type: 'application/zip',
    name: `${name}.zip`,
    bytes: makeZip(hashed(packed(taken, by, language))),
  };
}

/** The files, and after them the list of their hashes, as `sha256sum --check` reads it. */
async function* hashed(files: AsyncIterable<Packed>): AsyncGenerator<Packed> {
  const lines: string[] = [];
  let lastModified = new Date(0);
  for await (const file of files) {
    lines.push(`${createHash('sha256').update(file.input).digest('hex')}  ${file.name}\n`);
    ({ lastModified } = file);
    yield file;
  }
  yield { name: 'SHA256SUMS.txt', lastModified, input: Buffer.from(lines.join('')) };
}

async function* packed(taken: TakenAway, by: Mediator, language: Language): AsyncGenerator<Packed> {
  const { at, item, events, read } = taken;
  const made = (name: string, text: string): Packed => ({
    name,
    lastModified: new Date(at),
    input: Buffer.from(text),
  });
  const json = (name: string, value: object): Packed => made(name, `${JSON.stringify(value, null, 2)}\n`);

  const evidence: ExportManifest['evidence'] = [];
  for (const [index, file] of item.files.entries()) {
    const input = await read(file);
    const number = String(index + 1).padStart(2, '0');
    const path = input && `evidence/${number}-${savedName(file.name, file.mime)}`;
    evidence.push({ ...file, path });
    if (input && path) yield { name: path, lastModified: new Date(file.storedAt), input };
  }
  const cases = item.cases.map(one => one.file.number);
  const { conversation, zone } = item;
  const happened = events as Happening[];
  const phrased = phrasedTexts(happened, item);
  const manifest: ExportManifest = {
    format: 'parley-export/1',
    conversation,
    at,
    by,
    zone,
    cases,
    ...generatedIn(phrased),
    evidence,
  };
  yield json('manifest.json', manifest);
  for (const { file, status } of item.cases)
    yield json(`case-${file.number}.json`, { status, mediator: item.mediator?.name ?? null, ...file });
  if (item.draft) yield json('draft.json', item.draft);
  if (phrased.length > 0) yield json(PHRASED_TEXTS, phrased);
  const { entries } = entryStream(item.files)(happened);
  const words = EXPORT_WORDS[language];
  const lines = spokenLines(entries, zone, words);
  yield made('index.html', casePage({ item, lines, manifest, language }));
  yield made('transcript.txt', transcriptText(lines, words));
}
