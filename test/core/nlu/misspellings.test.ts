import { describe, expect, test } from 'vitest';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { contextOf } from '../../support/reading-context.ts';
import { mind } from '../../support/running.ts';

const named = (text: string): string[] => {
  const { products, actions } = interpret(text, mind.understanding, contextOf());
  return [...products, ...actions].map(({ id }) => id);
};
const chosen = (text: string): string[] =>
  interpret(text, mind.understanding, contextOf()).choices.map(({ slot, value }) => `${slot}=${value}`);

describe('misspelt words', () => {
  test.each([
    ['花贝预期了怎么办', ['huabei', 'repay']],
    ['花唄逾期了怎麼辦', ['huabei', 'repay']],
    ['借贝能协伤吗', ['jiebei', 'negotiate']],
    ['催手天天打电话', ['collect']],
    ['怎么投述支付保', ['complain', 'alipay']],
    ['can i get a refound', ['refund']],
  ])('%s', (text, ids) => {
    expect(named(text)).toEqual(expect.arrayContaining(ids));
  });

  test('are found in longer sayings too', () => {
    expect(chosen('商加不给退宽')).toEqual(chosen('商家不给退款'));
    expect(chosen('商家不给退款')).toContain('problem=no-refund');
  });

  test.each([
    ['收到的东西跟预期不符', 'repay'],
    ['没有达到预期效果', 'repay'],
    ['系统自动结算了', 'appeal'],
  ])('words that are right as they are mean what they say: %s', (text, id) => {
    expect(named(text)).not.toContain(id);
  });
});
