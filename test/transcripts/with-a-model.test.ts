import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CaseFile } from '../../src/core/case/case-file.ts';
import type { ConversationEvent, Phrasing } from '../../src/core/conversation/events.ts';
import { conversationOf } from '../../src/core/conversation/evolve.ts';
import { handOver } from '../../src/core/dialogue/hand-over.ts';
import { noMetrics } from '../../src/metrics/metrics.ts';
import type { Phraser } from '../../src/phrasing/phraser.ts';
import { phraseTurn } from '../../src/runtime/phrasing/phrase-turn.ts';
import { mind } from '../support/running.ts';
import { saysOtherwise } from '../support/says-otherwise.ts';
import { playTranscript, Transcript } from '../support/transcript.ts';

const folder = import.meta.dirname;
const files = globSync('*/*.yaml', { cwd: folder }).sort();

const without = new Map<string, readonly ConversationEvent[]>();

/** What was stored of a talk that no model had a part in. */
async function plain(file: string): Promise<readonly ConversationEvent[]> {
  const known = without.get(file) ?? (await history(file, null));
  without.set(file, known);
  return known;
}

async function history(file: string, phraser: Phraser | null): Promise<readonly ConversationEvent[]> {
  const transcript = Transcript.parse(parse(readFileSync(join(folder, file), 'utf8')));
  const never = new AbortController().signal;
  const played = phraser
    ? playTranscript(transcript, mind, turn => phraseTurn(turn, phraser, never, noMetrics))
    : playTranscript(transcript, mind);
  let last: readonly ConversationEvent[] = [];
  for await (const { history } of played) last = history;
  return last;
}

/** What happened, whoever worded it. */
const worded = (events: readonly ConversationEvent[]): unknown[] =>
  events.flatMap((event): unknown[] => {
    if (event.type === 'SummaryPhrased') return [];
    if (event.type !== 'BotReplied') return [event];
    return [{ ...event, replies: event.replies.map(({ text: _, phrasing: __, ...reply }) => reply) }];
  });

/** All cases that were filed, without the words of their summaries. */
function cases(events: readonly ConversationEvent[]): Omit<CaseFile, 'sheet'>[] {
  const happened = events.map(event => ({ at: '2026-11-24T02:00:00.000Z', event }));
  return happened.flatMap(({ event }, at) => {
    if (event.type !== 'CaseFiled') return [];
    const { sheet, ...file } = handOver(happened.slice(0, at + 1), 'c', mind.knowledge);
    const { summary: _, summaryPhrasing: __, ...page } = sheet;
    return [{ ...file, page }];
  });
}

const phrasings = (events: readonly ConversationEvent[]): (Phrasing & { text: string })[] =>
  events.flatMap(event => {
    if (event.type === 'SummaryPhrased') return [{ ...event.phrasing, text: event.text }];
    if (event.type !== 'BotReplied') return [];
    return event.replies.flatMap(({ text, phrasing }) => (phrasing ? [{ ...phrasing, text }] : []));
  });

const known = (events: readonly ConversationEvent[]): object => {
  const { lastReplies: _, phrasedSummary: __, ...state } = conversationOf(events);
  return state;
};

const counts = { shown: 0, filed: 0 };

describe('the same comes of it with a model as without', () => {
  test.each(files)('%s', async file => {
    const [off, on] = [await plain(file), await history(file, saysOtherwise)];
    expect(worded(on)).toEqual(worded(off));
    expect(known(on)).toEqual(known(off));
    expect(cases(on)).toEqual(cases(off));
    for (const { text, draft, veto } of phrasings(on)) {
      expect(veto, `${draft} → ${text}`).toBeNull();
      expect(text).not.toBe(draft);
    }
    counts.shown += phrasings(on).length;
    counts.filed += cases(on).length;
  });

  test('and much of it was said otherwise', () => {
    expect(counts.shown).toBeGreaterThan(300);
    expect(counts.filed).toBeGreaterThan(5);
  });
});

describe('nothing of it shows', () => {
  test.each([
    ['a model that repeats the draft', async ({ text }: { text: string }) => ({ text })],
    ['a model that fails', async () => ({ failure: 'failed' as const })],
    ['a model that says something else', async () => ({ text: '可以退款，您放心。' })],
    [
      'a model that loses the marks',
      async ({ text }: { text: string }) => ({ text: text.replace('⟦1⟧', '') }),
    ],
  ])('%s', async (_, reword) => {
    const phraser: Phraser = {
      ...saysOtherwise,
      reword: async request => ({ model: 'm', prompt: 'p', ...(await reword(request)) }),
    };
    for (const file of files) {
      const on = await history(file, phraser);
      const asRules = on.flatMap((event): ConversationEvent[] => {
        if (event.type === 'SummaryPhrased') return [];
        if (event.type !== 'BotReplied') return [event];
        return [{ ...event, replies: event.replies.map(({ phrasing: _, ...reply }) => reply) }];
      });
      expect(asRules).toEqual(await plain(file));
    }
  });
});
