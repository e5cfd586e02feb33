import { z } from 'zod';
import { Mediator } from '../../core/conversation/events.ts';
import { CaseEvidence } from '../../core/case/case-file.ts';
import { Language } from '../../core/knowledge/localized.ts';
import { Instant } from './staff.ts';

export const ExportQuestion = z.strictObject({
  language: Language.default('zh-CN').describe('In which the transcript names who speaks.'),
});

/** `manifest.json` of an export: what was taken away, by whom and when, with a hash for each file that came. */
export const ExportManifest = z.strictObject({
  format: z.literal('parley-export/1'),
  conversation: z.string(),
  at: Instant.describe('When it was made.'),
  by: Mediator.describe('Who took it away.'),
  zone: z.string().describe('IANA time zone of the times in the transcript.'),
  cases: z.array(z.string()).describe('Numbers of the cases in it.'),
  evidence: z
    .array(
      CaseEvidence.extend({
        path: z.string().nullable().describe('Where it lies in the archive; null: its bytes are lost.'),
      }),
    )
    .describe('All files of the conversation in the order in which they came.'),
});
export type ExportManifest = z.infer<typeof ExportManifest>;
