import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingMessage } from '../../src/channels/channel.ts';
import { evolve } from '../../src/core/conversation/evolve.ts';
import { emptyConversation } from '../../src/core/conversation/state.ts';
import { type Mind, prepareMind } from '../../src/core/dialogue/mind.ts';
import type { Moment } from '../../src/core/dialogue/moment.ts';
import { takeTurn } from '../../src/core/dialogue/take-turn.ts';
import { memoryEvidence } from '../../src/evidence/memory/memory-evidence.ts';
import { takeIn } from '../../src/evidence/intake.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { startRuntime } from '../../src/runtime/runtime.ts';
import { sqliteStore } from '../support/stores.ts';
import { runBotkitConversation } from './botkit-peer.ts';

/** One person's talk, from the first story to filing; the same questions go to the peer. */
const talk: Omit<IncomingMessage, 'id'>[] = [
  { text: '我上周三在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我' },
  { text: '名鞋汇旗舰店' },
  { text: '一双黑色运动鞋' },
  { text: '上周五收到的' },
  { text: '没有' },
  { text: '支付宝可以打12378协商吗' },
  { text: '还没申请', choice: 'slot:after-sale=not-applied' },
  { text: '退款' },
  { text: '在线谈' },
  { text: '就在这里' },
  { text: '现在没有', choice: 'act:finished' },
  { text: '没问题', choice: 'confirm:summary' },
  { text: '同意', choice: 'consent:yes' },
];

const SECONDS = 4;
const limits = { maxBytes: 20 * 1024 * 1024, maxFiles: 20 };

function pureTurns(mind: Mind): number {
  const moment: Moment = {
    now: '2026-11-24T02:00:00.000Z',
    freshCaseNumber: '261124-00000-00001',
    receiver: 'bench',
    answerWithinDays: 3,
    limits,
    caseStatus: null,
  };
  let turns = 0;
  const until = performance.now() + SECONDS * 1_000;
  const started = performance.now();
  while (performance.now() < until) {
    let state = { ...emptyConversation, started: true };
    for (const [at, message] of talk.entries()) {
      const events = takeTurn(
        state,
        { choice: undefined, ...message, id: `m${at}`, evidence: [], refusals: [] },
        mind,
        moment,
      );
      state = events.reduce(evolve, state);
      turns++;
    }
  }
  return turns / ((performance.now() - started) / 1_000);
}

/** Whole turns: decided, appended to SQLite with a sync to disk, and told to followers. So many people talk at once. */
async function durableTurns(mind: Mind, people: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const store = sqliteStore(join(folder, 'bench.db'));
  const evidence = memoryEvidence();
  const { conversations, settled } = startRuntime({
    store,
    mind,
    clock: systemClock,
    intake: (file, taken) => takeIn(file, limits, taken, evidence, () => 'file'),
    limits,
    zone: 'Asia/Shanghai',
    receiver: 'bench',
    answerWithinDays: 3,
    onError: error => {
      throw error;
    },
  });
  let turns = 0;
  const started = performance.now();
  const until = started + SECONDS * 1_000;
  const person = async (): Promise<void> => {
    while (performance.now() < until) {
      const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'bench' });
      for (const [at, message] of talk.entries()) {
        await conversations.receive(conversation, { ...message, id: `m${at}` });
        turns++;
      }
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  const rate = turns / ((performance.now() - started) / 1_000);
  await settled();
  await store.close();
  rmSync(folder, { recursive: true });
  return rate;
}

async function peerTurns(): Promise<number> {
  const questions = talk.map((_, at) => `Question ${at}?`);
  await runBotkitConversation(questions, '299元', 20);
  const started = performance.now();
  const turns = await runBotkitConversation(questions, '299元', 250);
  return turns / ((performance.now() - started) / 1_000);
}

const mind = prepareMind(loadKnowledge('knowledge'));
const peer = await peerTurns();
pureTurns(mind);
const pure = pureTurns(mind);
const durable = await durableTurns(mind, 64);
const show = (rate: number): string => Math.round(rate).toLocaleString('en');
process.stdout.write(
  [
    `BotkitConversation, in memory        ${show(peer)} turns/s`,
    `take-turn, in process                ${show(pure)} turns/s   ${(pure / peer).toFixed(1)} x Botkit`,
    `whole turn, SQLite, synced to disk   ${show(durable)} turns/s   ${(durable / peer).toFixed(1)} x Botkit`,
    JSON.stringify({
      bench: 'turn',
      unit: 'turns/s',
      botkit: Math.round(peer),
      pure: Math.round(pure),
      durable: Math.round(durable),
    }),
    '',
  ].join('\n'),
);
