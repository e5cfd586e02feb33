import { prepareMind } from '../../core/dialogue/mind.ts';
import { Problems } from '../knowledge/problems.ts';
import { openKnowledge } from '../load-knowledge.ts';
import { answerForm } from './answer-form.ts';
import { answersFound } from './answers-found.ts';
import type { Check, CheckContext } from './check.ts';
import { conditionsCanBeMet, routesDecide } from './conditions.ts';
import { doNotSay } from './do-not-say.ts';
import { everyPathEnds } from './paths.ts';
import { questionsTakeAnswers } from './questions-take-answers.ts';

/** All that is checked beyond what stops the start, in this order. */
export const checks: Check[] = [
  doNotSay,
  answerForm,
  answersFound,
  questionsTakeAnswers,
  conditionsCanBeMet,
  routesDecide,
  everyPathEnds,
];

/**
 * Opens a knowledge folder for checking.
 * @param today the day on which it is judged, YYYY-MM-DD
 * @throws KnowledgeError where it is not even well formed
 */
export function contextOf(folder: string, today: string): CheckContext {
  const opened = openKnowledge(folder);
  return { ...opened, mind: prepareMind(opened.knowledge), problems: new Problems(), today };
}
