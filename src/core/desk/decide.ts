import type { Mediator } from '../conversation/events.ts';
import type { ASSIGNMENTS, DeskEvent, Look } from './events.ts';
import type { Desk } from './evolve.ts';

export type DeskCommand =
  | {
      command: 'assign';
      mediator: Mediator | null;
      how: (typeof ASSIGNMENTS)[number];
      by: Mediator | null;
    }
  | { command: 'note'; note: string; text: string; by: Mediator }
  | { command: 'look'; at: Look; file: string | null; by: Mediator };

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
    default:
      command satisfies never;
      return [];
  }
}
