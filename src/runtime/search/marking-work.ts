import type { Store, StreamEvent, Touched } from '../../stores/store.ts';
import type { Work } from '../readers/work.ts';
import { CONVERSATION } from '../streams.ts';
import { markAnew, markNew } from './mark-words.ts';
import { WITH_TEXT } from './texts-in.ts';

/** With another number all marks are made anew, from the first event on. */
const READER = 'marks-1';
/** What is said within half a second is marked together. */
const PACE_MS = 500;

/** From then on staff may see a conversation, and so find it. */
const SHARING: ReadonlySet<string> = new Set<StreamEvent['type']>(['ConsentGiven', 'HandoffRequested']);
const OF_INTEREST = new Set([...WITH_TEXT, ...SHARING]);

/**
 * Keeps the marks by which the conversations that staff may see are found. It opens only what was said in these; what
 * people say before costs a look at whether they are there. A store that comes from elsewhere, and one from before there
 * were marks, are worked through from the beginning.
 */
export const markingWork = (store: Store, onError: (error: unknown) => void): Work<Touched> => ({
  reader: READER,
  paceMs: PACE_MS,
  async read(partition, after, limit) {
    const { appends, upTo } = await store.touched(partition, after, limit, OF_INTEREST);
    return { items: appends, upTo };
  },
  async take(appends, { mayGoOn }) {
    for (const [conversation, some] of Map.groupBy(appends, one => one.owner)) {
      const [first] = some;
      if (first && !(await mayGoOn(first))) return false;
      try {
        await markOne(store, conversation, some);
      } catch (error) {
        // Where the store is away, all of it is done again later; one bad conversation does not keep the others back.
        await store.probe();
        onError(error);
      }
    }
    return true;
  },
});

async function markOne(store: Store, conversation: string, appends: Touched[]): Promise<void> {
  if (appends.some(({ types }) => types.some(type => SHARING.has(type)))) await markAnew(store, conversation);
  else if ((await store.marks.get(conversation))?.body) await markNew(store, conversation, appends);
  // Notes and cases are there only once staff may see it; in another partition, that may be worked through just now.
  else if (appends.some(({ stream }) => !stream.startsWith(CONVERSATION)))
    await markAnew(store, conversation);
}
