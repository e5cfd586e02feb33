import { addGrams, type Gram } from '../../core/search/grams.ts';
import { searchable } from '../../core/search/searchable.ts';
import {
  emptyMarks,
  isOverfull,
  mark,
  marksFromBytes,
  marksToBytes,
  type WordMarks,
} from '../../core/search/word-marks.ts';
import type { Store, Touched } from '../../stores/store.ts';
import { findShared, type Shared } from '../desk/read-desk.ts';
import { caseStream, deskStream } from '../streams.ts';
import { type FoundText, textsIn } from './texts-in.ts';

/** So many others may put marks of the same conversation in the meantime. */
const MOST_ATTEMPTS = 20;
/** How much room is left for what will be said. */
const ROOM = 1.5;

/** Everything that is stored of a conversation by which it can be found; null where staff may not see it. */
export async function textsOfShared(
  store: Store,
  conversation: string,
): Promise<(Shared & { texts: FoundText[] }) | null> {
  const shared = await findShared(store, conversation);
  if (!shared) return null;
  const { state, events } = shared;
  const others = [deskStream(conversation), ...state.filed.map(({ number }) => caseStream(number))];
  const read = await Promise.all(others.map(stream => store.read(stream)));
  return { ...shared, texts: textsIn([...events, ...read.flat()]) };
}

/** Makes the marks of a conversation anew from all that is stored of it. True where it has any. */
export const markAnew = (store: Store, conversation: string): Promise<boolean> =>
  change(store, conversation, async () => {
    const shared = await textsOfShared(store, conversation);
    return shared && marksOf(shared.texts);
  });

/** Adds what was said in these appends to a conversation that has marks; where they are full, they are made anew. */
export const markNew = (store: Store, conversation: string, appends: readonly Touched[]): Promise<boolean> =>
  change(store, conversation, async standing => {
    const events = await Promise.all(
      [...Map.groupBy(appends, one => one.stream)].map(([stream, some]) =>
        store.read(stream, Math.min(...some.map(one => one.version)) - 1),
      ),
    );
    const texts = textsIn(events.flat());
    if (standing && add(standing, texts)) return standing;
    const shared = await textsOfShared(store, conversation);
    return shared && marksOf(shared.texts);
  });

/** @param decide what the marks are to be; null: none */
async function change(
  store: Store,
  conversation: string,
  decide: (standing: WordMarks | null) => Promise<WordMarks | null>,
): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const row = await store.marks.get(conversation);
    const marks = await decide(row?.body ? marksFromBytes(row.body) : null);
    const body = marks && marksToBytes(marks);
    if (!body && !row?.body) return false;
    if (body && row?.body && Buffer.compare(body, row.body) === 0) return true;
    if (await store.marks.put(conversation, row?.version ?? 0, body)) return body !== null;
    if (await store.isErased(conversation)) return false;
  }
  throw new Error(`marks were put by others ${MOST_ATTEMPTS} times in a row`);
}

function marksOf(texts: readonly FoundText[]): WordMarks {
  const grams = gramsIn(texts);
  const marks = emptyMarks(grams.size * ROOM);
  mark(marks, grams);
  marks.at = latest(texts);
  return marks;
}

/** False where there is no room for them. */
function add(marks: WordMarks, texts: readonly FoundText[]): boolean {
  mark(marks, gramsIn(texts));
  marks.at = Math.max(marks.at, latest(texts));
  return !isOverfull(marks);
}

function gramsIn(texts: readonly FoundText[]): Set<Gram> {
  const grams = new Set<Gram>();
  for (const { text } of texts) addGrams(searchable(text).words, grams);
  return grams;
}

const latest = (texts: readonly FoundText[]): number =>
  texts.reduce((last, { at }) => Math.max(last, Date.parse(at)), 0);
