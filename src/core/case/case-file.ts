import { z } from 'zod';
import { PERIOD_UNITS } from '../calendar/add-period.ts';
import { Evidence, Phrasing, Provenance } from '../conversation/events.ts';
import { SAFETY_KINDS } from '../knowledge/lexicon.ts';
import { Language } from '../knowledge/localized.ts';
import { SlotValue } from '../knowledge/value.ts';

export const CaseEvidence = Evidence.extend({
  element: z.string().nullable().describe('Checklist element it belongs to.'),
  label: z.string().nullable(),
  storedAt: z.string().describe('Instant at which it was received, ISO 8601 in UTC.'),
});
export type CaseEvidence = z.infer<typeof CaseEvidence>;

export const CaseFact = z.strictObject({
  id: z.string().describe('Id of the slot.'),
  label: z.string(),
  value: SlotValue,
  shown: z.string().describe('The value as the person saw and confirmed it.'),
  from: Provenance.describe('The words it came from.'),
});
export type CaseFact = z.infer<typeof CaseFact>;

/** A period that a law or a procedure sets, from a day that the person told. */
export const CasePeriod = z.strictObject({
  id: z.string(),
  label: z.string(),
  from: z.strictObject({
    slot: z.string(),
    label: z.string(),
    day: z.string().describe('YYYY-MM-DD in `zone`; of several possible days the first.'),
    isApproximate: z.boolean().describe('Whether the person could tell the day only roughly.'),
  }),
  fact: z.string().describe('The fact that names the period, `rule.<id>.<value>`.'),
  count: z.number(),
  unit: z.enum(PERIOD_UNITS),
});
export type CasePeriod = z.infer<typeof CasePeriod>;

/** What a mediator reads first: the case on one page, made by rules from what the person said and confirmed. */
export const HandOverSheet = z.strictObject({
  summary: z.string().describe('One neutral paragraph.'),
  summaryPhrasing: Phrasing.optional().describe(
    "Where a language model was asked to say the summary in other words: the rules' own words, and why they stand.",
  ),
  ownWords: z
    .array(
      z.strictObject({ slot: z.string(), label: z.string(), text: z.string(), at: z.string().nullable() }),
    )
    .describe("The person's own words, as they wrote them."),
  timeline: z
    .array(z.strictObject({ from: z.string(), to: z.string(), label: z.string(), shown: z.string() }))
    .describe('What happened when, earliest first; days and times are wall-clock time in the zone.'),
  counterparty: z.string().nullable(),
  claim: z.strictObject({
    demand: z.string().nullable(),
    amounts: z.array(z.strictObject({ label: z.string(), shown: z.string() })),
  }),
  proof: z
    .array(
      z.strictObject({
        element: z.string(),
        label: z.string(),
        proves: z.string(),
        level: z.enum(['needed', 'helpful']),
        evidence: z.array(z.string()).describe('Ids of the files; none where it is missing.'),
      }),
    )
    .describe('What has to be shown, and which files show it.'),
  deadlines: z.array(z.strictObject({ label: z.string(), day: z.string() })),
  flags: z.array(z.string()).describe('What to mind in dealing with the person; see `safety` for danger.'),
  reason: z.array(z.string()).describe('The facts that decided the routing.'),
});
export type HandOverSheet = z.infer<typeof HandOverSheet>;

/** What a filed conversation hands over: the case as mediators and other systems read it. */
export const CaseFile = z
  .strictObject({
    format: z.literal('parley-case/2'),
    number: z.string().describe('The number the person was given.'),
    conversation: z.string().describe('Id of the conversation it came from.'),
    filedAt: z.string().describe('Instant of filing, ISO 8601 in UTC.'),
    answerBy: z
      .string()
      .describe('Day by which the person was told to expect an answer, YYYY-MM-DD in `zone`.'),
    zone: z.string().describe('IANA time zone in which days are counted.'),
    language: Language.describe('Language the person used last.'),
    negotiation: z.strictObject({ id: z.string(), label: z.string() }),
    slots: z.array(CaseFact),
    missing: z
      .array(z.strictObject({ id: z.string(), label: z.string() }))
      .describe('Required facts nobody could give.'),
    evidence: z.array(CaseEvidence),
    missingEvidence: z.array(z.strictObject({ element: z.string(), label: z.string() })),
    routing: z
      .strictObject({
        route: z.string(),
        problem: z.string(),
        first: z.array(z.string()),
        then: z.array(z.string()),
        notes: z.array(z.string()),
        facts: z.array(z.string()),
      })
      .nullable(),
    warningsShown: z.array(z.string()),
    safety: z.array(z.enum(SAFETY_KINDS)),
    consent: z.strictObject({ receiver: z.string(), at: z.string(), from: Provenance }),
    sheet: HandOverSheet,
    periods: z
      .array(CasePeriod)
      .optional()
      .describe('What law and procedure set; absent where none was looked for.'),
    knowledgeVersion: z.string(),
  })
  .describe('A case filed with Parley.');
export type CaseFile = z.infer<typeof CaseFile>;
