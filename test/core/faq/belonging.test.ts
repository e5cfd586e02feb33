import { describe, expect, test } from 'vitest';
import { belonging } from '../../../src/core/faq/belonging.ts';
import { facetsIn } from '../../../src/core/nlu/facets.ts';
import { mind } from '../../support/running.ts';

const ofUs = (text: string): number => belonging(mind.faq, text, facetsIn(text, mind.understanding));

describe('what belongs to our field', () => {
  const ours = [
    '花呗逾期了会不会上征信',
    '借呗还不上能跟他们谈谈吗',
    '商家一直不发货也不退钱',
    '催收天天给我家里人打电话',
    '12378什么时候有人接',
    '被骗了钱还能追回来吗',
    'the shop will not refund me',
    'debt collectors keep calling my parents',
  ];
  const foreign = [
    '明天会下雪吗',
    '给我唱首周杰伦的歌',
    '红烧排骨怎么做才好吃',
    '手机屏幕碎了',
    '附近有没有评分高的餐馆',
    '西安有哪些景点',
    '你觉得我漂亮吗',
    '三乘以八等于几',
    'what is the weather like tomorrow',
    'play some music please',
  ];
  test.each(ours)('%s', text => expect(ofUs(text)).toBeGreaterThan(0.6));
  test.each(foreign)('but not %s', text => expect(ofUs(text)).toBeLessThan(0.42));
  test('what is named outweighs words of elsewhere', () =>
    expect(ofUs('花呗买的电影票能退吗')).toBeGreaterThan(ofUs('哪里能买电影票')));
  test('nothing at all belongs to nobody', () => expect(ofUs('')).toBe(0));
  test('is a share, whatever is written', () => {
    for (const text of [
      '?',
      '***',
      '。。。',
      '𠮷',
      '12378'.repeat(500),
      'a'.repeat(5_000),
      '花呗'.repeat(3_000),
    ]) {
      expect(ofUs(text)).toBeGreaterThanOrEqual(0);
      expect(ofUs(text)).toBeLessThanOrEqual(1);
    }
  });
});
