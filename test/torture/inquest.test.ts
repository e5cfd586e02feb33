import { describe, expect, test } from 'vitest';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import type { Ledger } from '../../src/stores/ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import type { StreamEvent } from '../../src/stores/store.ts';
import { AT } from '../contracts/store-contract.ts';
import { faultsIn, inquest } from './inquest.ts';
import { type Memoir, newMemoir, remember } from './memoir.ts';
import { OPERATOR_KEY } from './world.ts';

const said = (message: string): StreamEvent => ({ type: 'UserSaid', message, text: '你好', evidence: [] });
const replied = (message: string): StreamEvent => ({
  type: 'BotReplied',
  message,
  replies: [{ act: 'greet', text: '您好' }],
});

/** A conversation of two answered messages, as the store has it and as its person remembers it. */
async function faithful(events = [said('a'), replied('a'), said('b'), replied('b')]) {
  const ledger = memoryLedger();
  const append = { stream: 'conversation-c', owner: 'c', expectedVersion: 0, cause: 'all', at: AT, events };
  await sealedStore(ledger, OPERATOR_KEY).append(append);
  const memoir = newMemoir('c');
  memoir.sent.push('a', 'b');
  remember(
    memoir,
    [
      { version: 1, at: AT, from: 'user', message: 'a', text: '你好' },
      { version: 2, at: AT, from: 'bot', message: 'a', replies: [{ act: 'greet', text: '您好' }] },
      { version: 3, at: AT, from: 'user', message: 'b', text: '你好' },
      { version: 4, at: AT, from: 'bot', message: 'b', replies: [{ act: 'greet', text: '您好' }] },
    ],
    0,
  );
  return { ledger, memoir };
}

describe('the inquest', () => {
  test('finds nothing where nothing is wrong', async () => {
    const { ledger, memoir } = await faithful();
    expect(faultsIn(await inquest([memoir], ledger))).toBe(0);
  });

  const wrong: [string, string, (memoir: Memoir, ledger: Ledger) => Promise<void> | void][] = [
    ['lost', 'a message that was shown as saved', memoir => void memoir.acknowledged.add('c')],
    ['lost', 'an answer that was shown', memoir => void memoir.answered.add('c')],
    ['outOfOrder', 'another order than that of sending', memoir => void memoir.sent.reverse()],
    ['misshown', 'an entry that was never stored', memoir => void memoir.shown.set(9, 'x')],
    ['misshown', 'an entry that was never shown', memoir => void memoir.shown.delete(4)],
    [
      'misshown',
      'an entry shown twice',
      memoir =>
        void remember(
          memoir,
          [{ version: 4, at: AT, from: 'bot', message: 'b', replies: [{ act: 'greet', text: '您好' }] }],
          4,
        ),
    ],
    [
      'casesLost',
      'a filed case that nobody opened',
      async (_, ledger) => {
        const filed: StreamEvent = { type: 'CaseFiled', number: '261124-1', answerBy: '2026-11-27' };
        const append = { stream: 'conversation-d', owner: 'd', expectedVersion: 0, cause: 'c', at: AT };
        await sealedStore(ledger, OPERATOR_KEY).append({ ...append, events: [filed] });
      },
    ],
    [
      'casesDoubled',
      'a case that nobody filed',
      async (_, ledger) => {
        const append = { stream: 'case-1', owner: 'd', expectedVersion: 0, cause: 'c', at: AT };
        await sealedStore(ledger, OPERATOR_KEY).append({ ...append, events: [said('x')] });
      },
    ],
    [
      'brokenLinks',
      'a changed event',
      async (_, ledger) => {
        const [row] = await ledger.read('conversation-c', 0);
        if (row) row.at = '2027-01-01T00:00:00.000Z';
      },
    ],
  ];
  test.each(wrong)('counts as %s %s', async (kind, _, spoil) => {
    const { ledger, memoir } = await faithful();
    await spoil(memoir, ledger);
    const findings = await inquest([memoir], ledger);
    expect(findings).toMatchObject({ [kind]: 1 });
    expect(findings.remarks).not.toEqual([]);
  });

  test('counts a message that was stored twice', async () => {
    const { ledger, memoir } = await faithful([said('a'), replied('a'), said('b'), replied('b'), said('b')]);
    memoir.shown.set(5, 'x');
    expect(await inquest([memoir], ledger)).toMatchObject({ duplicated: 1 });
  });
});
