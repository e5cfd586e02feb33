import type { CaseStatus } from '../case/status.ts';

/** What a turn may know of the world besides the conversation: all that changes from run to run is passed in here. */
export interface Moment {
  /** ISO 8601 in UTC. */
  now: string;
  /** A case number nobody has yet, used if this turn files. */
  freshCaseNumber: string;
  /** Who receives a filed case, as named in the consent. */
  receiver: string;
  /** Calendar days within which the receiver answers. */
  answerWithinDays: number;
  limits: { maxBytes: number; maxFiles: number };
  /** Where this conversation's case stands, if it has one. */
  caseStatus: CaseStatus | null;
  desk: DeskHours;
}

/** When mediators are there. */
export interface DeskHours {
  isOpen: boolean;
  /** Instant at which they are back, ISO 8601 in UTC; null where they are there or it is not known. */
  opensAt: string | null;
}
