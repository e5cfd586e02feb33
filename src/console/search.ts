import type { Mediator } from '../core/conversation/events.ts';
import type { Excerpt } from '../core/search/excerpt.ts';
import type { InboxFilter, InboxRow } from './desk.ts';

/** Where a text stands that was found: what the person or a mediator said, a note of colleagues, what the case holds. */
export const TEXT_PLACES = ['person', 'mediator', 'note', 'case', 'contact', 'file'] as const;
export type TextPlace = (typeof TEXT_PLACES)[number];

export interface SearchQuery extends InboxFilter {
  /** Words; all of them are sought, each as a part of any word. */
  text: string;
  by: Mediator;
  /** Staff id: only what nobody else looks after; null: whatever anybody does. */
  onlyOf: string | null;
  /** Given back by the page before; null for the first. */
  cursor: string | null;
  limit: number;
}

/** A conversation in which all words were found, with pieces of the texts that hold them, latest first. */
export interface FoundRow extends InboxRow {
  found: (Excerpt & { place: TextPlace; at: string })[];
}

/** What presses first, then what was spoken in last. There may be fewer rows than asked for and still more after them. */
export interface SearchPage {
  rows: FoundRow[];
  /** Null after the last. */
  cursor: string | null;
}
