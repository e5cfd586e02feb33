import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConversationEvent } from '../../../src/core/conversation/events.ts';
import { conversationOf, evolve } from '../../../src/core/conversation/evolve.ts';
import { emptyConversation } from '../../../src/core/conversation/state.ts';
import { takeTurn } from '../../../src/core/dialogue/take-turn.ts';
import { mind } from '../../support/running.ts';

const moment = {
  now: '2026-11-24T02:00:00.000Z',
  freshCaseNumber: '261124-00000-00001',
  receiver: '测试运营方',
  answerWithinDays: 3,
  limits: { maxBytes: 1_000_000, maxFiles: 20 },
  caseStatus: null,
  desk: { isOpen: true, opensAt: null },
};

const sayings = [
  '支付宝可以打12378协商吗',
  '我在淘宝买了双鞋299元，商家不发货',
  '不知道',
  '跳过',
  '上一步',
  '重新开始',
  '确定',
  '取消',
  '继续',
  '转人工',
  '不对，金额是350元',
  '花呗欠了两万还不上',
  '为什么要问这个',
  'English please',
  '说中文',
  '没有了',
  '没问题',
  '同意',
  '不同意',
  '处理到哪一步了',
  '昨天',
  '三万五',
  '名鞋汇旗舰店',
  '换成服务投诉',
  '我的验证码是123456',
  '不想活了',
  '',
  '😡',
  '<b>x</b>',
  '再说一遍',
  '要改',
  '13800001234',
];
const message = fc.oneof(fc.constantFrom(...sayings), fc.string({ unit: 'binary', maxLength: 60 }));
const choice = fc.constantFrom(
  'type:trade',
  'type:repayment',
  'type:nothing',
  'slot:problem=fake',
  'slot:problem=nonsense',
  'candidate:0',
  'candidate:9',
  'edit:amount',
  'edit:nothing',
  'element:other',
  'answer:unknown',
  'answer:nonsense',
  'act:skip',
  'consent:yes',
  'confirm:summary',
  'language:en',
  'language:xx',
  'faq:none',
  'zzz',
);
const files = fc.array(fc.constantFrom('__proto__', 'constructor', 'never-sent'), { maxLength: 2 });
const turn = fc.record({
  text: message,
  choice: fc.option(choice, { nil: undefined, freq: 3 }),
  evidence: files,
});

test('any talk is total: every turn gives valid events, answers something, and survives a round through JSON', () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 12 }), turns => {
      let state = { ...emptyConversation, started: true };
      const all: ConversationEvent[] = [];
      for (const [at, said] of turns.entries()) {
        const events = takeTurn(state, { ...said, id: `m${at}`, refusals: [] }, mind, moment);
        for (const event of events) ConversationEvent.parse(event);
        expect(
          events.some(event => event.type === 'BotReplied'),
          JSON.stringify(said),
        ).toBe(true);
        all.push(...events);
        state = events.reduce(evolve, state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }
      expect({ ...conversationOf(all), started: true }).toEqual(state);
    }),
    { numRuns: 300 },
  );
});

test('the same turn twice gives the same events', () => {
  fc.assert(
    fc.property(turn, said => {
      const once = takeTurn(emptyConversation, { ...said, id: 'm', refusals: [] }, mind, moment);
      const twice = takeTurn(emptyConversation, { ...said, id: 'm', refusals: [] }, mind, moment);
      expect(twice).toEqual(once);
    }),
  );
});

test('an event of an unknown type changes nothing', () => {
  const unknown = { type: 'FromTheFuture' } as unknown as ConversationEvent;
  expect(evolve(emptyConversation, unknown)).toBe(emptyConversation);
});
