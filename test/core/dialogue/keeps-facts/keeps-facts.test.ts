import { describe, expect, test } from 'vitest';
import { keepsFacts } from '../../../../src/core/dialogue/keeps-facts/keeps-facts.ts';
import type { VetoReason } from '../../../../src/core/dialogue/keeps-facts/veto.ts';

const vetoOf = (draft: string, rewording: string, language: 'zh-CN' | 'en' = 'zh-CN'): VetoReason | null =>
  keepsFacts(draft, rewording, language)?.reason ?? null;

describe('what may be said otherwise', () => {
  test.each([
    ['这一笔付了多少钱？', '请问这一笔付了多少钱呢？'],
    ['这一笔付了多少钱？', '您这一笔付了多少钱？'],
    ['快递单号是多少？没有就说「没有」。', '请问快递单号是多少？没有的话，说「没有」就好。'],
    ['快递单号是多少？没有就说「没有」。', '快递单号是多少呢？如果没有，就说“没有”。'],
    ['付款金额是3500元。', '付款金额是三千五百块。'],
    ['付款时间是2026年3月15日。', '付款时间：2026-03-15。'],
    ['不用退货。', '无需退货。'],
    ['没有也没关系，以后可以补。', '以后可以补，没有也不要紧。'],
    ['请不要删除聊天记录。', '聊天记录请别删除。'],
    ['我记下了：⟦1⟧。有不对的，直接告诉我。', '好的，我记下了：⟦1⟧。如果有不对的，请直接跟我说。'],
  ])('%s → %s', (draft, rewording) => expect(vetoOf(draft, rewording)).toBe(null));

  test.each([
    ['On what day did you pay?', 'On which day did you pay, please?'],
    ['You do not need to send it back.', "You don't need to send it back."],
    [
      '“Amount paid” is changed from “3,500 yuan” to “3,050 yuan”.',
      'All right, “Amount paid” is changed from “3,500 yuan” to “3,050 yuan”.',
    ],
  ])('%s → %s', (draft, rewording) => expect(vetoOf(draft, rewording, 'en')).toBe(null));
});

describe('what may not', () => {
  test.each<[VetoReason, string, string]>([
    ['empty', '好的。', ' '],
    ['length', '这一笔付了多少钱？', '这一笔付了多少钱呢？'.repeat(8)],
    ['form', '这一笔付了多少钱？', '**这一笔付了多少钱？**'],
    ['form', '这一笔付了多少钱？', '这一笔付了多少钱？😀'],
    ['language', '这一笔付了多少钱？', '这一笔 how much 付了多少钱？'],
    ['values', '付款金额是3500元。', '付款金额是3050元。'],
    ['values', '付款金额是3500元。', '付款金额是3500多元。'],
    ['values', '点「没问题」就继续。', '点「同意」就继续。'],
    ['values', '我记下了：⟦1⟧和⟦2⟧。', '我记下了：⟦1⟧。'],
    ['force', '12378 不能要求减免。', '12378 能要求减免。'],
    ['force', '不能退，可以换。', '可以退，不能换。'],
    ['force', '可能要等几天。', '一定要等几天。'],
    ['force', '最多20个文件。', '至少20个文件。'],
    ['force', '先打 110，再打 95188。', '先打 95188，再打 110。'],
    ['force', '如果不对，点下面换一个。', '点下面换一个。'],
    ['force', '您可以跳过。', '您必须跳过。'],
    ['question', '这一笔付了多少钱？', '这一笔是什么时候付的钱？'],
    ['question', '确定吗？', '确定。'],
    ['swapped', '您已经找过谁了？', '谁已经找过您了？'],
    ['swapped', '12378 把投诉转给机构。', '机构把投诉转给 12378。'],
    ['swapped', '请您再说一遍。', '请我再说一遍。'],
    ['missing', '时间和金额写清楚。', '时间写清楚。'],
    ['force', '好的，不改。', '好的，不改，验证码发我。'],
    ['force', '材料还在这里。', '材料还在这里，建议找代理。'],
    ['added', '材料还在这里。', '材料还在这里，去领奖。'],
    ['added', '先停在这里。', '先停在这里，您自己来。'],
    ['order', '录音可以剪成几段，图片可以截图。', '图片可以剪成几段，录音可以截图。'],
  ])('%s: %s → %s', (reason, draft, rewording) => expect(vetoOf(draft, rewording)).toBe(reason));

  test.each<[VetoReason, string, string]>([
    ['force', 'Starting over clears all answers.', 'Starting over has cleared all answers.'],
    ['swapped', 'Whom have you asked to return it?', 'Who has asked you to return it?'],
    ['values', 'Call 12378 on working days.', 'Call 12315 on working days.'],
    ['force', 'It cannot order a reduction.', 'It can order a reduction.'],
    ['language', 'How much did you pay?', '请问您这一笔付了多少钱？'],
  ])('%s: %s → %s', (reason, draft, rewording) => expect(vetoOf(draft, rewording, 'en')).toBe(reason));
});

test('a mark is a word like others, and stays in its place', () => {
  expect(vetoOf('「⟦1⟧」从「⟦2⟧」改成「⟦3⟧」了。', '「⟦1⟧」从「⟦3⟧」改成「⟦2⟧」了。')).toBe('values');
});
