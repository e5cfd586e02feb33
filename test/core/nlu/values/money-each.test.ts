import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const each = (text: string): (string | undefined)[] =>
  read(text).flatMap(({ candidates: [value] }) => (value?.kind === 'money' ? [value.each] : []));

describe('an amount that comes again and again', () => {
  test.each([
    ['每期1200元共24期', 'instalment'],
    ['每期要还1200', 'instalment'],
    ['1200元一期', 'instalment'],
    ['月供3000块', 'month'],
    ['每个月最多能还500元', 'month'],
    ['工资3000块每月', 'month'],
    ['每天利息50块', 'day'],
    ['每次扣我19.9元', 'time'],
    ['I pay 300 yuan a month', 'month'],
    ['each instalment is 1200 yuan', 'instalment'],
  ])('%s comes each %s', (text, often) => {
    expect(each(text)).toEqual([often]);
  });

  test.each([
    '花了1200元',
    '一个月前花了300元',
    '一共3500块',
    '每天给客服打电话，退了300元',
    'a month ago I paid 300 yuan',
  ])('%s comes once', text => {
    expect(each(text)).toEqual([undefined]);
  });
});
