import { conversationOf, evolve } from '../core/conversation/evolve.ts';
import type { ConversationEvent } from '../core/conversation/events.ts';
import type { Conversation } from '../core/conversation/state.ts';
import type { Store, StoredEvent } from '../stores/store.ts';
import { conversationStream } from './streams.ts';

export interface Loaded {
  state: Conversation;
  version: number;
}

/** A conversation's events; its stream holds no others. */
export const conversationEvents = (events: StoredEvent[]): ConversationEvent[] =>
  events.map(stored => stored.event as ConversationEvent);

/**
 * Conversations folded lately, so that a turn does not read a long stream again. An entry may be behind the store when
 * another process wrote; the append at its version then fails, and the entry is forgotten and read anew.
 */
export class LoadedConversations {
  readonly #store: Store;
  readonly #capacity: number;
  readonly #entries = new Map<string, Loaded>();

  constructor(store: Store, capacity = 2_000) {
    this.#store = store;
    this.#capacity = capacity;
  }

  async load(conversation: string): Promise<Loaded> {
    const known = this.#entries.get(conversation);
    if (known) return known;
    const events = await this.#store.read(conversationStream(conversation));
    const loaded = {
      state: conversationOf(conversationEvents(events)),
      version: events.at(-1)?.version ?? 0,
    };
    if (loaded.version > 0) this.#remember(conversation, loaded);
    return loaded;
  }

  /** Takes in events just appended on top of `before`. */
  advance(conversation: string, before: Loaded, events: StoredEvent[]): Loaded {
    const state = conversationEvents(events).reduce(evolve, before.state);
    const after = { state, version: events.at(-1)?.version ?? before.version };
    this.#remember(conversation, after);
    return after;
  }

  forget(conversation: string): void {
    this.#entries.delete(conversation);
  }

  #remember(conversation: string, loaded: Loaded): void {
    this.#entries.delete(conversation);
    this.#entries.set(conversation, loaded);
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > this.#capacity && oldest !== undefined) this.#entries.delete(oldest);
  }
}
