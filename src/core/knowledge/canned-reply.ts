import { z } from 'zod';
import { REPLY_PARAMETERS, unknownParameters } from './fill-reply.ts';
import { Id, Localized } from './localized.ts';

/** What mediators look replies through by, in the order of a talk. */
export const ReplyTopic = z.enum(['opening', 'asking', 'material', 'progress', 'safety', 'closing']);
export type ReplyTopic = z.infer<typeof ReplyTopic>;

const text = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, context) => {
    for (const name of unknownParameters(text))
      context.addIssue({
        code: 'custom',
        message: `unknown parameter {${name}}; known here: ${REPLY_PARAMETERS.join(', ')}`,
      });
  });

/** One entry of `knowledge/replies.yaml`: a sentence that mediators say daily, to be changed before it is sent. */
export const CannedReply = z.strictObject({
  id: Id,
  topic: ReplyTopic,
  /** What it is found by. */
  title: Localized,
  text: z.strictObject({ 'zh-CN': text, en: text }),
});
export type CannedReply = z.infer<typeof CannedReply>;
