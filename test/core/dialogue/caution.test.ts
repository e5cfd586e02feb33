import { describe, expect, test } from 'vitest';
import { Talk, repliesOf } from '../../../src/runtime/check/talk.ts';
import { mind } from '../../support/running.ts';

const answerOn = (day: string, question: string) =>
  repliesOf(new Talk(mind, 'zh-CN', day).say(question)).find(reply => reply.act === 'answer');

/** An answer all of whose facts are of high confidence. */
const sure = [...mind.knowledge.faq.values()].find(entry =>
  entry.facts.every(fact => {
    const [kind, id = ''] = fact.split('.');
    const known = kind === 'authority' ? mind.knowledge.authorities.get(id) : mind.knowledge.rules.get(id);
    return known?.confidence === 'high';
  }),
);
const question = sure?.questions['zh-CN'][0] ?? '';

describe('caution', () => {
  test('is not spoken while every fact is sure and fresh', () => {
    expect(answerOn('2026-11-26', question)?.text).not.toContain('请以官方渠道为准');
  });

  test('is spoken of every fact after its review day, by itself', () => {
    const answer = answerOn('2029-01-01', question);
    expect(answer?.text).toContain('请以官方渠道为准');
    expect(answer?.text).toContain('信息截至');
    expect(answer?.basis?.every(one => one.trust.includes('复核'))).toBe(true);
  });

  test('is spoken of a doubtful fact, with the day of its source', () => {
    expect(answerOn('2026-11-26', '12378投诉多久有结果')?.text).toContain('信息截至 2026年11月23日');
  });

  test('never stands in an urgent message, where what to do stands alone', () => {
    const [reply] = repliesOf(new Talk(mind, 'zh-CN', '2029-01-01').say('我不想活了'));
    expect(reply?.tone).toBe('urgent');
    expect(reply?.text).not.toContain('信息截至');
  });

  test('an answer carries its sources, each with its day and how far it can be trusted', () => {
    const answer = answerOn('2026-11-26', '支付宝可以打12378协商吗');
    expect(answer?.basis?.length).toBeGreaterThan(3);
    for (const one of answer?.basis ?? []) {
      expect(one.source).not.toMatch(/https?:|www\./);
      expect(one.day).toMatch(/^\d{4}年/);
      expect(one.trust.length).toBeGreaterThan(2);
    }
  });
});
