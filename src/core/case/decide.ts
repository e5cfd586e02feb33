import type { CaseEvent } from './events.ts';
import type { Case } from './evolve.ts';
import { type DeadlineCommand, decideDeadline } from './decide-deadline.ts';
import type { CaseEvidence, CaseFact, CaseFile } from './case-file.ts';
import { NEXT_STATUS } from './next-status.ts';
import type { CaseOutcome } from './outcome.ts';
import type { CaseStatus } from './status.ts';

export type CaseCommand =
  | { command: 'open'; file: CaseFile }
  | { command: 'add-evidence'; evidence: CaseEvidence }
  | { command: 'add-fact'; fact: CaseFact }
  /** `outcome`: what came of it, where it is closed. */
  | { command: 'change-status'; status: CaseStatus; reason: string; outcome?: CaseOutcome; by: string }
  | { command: 'assign'; mediator: string; by: string }
  | DeadlineCommand;

/**
 * `not-open`: the case is not there, or not yet. `not-from-here`: its status cannot become that one. `no-deadline`: it
 * has no such deadline. `fixed`: a day that the person named is not ours to move. `met`: it does not run any more.
 */
export const CASE_REFUSALS = ['not-open', 'not-from-here', 'closed', 'no-deadline', 'fixed', 'met'] as const;
export type CaseRefusal = (typeof CASE_REFUSALS)[number];

/** What a command does to a case; no events where it was carried out before. */
export type CaseDecision = { events: CaseEvent[] } | { refused: CaseRefusal };

export function decideCase(state: Case, command: CaseCommand): CaseDecision {
  const { file, status, mediator } = state;
  if (command.command === 'open') return { events: file ? [] : [{ type: 'CaseOpened', file: command.file }] };
  if (!file) return { refused: 'not-open' };
  switch (command.command) {
    case 'add-evidence': {
      const isKnown = file.evidence.some(one => one.id === command.evidence.id);
      return { events: isKnown ? [] : [{ type: 'EvidenceAdded', evidence: command.evidence }] };
    }
    case 'add-fact':
      return { events: [{ type: 'FactAdded', fact: command.fact }] };
    case 'change-status': {
      const { reason, outcome, by } = command;
      if (command.status === status) return { events: [] };
      if (!NEXT_STATUS[status].includes(command.status)) return { refused: 'not-from-here' };
      const came = command.status === 'closed' && outcome !== undefined ? { outcome } : {};
      return { events: [{ type: 'CaseStatusChanged', status: command.status, reason, ...came, by }] };
    }
    case 'assign':
      if (status === 'closed') return { refused: 'closed' };
      if (command.mediator === mediator) return { events: [] };
      return { events: [{ type: 'CaseAssigned', mediator: command.mediator, by: command.by }] };
    default:
      return decideDeadline({ ...state, file }, command);
  }
}
