import { z } from 'zod';
import { Id, Localized } from './localized.ts';

/** What a mediator's program fills in: the mediator's name, who receives the case, its number, and the day of an answer. */
export const REPLY_PARAMETERS = ['name', 'receiver', 'number', 'day'] as const;

const PARAMETER = /(?<!\{)\{([^{}]*)\}(?!\})/g;

const text = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, context) => {
    for (const [, name = ''] of text.matchAll(PARAMETER))
      if (!REPLY_PARAMETERS.some(one => one === name))
        context.addIssue({
          code: 'custom',
          message: `unknown parameter {${name}}; known here: ${REPLY_PARAMETERS.join(', ')}`,
        });
  });

/** One entry of `knowledge/replies.yaml`: a sentence that mediators say daily, to be changed before it is sent. */
export const CannedReply = z.strictObject({
  id: Id,
  /** What it is found by. */
  title: Localized,
  text: z.strictObject({ 'zh-CN': text, en: text }),
});
export type CannedReply = z.infer<typeof CannedReply>;
