import { describe, expect, test } from 'vitest';
import { mixed } from '../../../corpus/zh-CN/mixed.ts';
import { read } from './read.ts';

const KINDS = new Set(['money', 'count', 'rate', 'order-number', 'phone']);

describe('several numbers in one message', () => {
  test.each(Object.entries(mixed))('«%s» holds %j', (message, values) => {
    const found = read(message).filter(({ kind }) => KINDS.has(kind));
    expect(found.map(({ kind, words }) => `${kind} ${words}`)).toEqual(values);
  });
});
