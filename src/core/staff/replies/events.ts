import { z } from 'zod';
import { ReplyTopic } from '../../knowledge/canned-reply.ts';
import { LANGUAGES } from '../../knowledge/localized.ts';
import { By } from '../events.ts';

const Wording = z.strictObject({
  /** What it is found by. */
  title: z.string().trim().min(1).max(40),
  text: z.string().trim().min(1).max(1_000),
});
export type Wording = z.infer<typeof Wording>;

/** What the operator's own supervisors wrote for mediators to say, in the languages that somebody wrote it in. */
export const ReplyContent = z.strictObject({
  topic: ReplyTopic,
  wordings: z
    .strictObject({ 'zh-CN': Wording.optional(), en: Wording.optional() })
    .refine(wordings => LANGUAGES.some(language => wordings[language]), 'in one language at least'),
});
export type ReplyContent = z.infer<typeof ReplyContent>;

/** All that can happen to the replies of an installation; `reply` may be one that comes with the knowledge where it is hidden. */
export const ReplyEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ReplyWritten'), reply: z.string(), content: ReplyContent, by: By }),
  /** Mediators are not offered it any more. */
  z.strictObject({ type: z.literal('ReplyHidden'), reply: z.string(), by: By }),
  z.strictObject({ type: z.literal('ReplyShown'), reply: z.string(), by: By }),
]);
export type ReplyEvent = z.infer<typeof ReplyEvent>;
