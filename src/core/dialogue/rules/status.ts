import type { Rule } from '../turn.ts';

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
    const state = turn.words(`case-${turn.moment.caseStatus ?? 'filed'}`);
    turn.say(
      'status',
      { number: filed.number, state, by: turn.day(filed.answerBy), receiver: turn.moment.receiver },
      {
        card: { kind: 'case', title: turn.words('card-case'), number: filed.number },
        buttons: [turn.button('button-human', 'act:human')],
      },
    );
    return 'done';
  },
};
