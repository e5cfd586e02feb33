import type { CaseEvent } from './events.ts';
import type { CaseFact, CaseFile } from './case-file.ts';
import { clockOf, type DeadlineClock, evolveClock } from './deadline-clock.ts';
import type { CaseStatus } from './status.ts';

export interface Case {
  file: CaseFile | null;
  status: CaseStatus;
  /** Who looks after it; null while nobody does. */
  mediator: string | null;
  /** What was done about each deadline, by its id; nothing stands here of one that just runs. */
  deadlines: Readonly<Record<string, DeadlineClock>>;
}

export const emptyCase: Case = { file: null, status: 'filed', mediator: null, deadlines: {} };

/** The only place where a case changes. Total. */
export function evolveCase(state: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'CaseOpened':
      return { ...emptyCase, file: event.file };
    case 'EvidenceAdded':
      return state.file
        ? { ...state, file: { ...state.file, evidence: [...state.file.evidence, event.evidence] } }
        : state;
    case 'FactAdded':
      return state.file ? { ...state, file: withFact(state.file, event.fact) } : state;
    case 'CaseStatusChanged':
      return { ...state, status: event.status };
    case 'CaseAssigned':
      return { ...state, mediator: event.mediator };
    case 'DeadlinePaused':
    case 'DeadlineResumed':
    case 'DeadlineMet':
    case 'DeadlineWarned': {
      const clock = evolveClock(clockOf(state.deadlines, event.deadline), event);
      return { ...state, deadlines: { ...state.deadlines, [event.deadline]: clock } };
    }
    default: {
      event satisfies never;
      return state;
    }
  }
}

function withFact(file: CaseFile, fact: CaseFact): CaseFile {
  const isKnown = file.slots.some(one => one.id === fact.id);
  return {
    ...file,
    slots: isKnown ? file.slots.map(one => (one.id === fact.id ? fact : one)) : [...file.slots, fact],
    missing: fact.value.kind === 'non-answer' ? file.missing : file.missing.filter(one => one.id !== fact.id),
  };
}

/** Folds a case from its events. */
export const caseOf = (events: Iterable<CaseEvent>): Case => {
  let state = emptyCase;
  for (const event of events) state = evolveCase(state, event);
  return state;
};
