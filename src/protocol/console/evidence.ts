import { z } from 'zod';
import { Mediator, Phrasing } from '../../core/conversation/events.ts';
import { CaseEvidence } from '../../core/case/case-file.ts';
import { Language } from '../../core/knowledge/localized.ts';
import { Instant } from './staff.ts';

export const ExportQuestion = z.strictObject({
  language: Language.default('zh-CN').describe('In which the transcript names who speaks.'),
});

/** Where an export says how its texts came by their words; there where a model was asked for any. */
export const PHRASED_TEXTS = 'phrasing.json';

/** A text that a model was asked to say in other words, as it stands in the export. */
export const PhrasedText = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('reply'),
    version: z.int().describe('Of the event, along the talk.'),
    at: Instant,
    act: z.string().describe('What the bot does by it.'),
    slot: z.string().optional(),
    text: z.string().describe('What was shown.'),
    ...Phrasing.shape,
  }),
  z.strictObject({
    of: z.literal('summary'),
    case: z.string().nullable().describe('Number of the case; null: it is not filed yet.'),
    text: z.string().describe('What mediators read.'),
    ...Phrasing.shape,
  }),
]);
export type PhrasedText = z.infer<typeof PhrasedText>;

/** `manifest.json` of an export: what was taken away, by whom and when, with a hash for each file that came. */
export const ExportManifest = z.strictObject({
  format: z.literal('parley-export/1'),
  conversation: z.string(),
  at: Instant.describe('When it was made.'),
  by: Mediator.describe('Who took it away.'),
  zone: z.string().describe('IANA time zone of the times in the transcript.'),
  cases: z.array(z.string()).describe('Numbers of the cases in it.'),
  generated: z
    .strictObject({
      texts: z
        .int()
        .describe('How many texts in it are in the words of a model, each marked where it stands.'),
      models: z.array(z.string()),
      explainedIn: z.literal(PHRASED_TEXTS),
    })
    .optional()
    .describe('Absent where every word is by rules or people.'),
  evidence: z
    .array(
      CaseEvidence.extend({
        path: z.string().nullable().describe('Where it lies in the archive; null: its bytes are lost.'),
      }),
    )
    .describe('All files of the conversation in the order in which they came.'),
});
export type ExportManifest = z.infer<typeof ExportManifest>;
