import { expect, test } from 'vitest';
import { CaseStatus } from '../../../src/core/case/status.ts';
import { emptyConversation } from '../../../src/core/conversation/state.ts';
import { takeTurn } from '../../../src/core/dialogue/take-turn.ts';
import { LANGUAGES } from '../../../src/core/knowledge/localized.ts';
import { repliesOf } from '../../../src/runtime/check/talk.ts';
import { limits, mind } from '../../support/running.ts';

const number = '261124-00000-00001';
const asks = { 'zh-CN': '处理到哪一步了', en: 'How does it stand?' };

function told(language: (typeof LANGUAGES)[number], caseStatus: CaseStatus, day = '2026-11-25') {
  const state = {
    ...emptyConversation,
    started: true,
    language,
    filed: [{ number, answerBy: '2026-11-27' }],
  };
  const moment = {
    now: `${day}T02:00:00.000Z`,
    freshCaseNumber: '',
    receiver: '测试运营方',
    answerWithinDays: 3,
    limits,
    caseStatus,
    desk: { isOpen: true, opensAt: null },
  };
  return repliesOf(
    takeTurn(state, { id: 'm', text: asks[language], evidence: [], refusals: [] }, mind, moment),
  );
}

test.each(LANGUAGES)('in %s each status is told in words of its own, with the number', language => {
  const texts = CaseStatus.options.map(status => {
    const [reply] = told(language, status);
    expect(reply?.act).toBe('status');
    expect(reply?.text).toContain(number);
    return reply?.text;
  });
  expect(new Set(texts).size).toBe(CaseStatus.options.length);
});

test('a promise is made only while it can be kept', () => {
  expect(told('zh-CN', 'filed', '2026-11-27')[0]?.text).toContain('最晚');
  const [late] = told('zh-CN', 'filed', '2026-11-28');
  expect(late?.text).not.toContain('最晚');
  expect(late?.text).toContain('过了');
  expect(late?.buttons?.map(button => button.value)).toEqual(['act:human']);
});
