import type { Mediator } from '../conversation/events.ts';
import type { DeskEvent } from './events.ts';

export interface Note {
  id: string;
  text: string;
  by: Mediator;
}

/** What staff know of a conversation beside the talk. */
export interface Desk {
  /** Who looks after it; null while nobody does. */
  mediator: Mediator | null;
  notes: Note[];
}

export const emptyDesk: Desk = { mediator: null, notes: [] };

/** The only place where a desk changes. Total. */
export function evolveDesk(state: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'DeskAssigned':
      return { ...state, mediator: event.mediator };
    case 'NoteAdded':
      return { ...state, notes: [...state.notes, { id: event.note, text: event.text, by: event.by }] };
    case 'Looked':
      return state;
    default: {
      event satisfies never;
      return state;
    }
  }
}

/** Folds a desk from its events. */
export const deskOf = (events: Iterable<DeskEvent>): Desk => {
  let state = emptyDesk;
  for (const event of events) state = evolveDesk(state, event);
  return state;
};
