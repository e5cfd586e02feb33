import type { Localized } from '../knowledge/localized.ts';

/** Why people work on a day, or do not. `make-up`: a weekend day worked in exchange for a holiday (调休上班). */
export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'make-up';

export interface CalendarDay {
  /** YYYY-MM-DD. */
  day: string;
  isWorking: boolean;
  reason: DayReason;
  /** Of the holiday, or of the holiday that a make-up day is worked for; null on a plain day. */
  name: Localized | null;
  /** False where holidays have not been announced: then only the weekday is known, and the day may turn out otherwise. */
  isKnown: boolean;
}

/** Tells which days are worked on. Whoever computes with it says where it did not know (`isKnown`). */
export interface Calendar {
  /** First and last day whose holidays are known, YYYY-MM-DD. */
  knownFrom: string;
  knownUntil: string;
  /** @param day YYYY-MM-DD */
  dayOf(day: string): CalendarDay;
}
