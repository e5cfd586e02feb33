import type { CaseEvent } from './events.ts';
import type { Case } from './evolve.ts';
import type { CaseFile, CaseEvidence } from './case-file.ts';

export type CaseCommand =
  | { command: 'open'; file: CaseFile }
  | { command: 'add-evidence'; evidence: CaseEvidence };

/** What a command does to a case. A command already carried out, or one that cannot be, brings no events. */
export function decideCase(state: Case, command: CaseCommand): CaseEvent[] {
  switch (command.command) {
    case 'open':
      return state.file ? [] : [{ type: 'CaseOpened', file: command.file }];
    case 'add-evidence': {
      const known = state.file?.evidence.some(one => one.id === command.evidence.id) ?? true;
      return known ? [] : [{ type: 'EvidenceAdded', evidence: command.evidence }];
    }
    default:
      command satisfies never;
      return [];
  }
}
