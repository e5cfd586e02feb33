import { z } from 'zod';
import { addDays, daysBetween } from '../../core/language/day.ts';
import { MOST_DAYS } from './agreed.ts';

const Day = z.iso.date();

/** Without days those up to today, as many as `last`. */
export const FiguresQuestion = z.strictObject({
  from: Day.optional().describe('First day, in the zone of the answer; without it, `last` tells.'),
  to: Day.optional().describe('Last day; without it, today.'),
  last: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_DAYS)
    .default(28)
    .describe('How many days, where no `from` is given.'),
});

/** The days that are asked for, or why they cannot be. */
export function daysAsked(
  { from, to, last }: z.infer<typeof FiguresQuestion>,
  today: string,
): { from: string; to: string } | { problem: string } {
  const end = to ?? today;
  const start = from ?? addDays(end, 1 - last);
  const days = daysBetween(start, end) + 1;
  if (days < 1) return { problem: '`to` is before `from`' };
  if (days > MOST_DAYS) return { problem: `${days} days are more than ${MOST_DAYS}; ask for them in parts` };
  return { from: start, to: end };
}

const Counts = z.array(z.tuple([z.string(), z.int()]));
const Milliseconds = z.number().nullable().describe('Null where there was none.');
const Spread = z.strictObject({ count: z.int(), median: Milliseconds, p90: Milliseconds });

export const FiguresAnswer = z
  .strictObject({
    zone: z.string().describe('IANA zone in which the days are counted.'),
    isComplete: z.boolean().describe('False while older history is still being counted.'),
    waitingNow: z.int().describe('Those who wait for somebody at this moment.'),
    days: z.array(
      z.strictObject({
        day: Day,
        arrivals: z.int(),
        filed: z.int(),
        closed: z.int(),
        requests: z.int().describe('Requests for a person.'),
        mostWaiting: z.int().describe('The most that waited at once.'),
        unanswered: z.int().describe('Questions without a known answer.'),
        firstResponse: Milliseconds.describe("Median to a mediator's first word, in milliseconds."),
      }),
    ),
    firstResponse: Spread.describe("From a request to a mediator's first word, in milliseconds."),
    timeToClose: Spread.describe('From filing to being closed first, in milliseconds.'),
    byType: Counts.describe('Cases filed, by kind of matter.'),
    outcomes: Counts.describe('Cases closed; `""` where nobody said what came of it.'),
    leftAt: Counts.describe('What was asked last before somebody left for a day with nothing filed.'),
    unanswered: z
      .array(z.strictObject({ question: z.string(), count: z.int() }))
      .describe('Without personal data; those that ask the same together, of the latest ones.'),
    ratings: z.strictObject({ count: z.int(), average: z.number().nullable() }),
  })
  .meta({ id: 'Figures' });
export type FiguresAnswer = z.infer<typeof FiguresAnswer>;
