import { z } from 'zod';
import { Language } from '../../core/knowledge/localized.ts';

export const NegotiationsQuestion = z.strictObject({ language: Language.default('zh-CN') });
export const NegotiationList = z.strictObject({
  negotiations: z.array(z.strictObject({ id: z.string(), label: z.string() })),
});

export const QuestionList = z.strictObject({
  questions: z.array(z.strictObject({ id: z.string(), label: z.string() })),
});

export const AnswersQuestion = z.strictObject({
  q: z.string().trim().min(1).max(200).describe('A question, or words of it.'),
  language: Language.default('zh-CN').describe('In which the person reads.'),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});
/** Best first. */
export const AnswerList = z.strictObject({
  answers: z.array(
    z.strictObject({
      id: z.string().describe('Names it in `/conversations/:id/answers`.'),
      title: z.string(),
      text: z.string(),
    }),
  ),
});
