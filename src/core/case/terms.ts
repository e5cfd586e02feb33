import type { PeriodUnit } from '../calendar/add-period.ts';
import { dayIn, daysBetween } from '../language/day.ts';
import type { CaseFile } from './case-file.ts';

/**
 * `answer`: by when the person was told to expect one. `named`: a day that the person named, such as a hearing.
 * `statutory`: what a law or a procedure sets.
 */
export type TermKind = 'answer' | 'named' | 'statutory';

/** What a deadline is counted from and how, before anything was done about it. Days are YYYY-MM-DD in the case's zone. */
export interface Term {
  /** Stays the same for the whole life of the case. */
  id: string;
  kind: TermKind;
  /** In the person's language; null for `answer`, which speaks for itself. */
  label: string | null;
  /** The day it is counted from, which itself is not counted, and what happened on it; null: the filing. */
  from: { day: string; label: string | null };
  count: number;
  unit: PeriodUnit;
  /** The fact that names the period, `rule.<id>.<value>`; null where no law does. */
  fact: string | null;
  /** The person could tell the day it starts on only roughly. */
  isApproximate: boolean;
}

/** All deadlines of a case, as its file holds them. */
export function termsOf({ filedAt, zone, answerBy, sheet, periods = [] }: CaseFile): Term[] {
  const filed = { day: dayIn(zone, filedAt), label: null };
  const untilDay = (day: string): Pick<Term, 'from' | 'count' | 'unit' | 'fact' | 'isApproximate'> => ({
    from: filed,
    count: daysBetween(filed.day, day),
    unit: 'day',
    fact: null,
    isApproximate: false,
  });
  return [
    { id: 'answer', kind: 'answer', label: null, ...untilDay(answerBy) },
    ...sheet.deadlines.map(
      ({ label, day }, at): Term => ({ id: `named-${at + 1}`, kind: 'named', label, ...untilDay(day) }),
    ),
    ...periods.map(
      ({ id, label, from, fact, count, unit }): Term => ({
        id: `period-${id}`,
        kind: 'statutory',
        label,
        from: { day: from.day, label: from.label },
        count,
        unit,
        fact,
        isApproximate: from.isApproximate,
      }),
    ),
  ];
}
