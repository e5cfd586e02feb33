import { z } from 'zod';
import { PERIOD_UNITS } from '../../core/calendar/add-period.ts';
import { StatusReason } from '../../core/case/events.ts';
import { Localized } from '../../core/knowledge/localized.ts';
import { Id } from './staff.ts';

const Day = z.string().describe('YYYY-MM-DD in the zone of the case.');
const Name = Localized.nullable();

export const DeadlineView = z
  .strictObject({
    id: z.string(),
    kind: z
      .enum(['answer', 'named', 'statutory'])
      .describe('An answer that the person was told to expect, a day they named, or what a law sets.'),
    label: z.string().nullable().describe("In the person's language; null for an answer."),
    from: z
      .strictObject({ day: Day, label: z.string().nullable() })
      .describe('The day it is counted from, which itself is not counted; without a label the filing.'),
    count: z.int(),
    unit: z.enum(PERIOD_UNITS),
    fact: z.string().nullable().describe('The fact that names the period.'),
    isApproximate: z.boolean().describe('The person knew the day it starts on only roughly.'),
    state: z.enum(['running', 'paused', 'met', 'breached', 'ended']),
    first: Day.describe('When it was due before any pause.'),
    due: Day.describe('When it is due, moved by the pauses.'),
    extendedTo: Day.nullable().describe(
      'Where `due` is no working day: the next one, to which a statutory period is extended.',
    ),
    daysLeft: z.int().describe('Calendar days to the day after which it is breached; negative after it.'),
    pauses: z.array(z.strictObject({ from: Day, until: Day.nullable(), reason: z.string(), by: z.string() })),
    met: z.strictObject({ on: Day, by: z.string(), isLate: z.boolean() }).nullable(),
    isNear: z.boolean().describe('Little time is left, and nobody has met it.'),
    workingDays: z.int().nullable().describe('Working days after the start up to `due`.'),
    passed: z
      .strictObject({
        weekends: z.int(),
        holidays: z.array(z.strictObject({ from: Day, to: Day, name: Name })),
        makeUps: z.array(z.strictObject({ day: Day, name: Name })),
      })
      .nullable()
      .describe('Days on the way that nobody works on, and weekend days that are worked on in exchange.'),
    isProvisional: z.boolean().describe('The day depends on holidays that are not announced yet.'),
    areWorkingDaysProvisional: z.boolean(),
  })
  .meta({ id: 'Deadline' });
export type DeadlineView = z.infer<typeof DeadlineView>;

export const DeadlinePath = z.strictObject({
  id: Id,
  number: z.string().regex(/^[\d-]{1,40}$/),
  deadline: z.string().regex(/^[\w-]{1,100}$/),
});

/** How pressing the nearest deadline of a conversation is. */
export const PRESSING = ['calm', 'near', 'breached'] as const;

export const PauseReason = StatusReason.min(1).describe('Why the time is not counted; for colleagues.');
