import type { Rule } from '../turn.ts';
import { agentWarning } from './agent-warning.ts';
import { answerQuestion } from './answer-question.ts';
import { back } from './back.ts';
import { bannedNumber } from './banned-number.ts';
import { chooseType } from './choose-type.ts';
import { contact } from './contact.ts';
import { correct } from './correct.ts';
import { edit } from './edit.ts';
import { evidenceStage } from './evidence-stage.ts';
import { files } from './files.ts';
import { fill } from './fill.ts';
import { human } from './human.ts';
import { language } from './language.ts';
import { mediatorPresent } from './mediator-present.ts';
import { notUnderstood } from './not-understood.ts';
import { rating } from './rating.ts';
import { safety } from './safety.ts';
import { settleProposal } from './settle-proposal.ts';
import { status } from './status.ts';
import { stop } from './stop.ts';
import { summaryStage } from './summary-stage.ts';
import { talk } from './talk.ts';
import { unreadable } from './unreadable.ts';

/**
 * What the bot does with a message, in this order: silence while a mediator speaks, safety, the person's commands,
 * files, the type, answers and corrections, questions, and at last that nothing was understood.
 */
export const rules: Rule[] = [
  mediatorPresent,
  unreadable,
  safety,
  contact,
  human,
  rating,
  stop,
  language,
  back,
  status,
  talk,
  edit,
  agentWarning,
  bannedNumber,
  files,
  settleProposal,
  evidenceStage,
  chooseType,
  correct,
  fill,
  summaryStage,
  answerQuestion,
  notUnderstood,
];
