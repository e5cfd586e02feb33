import { join } from 'node:path';
import { evolve } from '../../src/core/conversation/evolve.ts';
import { emptyConversation } from '../../src/core/conversation/state.ts';
import { type Mind, prepareMind } from '../../src/core/dialogue/mind.ts';
import { takeTurn } from '../../src/core/dialogue/take-turn.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { sqliteStore } from '../support/stores.ts';
import { rateOf } from './measure/rate.ts';
import { inScratchFolder } from './measure/scratch-folder.ts';
import { runBotkitConversation } from './peers/botkit.ts';
import { atLeast, type Bench, times, type Row } from './report/report.ts';
import { runtimeOver } from './runtime-over.ts';
import { talk } from './talk.ts';
import { moment } from './talk-events.ts';

/** People who talk at once in the durable run. */
const PEOPLE = 64;

/** The talk once, decided and folded, nothing stored. */
function pureTalk(mind: Mind): number {
  let state = { ...emptyConversation, started: true };
  for (const [at, message] of talk.entries()) {
    const said = { choice: undefined, ...message, id: `m${at}`, evidence: [], refusals: [] };
    state = takeTurn(state, said, mind, moment).reduce(evolve, state);
  }
  return talk.length;
}

/** Whole turns without a socket: decided, appended to SQLite with a sync to disk, and told to followers. */
function durableTurns(mind: Mind, seconds: number): Promise<number> {
  return inScratchFolder(async folder => {
    const store = sqliteStore(join(folder, 'bench.db'));
    const { conversations, stop } = runtimeOver(store, mind);
    const started = performance.now();
    const until = started + seconds * 1_000;
    let turns = 0;
    const person = async (): Promise<void> => {
      while (performance.now() < until) {
        const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'web' });
        for (const [at, message] of talk.entries()) {
          await conversations.receive(conversation, { ...message, id: `m${at}` });
          turns++;
        }
      }
    };
    await Promise.all(Array.from({ length: PEOPLE }, person));
    const rate = turns / ((performance.now() - started) / 1_000);
    await stop();
    await store.close();
    return rate;
  });
}

/** As many questions as the talk has messages, asked and answered by Botkit. */
const botkitTalk = (): Promise<number> =>
  runBotkitConversation(
    talk.map((_, at) => `Question ${at}?`),
    '299元',
    5,
  );

export const bench: Bench = {
  question: 'How many turns a second does one core decide, and how many when each is synced to disk?',
  async run({ seconds, progress }) {
    const mind = prepareMind(loadKnowledge('knowledge'));
    progress("Botkit's own conversations");
    const botkit: Row = {
      name: 'BotkitConversation, in memory',
      is: 'peer',
      values: [await rateOf(botkitTalk, seconds)],
    };
    progress('take-turn alone');
    const rate = await rateOf(() => pureTalk(mind), seconds);
    const pure: Row = { name: 'Parley decides, nothing stored', is: 'ours', values: [rate] };
    progress('whole turns on SQLite');
    const stored = await durableTurns(mind, seconds);
    const durable: Row = { name: 'Parley, each turn synced to SQLite', is: 'ours', values: [stored] };
    return {
      tables: [
        {
          title: 'Turns a second',
          unit: 'turns/s',
          better: 'more',
          columns: ['turns/s'],
          draw: 'bars',
          rows: [...[pure, durable].map(row => ({ ...row, ratios: [times(row, botkit, 'Botkit')] })), botkit],
        },
      ],
      targets: [
        atLeast(25_000, 'turns/s', 'turns decided on one core', rate),
        atLeast(5, 'x', 'over BotkitConversation', times(pure, botkit).value),
      ],
      notes: [
        'Deciding, ours and the peer’s, by seconds of a processor, the best of some windows; what is synced to disk, by the clock.',
        `The talk has ${talk.length} messages, from the first story to a filed case; Botkit asks as many fixed questions and understands nothing. ${PEOPLE} people talk at once where turns are stored.`,
      ],
    };
  },
};
