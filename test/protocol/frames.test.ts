import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../src/protocol/agreed.ts';
import { ClientFrame, ServerFrame } from '../../src/protocol/frames.ts';

const says = (message: object) =>
  ClientFrame.safeParse({ type: 'say', message: { id: 'a', text: '', ...message } }).success;

describe('frames from the widget', () => {
  it('may carry text, a choice, files and refusals', () => {
    expect(
      says({
        text: '一'.repeat(MAX_TEXT),
        choice: 'edit:amount',
        evidence: ['e'],
        refusals: [{ name: 'a', reason: 'empty' }],
      }),
    ).toBe(true);
  });

  it.each([
    ['an id that is no id', { id: 'a b' }],
    ['an id without end', { id: 'a'.repeat(65) }],
    ['too long a text', { text: 'a'.repeat(MAX_TEXT + 1) }],
    ['too many files', { evidence: Array.from({ length: 21 }, () => 'e') }],
    ['a reason nobody knows', { refusals: [{ name: 'a', reason: 'mood' }] }],
    ['who the speaker is', { from: 'bot' }],
  ])('may not carry %s', (_, message) => expect(says(message)).toBe(false));

  it('ask for entries above a version that can be', () => {
    const hello = (after: number) =>
      ClientFrame.safeParse({ type: 'hello', conversation: 'c', token: 't', after }).success;
    expect([hello(0), hello(7), hello(-1), hello(0.5)]).toEqual([true, true, false, false]);
  });
});

it('the server tells entries with the cursor to go on from', () => {
  const entry = {
    version: 3,
    at: '2025-05-01T08:00:00.000Z',
    from: 'bot',
    replies: [{ act: 'greet', text: '您好' }],
  };
  expect(ServerFrame.safeParse({ type: 'entries', entries: [entry], cursor: 4 }).success).toBe(true);
});
