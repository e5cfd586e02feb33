import { describe, expect, test } from 'vitest';
import { type Call, type Calling, callsFor } from '../../../src/web/console/alerts/calls-for.ts';
import { isForShortcuts, type PressedKey } from '../../../src/web/console/frame/is-for-shortcuts.ts';
import { conversationPlace, placeOf } from '../../../src/web/console/frame/place.ts';
import { beside } from '../../../src/web/console/inbox/beside.ts';
import { lengthOf } from '../../../src/web/console/inbox/length-of.ts';
import { pauseBefore } from '../../../src/web/console/live/pause-before.ts';
import { secondsLeft } from '../../../src/web/console/offers/seconds-left.ts';
import { sizeOf } from '../../../src/web/console/talk/size-of.ts';
import { partedAt } from '../../../src/web/console/talk/words-shown.ts';

describe('an alert sounds', () => {
  test.each([
    [{ offered: ['a'] }, { offered: ['a'], waiting: 1, inTurn: true }, null],
    [{ offered: ['a'] }, { offered: ['b'], waiting: 1, inTurn: true }, 'offered'],
    [undefined, { offered: ['a'], inTurn: true }, 'offered'],
    [undefined, { urgent: 1, offered: ['a'], inTurn: true }, 'urgent'],
    [undefined, { urgent: 0, waiting: 0 }, null],
    [undefined, { urgent: 0, waiting: 2 }, 'waiting'],
    [{ urgent: 0, waiting: 1 }, { urgent: 0, waiting: 2 }, 'waiting'],
    [{ urgent: 0, waiting: 2 }, { urgent: 0, waiting: 1 }, null],
    [{ urgent: 0, waiting: 2 }, { urgent: 1, waiting: 1 }, 'urgent'],
    [{ urgent: 1, waiting: 0 }, { urgent: 2, waiting: 3 }, 'urgent'],
    [{ urgent: 1, waiting: 1 }, { urgent: 1, waiting: 1 }, null],
  ] as const)('after %j with %j: %s', (before:
    | Partial<Calling>
    | undefined, now: Partial<Calling>, call: Call | null) => {
    const whole = (part: Partial<Calling>) => ({
      urgent: 0,
      waiting: 0,
      offered: [],
      inTurn: false,
      ...part,
    });
    expect(callsFor(before && whole(before), whole(now))).toBe(call);
  });
});

test('an offer’s seconds are counted by the clock of the server', () => {
  const ending = { until: '2026-11-26T02:00:45.000Z', at: '2026-11-26T02:00:00.000Z', toldAt: 5_000 };
  expect([5_000, 5_100, 49_500, 50_000, 90_000].map(now => secondsLeft(ending, now))).toEqual([
    45, 45, 1, 0, 0,
  ]);
});

describe('a key is meant for the page', () => {
  const key: PressedKey = {
    key: 'j',
    keyCode: 74,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    defaultPrevented: false,
    target: null,
  };
  /** An element that lies in one for which the selector stands. */
  const within = (tag: string) => ({
    closest: (selector: string) => selector.split(', ').includes(tag) || null,
  });

  test('where nothing else takes it', () => expect(isForShortcuts(key)).toBe(true));
  test.each([
    ['it is typed', { target: within('textarea') }],
    ['a dialog is open', { target: within('[role=dialog]') }],
    ['it composes Chinese', { isComposing: true }],
    ['it composes Chinese, as older browsers tell it', { keyCode: 229 }],
    ['it is a command of the browser', { ctrlKey: true }],
    ['somebody has taken it', { defaultPrevented: true }],
    ['it presses a button', { key: 'Enter', target: within('button') }],
  ])('not where %s', (_, more) => expect(isForShortcuts({ ...key, ...more })).toBe(false));
  test('also on a button, where it does not press it', () =>
    expect(isForShortcuts({ ...key, target: within('button') })).toBe(true));
});

describe('a place', () => {
  test.each([
    ['', { page: 'desk', conversation: null }],
    [conversationPlace('abc-1'), { page: 'desk', conversation: 'abc-1' }],
    ['#/staff', { page: 'staff' }],
    ['#link=tok_en-1', { page: 'link', token: 'tok_en-1' }],
    ['#sign-in=refused', { page: 'sign-in', why: 'refused' }],
    ['#/conversations/<script>', { page: 'desk', conversation: null }],
  ])('%s', (hash, place) => expect(placeOf(hash)).toEqual(place));
});

describe('the next conversation', () => {
  test.each([
    [null, 1, 'a'],
    ['a', 1, 'b'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %i: %s', (chosen, by, next) =>
    expect(beside(['a', 'b', 'c'], chosen, by)).toBe(next));
  test('of none there is none', () => expect(beside([], 'a', 1)).toBeNull());
});

test.each([
  [-5, 0, 'moment'],
  [59_999, 0, 'moment'],
  [60_000, 1, 'minutes'],
  [3_600_000, 1, 'hours'],
  [49 * 3_600_000, 2, 'days'],
] as const)('%i milliseconds are %i %s', (milliseconds, count, unit) =>
  expect(lengthOf(milliseconds)).toEqual({ count, unit }));

test('pauses grow, differ, and stay bearable', () => {
  expect(pauseBefore(1, 1)).toBe(500);
  expect(pauseBefore(1, 0)).toBe(250);
  expect(pauseBefore(3, 1)).toBe(2_000);
  expect(pauseBefore(1_000, 1)).toBe(15_000);
});

test('words are found where they stand, and nowhere else', () => {
  expect(partedAt('一共299块', { message: 'm', start: 2, end: 6 })).toEqual(['一共', '299块', '']);
  expect(partedAt('一共', { message: 'm', start: 2, end: 6 })).toBeNull();
});

test.each([
  [999, '999 B'],
  [20_400, '20 kB'],
  [3_140_000, '3.1 MB'],
])('%i bytes are %s', (bytes, shown) => expect(sizeOf(bytes)).toBe(shown));
