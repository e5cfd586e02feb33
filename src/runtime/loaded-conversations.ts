import { LRUCache } from 'lru-cache';
import { conversationOf, evolve } from '../core/conversation/evolve.ts';
import type { ConversationEvent } from '../core/conversation/events.ts';
import type { Conversation } from '../core/conversation/state.ts';
import type { Notice } from '../stores/ledger.ts';
import type { Store, StoredEvent } from '../stores/store.ts';
import { CONVERSATION, conversationStream } from './streams.ts';

export interface Loaded {
  state: Conversation;
  version: number;
}

/** Events after which a conversation's state is saved, so that it never takes long to load. */
const SNAPSHOT_EVERY = 200;

/** A conversation's events; its stream holds no others. */
export const conversationEvents = (events: StoredEvent[]): ConversationEvent[] =>
  events.map(stored => stored.event as ConversationEvent);

/** Characters and their like, each about two bytes: room for some fifteen thousand conversations. */
const CAPACITY = 64 * 1024 * 1024;
/** What a conversation takes beside what its person wrote: mostly the bot's last words. */
const BASE = 4 * 1024;
/** A text this long is not kept alive by the few words of it that a state remembers. */
const LONG_TEXT = 4 * 1024;

const sizeOf = ({ state }: Loaded): number =>
  [...Object.values(state.slots), ...(state.proposed ? [state.proposed] : [])].reduce(
    (size, { from }) => size + 2 * from.words.length,
    BASE,
  );

export interface LoadedOptions {
  store: Store;
  /** Names the code that folds events: a snapshot made by other code is not used. */
  format: string;
  onError: (error: unknown) => void;
  /** Characters kept in memory. */
  capacity?: number;
}

/**
 * Conversations folded lately, so that a turn does not read a long stream again. An entry may be behind the store when
 * another process wrote; the append at its version then fails, and the entry is forgotten and read anew.
 */
export class LoadedConversations {
  readonly #options: LoadedOptions;
  readonly #entries: LRUCache<string, Loaded>;
  readonly #saving = new Set<Promise<void>>();

  constructor(options: LoadedOptions) {
    this.#options = options;
    this.#entries = new LRUCache({ maxSize: options.capacity ?? CAPACITY, sizeCalculation: sizeOf });
    options.store.watch(notice => this.#noticed(notice));
  }

  async load(conversation: string): Promise<Loaded> {
    const known = this.#entries.get(conversation);
    if (known) return known;
    const loaded = await this.#read(conversation);
    if (loaded.version > 0) this.#entries.set(conversation, loaded);
    return loaded;
  }

  /** As `load`, and with all that other processes have written until now. */
  async loadNewest(conversation: string): Promise<Loaded> {
    const known = await this.load(conversation);
    const missed = await this.#options.store.read(conversationStream(conversation), known.version);
    return missed.length > 0 ? this.advance(conversation, known, missed) : known;
  }

  /** Takes in events just appended on top of `before`. */
  advance(conversation: string, before: Loaded, events: StoredEvent[]): Loaded {
    const added = conversationEvents(events);
    const after = {
      state: added.reduce(evolve, before.state),
      version: events.at(-1)?.version ?? before.version,
    };
    // Words taken out of a text keep the whole of it in memory; those read anew from the store do not.
    const hasLongText = added.some(event => event.type === 'UserSaid' && event.text.length > LONG_TEXT);
    if (hasLongText) this.forget(conversation);
    else this.#entries.set(conversation, after);
    if (Math.floor(after.version / SNAPSHOT_EVERY) > Math.floor(before.version / SNAPSHOT_EVERY))
      this.#save(conversation, after);
    return after;
  }

  forget(conversation: string): void {
    this.#entries.delete(conversation);
  }

  /** Resolves when what is being saved now has been, so that the store can be closed. */
  async settled(): Promise<void> {
    await Promise.all(this.#saving);
  }

  async #read(conversation: string): Promise<Loaded> {
    const { store, format } = this.#options;
    const stream = conversationStream(conversation);
    const saved = await store.snapshot(stream, conversation, format);
    const events = await store.read(stream, saved?.version ?? 0);
    const added = conversationEvents(events);
    return {
      state: saved ? added.reduce(evolve, saved.state as Conversation) : conversationOf(added),
      version: events.at(-1)?.version ?? saved?.version ?? 0,
    };
  }

  /** A snapshot only saves time; no turn waits for it, and nothing is lost without it. */
  #save(conversation: string, { state, version }: Loaded): void {
    const { store, format, onError } = this.#options;
    const saving = store
      .saveSnapshot(conversationStream(conversation), conversation, format, version, state)
      .catch(onError)
      .finally(() => this.#saving.delete(saving));
    this.#saving.add(saving);
  }

  #noticed(notice: Notice): void {
    if (notice === null) return;
    if ('erased' in notice) return this.forget(notice.erased);
    const { stream, version } = notice;
    if (!stream.startsWith(CONVERSATION)) return;
    const conversation = stream.slice(CONVERSATION.length);
    if ((this.#entries.peek(conversation)?.version ?? version) < version) this.forget(conversation);
  }
}
