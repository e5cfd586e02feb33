import type { CaseStatus } from '../../case/status.ts';
import type { PhraseKey } from '../../knowledge/phrases.ts';
import type { Rule } from '../turn.ts';

const TELLS: Record<CaseStatus, PhraseKey> = {
  filed: 'status',
  'in-progress': 'status-in-progress',
  'waiting-for-person': 'status-waiting-for-person',
  closed: 'status-closed',
};

/** 「处理到哪一步了」: number, state, and what happens next. */
export const status: Rule = {
  name: 'status',
  apply(turn) {
    if (!turn.does('status')) return undefined;
    turn.understood = true;
    const filed = turn.state.filed.at(-1);
    if (!filed) {
      turn.say('status', {}, { key: turn.state.negotiation ? 'status-not-filed' : 'status-none' });
      return 'done';
    }
    const status = turn.moment.caseStatus ?? 'filed';
    const isLate = status === 'filed' && filed.answerBy < turn.today;
    turn.say(
      'status',
      { number: filed.number, by: turn.day(filed.answerBy), receiver: turn.moment.receiver },
      {
        key: isLate ? 'status-late' : TELLS[status],
        card: { kind: 'case', title: turn.words('card-case'), number: filed.number },
        buttons: [turn.button('button-human', 'act:human')],
      },
    );
    return 'done';
  },
};
