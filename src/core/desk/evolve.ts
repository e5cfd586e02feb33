import type { Mediator } from '../conversation/events.ts';
import type { DeskEvent } from './events.ts';

export interface Note {
  id: string;
  text: string;
  by: Mediator;
}

/** A mediator who is asked to join, until an instant. */
export interface StandingOffer {
  mediator: Mediator;
  until: string;
}

/** How it is seen to that a mediator comes to somebody who waits. Instants are ISO 8601 in UTC. */
export interface Wait {
  request: string;
  since: string;
  position: number;
  onDuty: number;
  offer: StandingOffer | null;
  /** Who passed it on, and until when they are not asked again. */
  declined: { mediator: string; until: string }[];
  /** Everybody who has passed it on or let the time pass, latest last. */
  passed: string[];
}

/** What staff know of a conversation beside the talk. */
export interface Desk {
  /** Who looks after it; null while nobody does. */
  mediator: Mediator | null;
  /** Whether somebody has given it to them. */
  isByHand: boolean;
  notes: Note[];
  /** The latest of its waits, over or not: whether somebody waits now stands in the conversation. */
  wait: Wait | null;
}

export const emptyDesk: Desk = { mediator: null, isByHand: false, notes: [], wait: null };

/** The only place where a desk changes. Total. */
export function evolveDesk(state: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'DeskAssigned': {
      const { mediator, how } = event;
      const isOthers = state.wait?.offer?.mediator.id !== mediator?.id;
      const wait = state.wait && isOthers ? { ...state.wait, offer: null } : state.wait;
      return { ...state, mediator, isByHand: mediator !== null && how === 'by-hand', wait };
    }
    case 'NoteAdded':
      return { ...state, notes: [...state.notes, { id: event.note, text: event.text, by: event.by }] };
    case 'Looked':
      return state;
    case 'WaitBegun': {
      const { request, since, position, onDuty } = event;
      const wait = { request, since, position, onDuty, offer: null, declined: [], passed: [] };
      return { ...state, wait };
    }
    case 'DeskOffered': {
      const offer = { mediator: event.mediator, until: event.until };
      return state.wait?.request === event.request ? { ...state, wait: { ...state.wait, offer } } : state;
    }
    case 'OfferDeclined': {
      const wait = state.wait && passedBy(state.wait, event.mediator.id);
      const others = wait?.declined.filter(one => one.mediator !== event.mediator.id) ?? [];
      const declined = [...others, { mediator: event.mediator.id, until: event.until }];
      return { ...state, wait: wait && { ...wait, declined } };
    }
    case 'OfferLapsed':
      return { ...state, wait: state.wait && passedBy(state.wait, event.mediator.id) };
    default: {
      event satisfies never;
      return state;
    }
  }
}

const passedBy = (wait: Wait, mediator: string): Wait => ({
  ...wait,
  offer: wait.offer?.mediator.id === mediator ? null : wait.offer,
  passed: [...wait.passed.filter(one => one !== mediator), mediator],
});

/** The offer that stands at an instant for a request that is not answered yet; null without one. */
export function offerFor({ wait }: Pick<Desk, 'wait'>, request: string, now: string): StandingOffer | null {
  const offer = wait?.request === request ? wait.offer : null;
  return offer && offer.until > now ? offer : null;
}

/** Folds a desk from its events. */
export const deskOf = (events: Iterable<DeskEvent>): Desk => {
  let state = emptyDesk;
  for (const event of events) state = evolveDesk(state, event);
  return state;
};
