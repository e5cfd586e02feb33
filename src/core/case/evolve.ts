import type { CaseEvent } from './events.ts';
import type { CaseFile } from './case-file.ts';
import type { CaseStatus } from './status.ts';

export interface Case {
  file: CaseFile | null;
  status: CaseStatus;
}

export const emptyCase: Case = { file: null, status: 'filed' };

/** The only place where a case changes. Total. */
export function evolveCase(state: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'CaseOpened':
      return { file: event.file, status: 'filed' };
    case 'EvidenceAdded':
      return state.file
        ? { ...state, file: { ...state.file, evidence: [...state.file.evidence, event.evidence] } }
        : state;
    default: {
      event satisfies never;
      return state;
    }
  }
}
