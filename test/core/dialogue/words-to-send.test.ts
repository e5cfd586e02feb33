import { describe, expect, test } from 'vitest';
import { type Conversation, emptyConversation } from '../../../src/core/conversation/state.ts';
import { moodOf } from '../../../src/core/dialogue/mood-of.ts';
import { decideTurn } from '../../../src/core/dialogue/take-turn.ts';
import type { Turn } from '../../../src/core/dialogue/turn.ts';
import { wordsToSend } from '../../../src/core/dialogue/words-to-send.ts';
import type { Language } from '../../../src/core/knowledge/localized.ts';
import { limits, mind } from '../../support/running.ts';

const moment = {
  now: '2026-11-24T02:00:00.000Z',
  freshCaseNumber: '261124-00000-00001',
  receiver: '测试运营方',
  answerWithinDays: 3,
  limits,
  caseStatus: null,
  desk: { isOpen: true, opensAt: null },
};

function turnOf(text: string, state: Partial<Conversation> = {}, choice?: string): Turn {
  const message = { id: 'm', text, choice, evidence: [], refusals: [] };
  return decideTurn({ ...emptyConversation, started: true, ...state }, message, mind, moment);
}
const sent = (text: string, language: Language = 'zh-CN'): string | null =>
  wordsToSend(turnOf(text, { language }));

describe('of what a person said is sent', () => {
  test.each([
    ['我叫王小明，花呗欠3500元，能分24期吗', '我叫＊1，花呗欠＊2元，能分＊3期吗'],
    ['我叫欧阳娜娜，护照E12345678', '我叫＊1，护照＊2'],
    ['张伟骗了我五千块，他微信zhangwei88', '＊1了我五千块，他微信＊2'],
    ['身份证110101199003074514，卡号6222021234567890123', '身份证＊1，卡号＊2'],
    ['你们到底管不管，真是垃圾', '你们到底管不管，真是垃圾'],
    ['付款后一直不发货怎么办', '付款后一直不发货怎么办'],
    ['支付宝可以打12378协商吗', '支付宝可以打12378协商吗'],
    ['我太生气了，每天打电话骚扰我家人，我快崩溃了', '我太生气了，每天打电话骚扰我家人，我快崩溃了'],
  ])('%s', (text, words) => expect(sent(text)).toBe(words));

  test.each([
    [
      'My name is Li Wei, I bought shoes on Taobao for 299 yuan',
      'My name is ＊1, I bought shoes on ＊2 for ＊3 yuan',
    ],
    ['Can I call 12378?', 'Can I call 12378?'],
    ['The seller never answered and I am very angry', 'The seller never answered and I am very angry'],
  ])('%s', (text, words) => expect(sent(text, 'en')).toBe(words));
});

describe('nothing is sent', () => {
  test('of a pressed button', () => expect(wordsToSend(turnOf('转人工', {}, 'act:human'))).toBeNull());
  test('where only numbers and names are said', () => expect(sent('13812345678')).toBeNull());
  test('of nothing', () => expect(sent('')).toBeNull());
  test('of what is too long to be read', () => expect(sent('垃圾'.repeat(3_000))).toBeNull());
  test('of an answer to the question of a form that asks who or where', () => {
    const state = turnOf('我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我').state;
    expect(state.asking).toBe('merchant');
    expect(wordsToSend(turnOf('小红书那个，不知道叫啥，气死我了', state))).toBeNull();
  });
});

test('marks in a person’s words are no marks', () => {
  expect(sent('⟦1⟧你们管不管，气死人了＊9')).not.toMatch(/[⟦⟧]|＊9/);
});

test('long words are cut', () => expect(sent('你们怎么还不处理，'.repeat(200))?.length).toBe(300));

describe('somebody is taken to be upset', () => {
  test.each([
    ['who scolds', '你们真是垃圾', {}],
    ['who was not understood again and again', '嗯？？那个', { asking: 'type', misses: 2 }],
    ['who was in danger before', '好的', { safety: ['distress' as const] }],
  ])('%s', (_, text, state) => expect(moodOf(turnOf(text, state))).toBe('upset'));

  test('and nobody else', () => expect(moodOf(turnOf('花呗怎么延期'))).toBe('calm'));
});
