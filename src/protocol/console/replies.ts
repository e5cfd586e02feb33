import { z } from 'zod';
import { ReplyTopic } from '../../core/knowledge/canned-reply.ts';
import { Language } from '../../core/knowledge/localized.ts';
import { REPLY_PROBLEMS } from '../../core/knowledge/reply-problem.ts';
import { ReplyContent } from '../../core/staff/replies/events.ts';
import { OrderId, Version } from './desk.ts';
import { Instant } from './staff.ts';

export const ReplyProblem = z.strictObject({
  kind: z
    .enum(REPLY_PROBLEMS)
    .describe(
      '`claim`, `banned`, `parameter` and `citation` are refused; `number` and `address` have to be meant; the others are hints.',
    ),
  language: Language,
  words: z.string(),
  advice: z.string().nullable(),
});
export type ReplyProblem = z.infer<typeof ReplyProblem>;

const Wording = z.strictObject({
  title: z.string(),
  text: z
    .string()
    .describe('As it is sent; `{name}`, `{receiver}`, `{number}` and `{day}` are to be filled in.'),
  source: z.string().describe('As it is written, with `{{…}}` where a fact is cited.'),
});

export const Reply = z
  .strictObject({
    id: z.string(),
    isOwn: z.boolean().describe('Written by supervisors here; the others come with the knowledge.'),
    topic: ReplyTopic,
    wordings: z.strictObject({ 'zh-CN': Wording.optional(), en: Wording.optional() }),
    isHidden: z.boolean().describe('Whether mediators are not offered it.'),
    version: z.int().describe('Name it in a change.'),
    changed: z.strictObject({ by: z.string(), at: Instant }).nullable(),
    problems: z.array(ReplyProblem),
  })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof Reply>;

export const ReplyList = z.strictObject({
  receiver: z.string().describe('What `{receiver}` stands for.'),
  replies: z.array(Reply),
});

export const ReplyPath = z.strictObject({ id: z.string().regex(/^[\w-]{1,80}$/) });
export const ReplyProblems = z.strictObject({ problems: z.array(ReplyProblem) });

const isMeant = z
  .boolean()
  .default(false)
  .describe('Also where nothing known vouches for a number or an address in it.');
export const ReplyOrder = z.strictObject({ id: OrderId, content: ReplyContent, isMeant });
export const ReplyChange = z.strictObject({ version: Version, content: ReplyContent, isMeant });
export const ReplyShown = z.strictObject({ version: Version, isShown: z.boolean() });
export { ReplyContent };
