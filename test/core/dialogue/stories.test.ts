import { describe, expect, test } from 'vitest';
import { repliesOf, Talk } from '../../../src/runtime/check/talk.ts';
import { mind } from '../../support/running.ts';

function firstTurn(story: string) {
  const language = /\p{Script=Han}/u.test(story) ? 'zh-CN' : 'en';
  const events = new Talk(mind, language, '2026-11-23').say(story);
  const taken = events.find(event => event.type === 'TypeChosen')?.negotiation ?? null;
  const buttons = repliesOf(events).flatMap(reply => reply.buttons ?? []);
  return {
    taken,
    acts: repliesOf(events).map(({ act }) => act),
    offered: buttons.flatMap(({ value }) => (value.startsWith('type:') ? [value.slice(5)] : [])),
  };
}

describe('a story without a keyword takes its type', () => {
  test.each([
    ['trade', '网上订的书架少了两块板，找他补，他说仓库没记录'],
    ['trade', 'the kettle i ordered leaks and they refuse to exchange it'],
    ['service', '打了五次热线，每次都说会回电，一个电话都没有'],
    ['service', 'i called three times and nobody ever got back to me'],
    ['rights', '半夜手机响了一串，起来一看卡里的钱全没了'],
    ['rights', 'i woke up and my savings were gone, i never touched them'],
    ['repayment', '公司裁了我，下个月十号那笔真拿不出来'],
    ['repayment', 'lost my job and cannot cover the payment due on the 10th'],
  ])('%s: %s', (type, story) => expect(firstTurn(story).taken).toBe(type));
});

describe('a near tie is offered', () => {
  test('as the types that are told of, after what is urgent in one of them', () => {
    const { taken, acts, offered } = firstTurn('里面的钱动不了，打了七次，每次让等三个工作日');
    expect(taken).toBeNull();
    expect(acts).toEqual(['emergency', 'offer-types']);
    expect(offered).toEqual(['service', 'rights']);
  });
});

test.each([
  '我的狗把鞋咬坏了',
  '大夫说会给我打电话，到现在没打',
  'my son broke the neighbour’s window',
])('what is none of our matters takes no type: %s', story => expect(firstTurn(story).taken).toBeNull());
