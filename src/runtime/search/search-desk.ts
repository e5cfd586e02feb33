import type { FoundRow, SearchPage, SearchQuery } from '../../console/search.ts';
import { excerptOf, wordsIn } from '../../core/search/excerpt.ts';
import { type Gram, gramsOf } from '../../core/search/grams.ts';
import { wordsSought } from '../../core/search/searchable.ts';
import type { QueueRow } from '../../stores/ledger.ts';
import { deskPage } from '../desk/desk-page.ts';
import { type RowFilter, passes } from '../desk/row-filter.ts';
import { type RowReader, rowOf } from '../desk/inbox-rows.ts';
import { CONVERSATION, conversationStream } from '../streams.ts';
import { textsOfShared } from './mark-words.ts';
import { readPlace, type SearchPlace, writePlace } from './search-place.ts';
import type { Candidate, WordIndex } from './word-index.ts';

/** Of those that press, so many are looked at before the others. */
const MOST_PRESSING = 200;
/** So many lines of the queue, and so many conversations, one page looks into; who wants more asks for the next one. */
const MOST_LINES = 2_000;
const MOST_READ = 40;
const LINES_AT_ONCE = 50;
const READ_AT_ONCE = 8;
/** So many pieces of texts are shown of one conversation. */
const MOST_EXCERPTS = 3;

/** Before all others. */
const FIRST = { at: Number.MAX_SAFE_INTEGER, conversation: '' };

interface Sought {
  words: string[];
  grams: Gram[];
  filter: RowFilter;
}

/**
 * Conversations in which all words stand, in whichever texts. The index says which may hold them; each of these is
 * opened and looked at before it is shown, so what is shown is there. Null for a cursor that no page gave.
 */
export async function searchDesk(
  reader: RowReader,
  index: WordIndex,
  { text, cursor, limit }: Pick<SearchQuery, 'text' | 'cursor' | 'limit'>,
  filter: RowFilter,
): Promise<SearchPage | null> {
  const words = wordsSought(text);
  const place = cursor === null ? null : readPlace(cursor);
  if (cursor !== null && place === null) return null;
  if (words.length === 0) return { rows: [], cursor: null };
  await index.refresh();
  const sought = { words, grams: [...new Set(words.flatMap(gramsOf))], filter };
  const pressing = place === null ? await pressingRows(reader, index, sought, limit) : [];
  const shown = place?.shown ?? pressing.map(row => row.conversation);
  const rest = await restOf(reader, index, sought, {
    from: place,
    shown: new Set(shown),
    limit: limit - pressing.length,
  });
  const next = rest.next && writePlace({ at: rest.next.at, conversation: rest.next.conversation, shown });
  return { rows: [...pressing, ...rest.rows], cursor: next };
}

/** Those found among who waits or was filed new, as the inbox has them. */
async function pressingRows(
  reader: RowReader,
  index: WordIndex,
  sought: Sought,
  limit: number,
): Promise<FoundRow[]> {
  const standings = ['urgent', 'waiting', 'new'] as const;
  const page = await deskPage(reader.store, { standings, cursor: null, limit: MOST_PRESSING });
  const lines = page.rows.filter(
    row => passes(row, sought.filter) && index.mayHold(conversationOf(row), sought.grams),
  );
  const { rows } = await readUntil(reader, lines, sought, limit);
  return rows;
}

/** The others, spoken in last first, from a place on. */
async function restOf(
  reader: RowReader,
  index: WordIndex,
  sought: Sought,
  { from, shown, limit }: { from: SearchPlace | null; shown: ReadonlySet<string>; limit: number },
): Promise<{ rows: FoundRow[]; next: Candidate | null }> {
  const rows: FoundRow[] = [];
  let [lines, read] = [0, 0];
  let reached = from ?? FIRST;
  for await (const found of index.candidates(sought.grams, from)) {
    for (let at = 0; at < found.length; at += LINES_AT_ONCE) {
      if (rows.length >= limit || lines >= MOST_LINES || read >= MOST_READ) return { rows, next: reached };
      const some = found.slice(at, at + LINES_AT_ONCE).filter(one => !shown.has(one.conversation));
      const wanted = await passing(reader, some, sought.filter);
      const part = await readUntil(reader, wanted, sought, limit - rows.length, MOST_READ - read);
      rows.push(...part.rows);
      read += part.read;
      lines += some.length;
      const stoppedAt = some.find(one => conversationStream(one.conversation) === part.stoppedAt?.stream);
      reached = stoppedAt ?? some.at(-1) ?? reached;
      if (stoppedAt) return { rows, next: reached };
    }
  }
  return { rows, next: null };
}

async function passing(
  reader: RowReader,
  candidates: readonly Candidate[],
  filter: RowFilter,
): Promise<QueueRow[]> {
  const found = await Promise.all(
    candidates.map(one => reader.store.queue.get(conversationStream(one.conversation))),
  );
  return found.filter((row): row is QueueRow => row !== null && passes(row, filter));
}

const conversationOf = ({ stream }: QueueRow): string => stream.slice(CONVERSATION.length);

/** Opens conversations in their order, until so many were found or read. `stoppedAt`: the last that was read, if others were left. */
async function readUntil(
  reader: RowReader,
  lines: readonly QueueRow[],
  sought: Sought,
  limit: number,
  most = Infinity,
): Promise<{ rows: FoundRow[]; read: number; stoppedAt: QueueRow | null }> {
  const rows: FoundRow[] = [];
  let read = 0;
  while (read < lines.length) {
    if (rows.length >= limit || read >= most) return { rows, read, stoppedAt: lines[read - 1] ?? null };
    const wanted = Math.min(READ_AT_ONCE, limit - rows.length);
    const some = lines.slice(read, read + wanted);
    const found = await Promise.all(some.map(line => foundIn(reader, line, sought)));
    rows.push(...found.filter(row => row !== null));
    read += some.length;
  }
  return { rows, read, stoppedAt: null };
}

/** Null where it does not hold all words, or not any more. */
async function foundIn(
  reader: RowReader,
  line: QueueRow,
  { words, filter }: Sought,
): Promise<FoundRow | null> {
  const shared = await textsOfShared(reader.store, conversationOf(line));
  if (!shared) return null;
  const missing = new Set(words);
  const found: FoundRow['found'] = [];
  for (const { place, text, at } of shared.texts.toReversed()) {
    const held = wordsIn(text, words);
    if (held.length === 0) continue;
    const isNew = held.filter(word => missing.delete(word)).length > 0;
    if (!isNew && found.length >= MOST_EXCERPTS) continue;
    const excerpt = excerptOf(text, held);
    // What the case holds was mostly said in just these words.
    if (isNew || !found.some(one => one.text.endsWith(excerpt.text))) found.push({ place, at, ...excerpt });
  }
  if (missing.size > 0) return null;
  const row = await rowOf(reader, line, shared);
  if (!row || (filter.safety && !row.safety.includes(filter.safety))) return null;
  return { ...row, found: found.slice(0, Math.max(MOST_EXCERPTS, words.length)) };
}
