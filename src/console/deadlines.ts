import type { Deadline } from '../core/case/deadlines.ts';
import type { PassedDays } from '../core/case/passed-days.ts';
import type { Mediator } from '../core/conversation/events.ts';

/** A deadline as staff see it today. */
export interface DeadlineView extends Omit<Deadline, 'skipped' | 'warnOn'> {
  /** Calendar days to the day after which it is breached; negative after it. */
  daysLeft: number;
  /** Null where the span is too long for its days to say anything. */
  passed: PassedDays | null;
}

/** `id`: carried out once, however often it is sent. `version`: of the case, on which it was decided. */
export type DeadlineChange = { id: string; deadline: string; by: Mediator; version: number } & (
  | { command: 'pause-deadline'; reason: string }
  | { command: 'resume-deadline' }
  | { command: 'meet-deadline' }
);

/** How pressing the nearest deadline of a conversation is: it has time, little time is left, or none. */
export type Pressing = 'calm' | 'near' | 'breached';
