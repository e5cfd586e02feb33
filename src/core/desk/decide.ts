import type { Mediator } from '../conversation/events.ts';
import type { ASSIGNMENTS, DeskEvent, Look } from './events.ts';
import { type Desk, offerFor, type StandingOffer } from './evolve.ts';

export type DeskCommand =
  | {
      command: 'assign';
      mediator: Mediator | null;
      how: (typeof ASSIGNMENTS)[number];
      by: Mediator | null;
    }
  | { command: 'note'; note: string; text: string; by: Mediator }
  | { command: 'look'; at: Look; file: string | null; by: Mediator }
  | { command: 'begin-wait'; request: string; since: string; position: number; onDuty: number }
  | OfferInTurn
  /** Passes on what is offered now, and is not to be asked again before an instant. */
  | { command: 'decline'; by: Mediator; now: string; until: string };

/** Ends an offer, makes one, or both, as it was decided on what was known then: where that has changed it is void. */
export interface OfferInTurn {
  command: 'offer';
  request: string;
  /** Staff id of who looked after it. */
  holder: string | null;
  /** Staff id of who had been asked and is not any more. */
  lapsed: string | null;
  /** Who is asked now, until when; null: nobody. */
  to: StandingOffer | null;
}

/** What a command does to a desk; no events where it is so already. */
export function decideDesk(state: Desk, command: DeskCommand): DeskEvent[] {
  switch (command.command) {
    case 'assign': {
      const { mediator, how, by } = command;
      if (mediator?.id === state.mediator?.id) return [];
      return [{ type: 'DeskAssigned', mediator, how, by }];
    }
    case 'note': {
      const { note, text, by } = command;
      return state.notes.some(one => one.id === note) ? [] : [{ type: 'NoteAdded', note, text, by }];
    }
    case 'look': {
      const { at, file, by } = command;
      return [{ type: 'Looked', at, file, by }];
    }
    case 'begin-wait': {
      const { request, since, position, onDuty } = command;
      return state.wait?.request === request ? [] : [{ type: 'WaitBegun', request, since, position, onDuty }];
    }
    case 'offer':
      return offerInTurn(state, command);
    case 'decline': {
      const { by, now, until } = command;
      const offer = state.wait && offerFor(state, state.wait.request, now);
      return offer?.mediator.id === by.id ? [{ type: 'OfferDeclined', mediator: by, until }] : [];
    }
    default:
      command satisfies never;
      return [];
  }
}

function offerInTurn({ wait, mediator }: Desk, { request, holder, lapsed, to }: OfferInTurn): DeskEvent[] {
  const standing = wait?.offer?.mediator;
  const isAsDecided =
    wait?.request === request && (mediator?.id ?? null) === holder && (standing?.id ?? null) === lapsed;
  if (!isAsDecided) return [];
  return [
    ...(standing ? [{ type: 'OfferLapsed' as const, mediator: standing }] : []),
    ...(to ? [{ type: 'DeskOffered' as const, request, mediator: to.mediator, until: to.until }] : []),
  ];
}
