import { z } from 'zod';
import { AuditEntry, Audited } from '../../core/staff/audit.ts';
import { Instant } from './staff.ts';

const Day = z.iso.date();

export const AuditQuestion = z.strictObject({
  who: z.string().max(80).optional().describe('Id of an account, `key:<id>`, `operator` or `system`.'),
  what: Audited.optional(),
  about: z.string().max(80).optional().describe('Id of an account, a key, a conversation or a case.'),
  since: Day.optional().describe('First day, in UTC.'),
  until: Day.optional().describe('Last day, in UTC.'),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}@(\d{1,9}|next)$/)
    .optional()
    .describe('From the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Newest first. There may be fewer lines than asked for and still more after them: only a `cursor` of null is the end. */
export const AuditAnswer = z.strictObject({
  lines: z.array(AuditEntry.extend({ at: Instant })),
  cursor: z.string().nullable(),
});
