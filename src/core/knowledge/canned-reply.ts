import { z } from 'zod';
import { Id, Localized } from './localized.ts';

/** What a mediator's program fills in: the mediator's name, who receives the case, its number, and the day of an answer. */
export const REPLY_PARAMETERS = ['name', 'receiver', 'number', 'day'] as const;
export type ReplyParameter = (typeof REPLY_PARAMETERS)[number];

/** What mediators look replies through by, in the order of a talk. */
export const ReplyTopic = z.enum(['opening', 'asking', 'material', 'progress', 'safety', 'closing']);
export type ReplyTopic = z.infer<typeof ReplyTopic>;

const PARAMETER = /(?<!\{)\{([^{}]*)\}(?!\})/g;

/** Parameters of a text that nobody fills in. */
export const unknownParameters = (text: string): string[] =>
  Array.from(text.matchAll(PARAMETER), ([, name = '']) => name).filter(
    name => !REPLY_PARAMETERS.some(one => one === name),
  );

/** A text with its parameters in place, as far as they are known, and those that are not. */
export function fillReply(
  text: string,
  known: Partial<Record<ReplyParameter, string>>,
): { text: string; missing: ReplyParameter[] } {
  const missing = REPLY_PARAMETERS.filter(name => known[name] === undefined && text.includes(`{${name}}`));
  const filled = text.replace(PARAMETER, (whole, name: ReplyParameter) => known[name] ?? whole);
  return { text: filled, missing };
}

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
