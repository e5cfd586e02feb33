import fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FaultyLine } from '../../support/faulty-line.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { WidgetBrowser, type WidgetTab } from '../../support/widget-client.ts';

/** Shorter than the client's patience, which is shortened as well (see `HASTE`). */
const DROP = 100;
/** Longer than a client or the server waits for a sign of life. */
const LONG_STALL = 900;
const HEARTBEAT = 300;
const SAYINGS = 16;
const PAUSE = 60;
/** Milliseconds in which all must have arrived; only a fault takes so long. */
const ARRIVES_WITHIN = 15_000;

let server: TestServer;
let browser: WidgetBrowser;
let lines: FaultyLine[];

async function begin(): Promise<void> {
  server = await startServer({ heartbeat: HEARTBEAT });
  browser = await WidgetBrowser.open();
  lines = [];
}

async function end(): Promise<void> {
  browser.close();
  await Promise.all(lines.map(line => line.close()));
  await server.stop();
}

/** A tab on a line of its own. */
async function tab(): Promise<{ tab: WidgetTab; line: FaultyLine }> {
  const line = await FaultyLine.to(server.url);
  lines.push(line);
  return { line, tab: browser.tab(line.url) };
}

/** What the conversation holds of what was said, and the ids of the messages that were answered, as stored. */
async function stored(
  conversation: string,
): Promise<{ said: string[]; asked: string[]; answered: string[] }> {
  const said: string[] = [];
  const asked: string[] = [];
  const answered: string[] = [];
  const stop = await server.conversations.follow(conversation, 0, events => {
    for (const { event } of events) {
      if (event.type === 'UserSaid') {
        said.push(event.text);
        asked.push(event.message);
      }
      if (event.type === 'BotReplied' && event.message !== null) answered.push(event.message);
    }
  });
  stop();
  return { said, asked, answered };
}

/** All that was said is stored and shown in every tab, once and in order, and each message has its one answer. */
async function expectAllArrived(tabs: WidgetTab[], said: string[]): Promise<void> {
  const patience = { timeout: ARRIVES_WITHIN, interval: 50 };
  for (const { chat } of tabs) {
    await expect.poll(() => chat.state().outgoing.map(({ message }) => message.text), patience).toEqual([]);
    const answers = (): number =>
      chat.state().entries.filter(entry => entry.from === 'bot' && entry.message !== undefined).length;
    await expect.poll(answers, patience).toBe(said.length);
  }
  const [conversation = '', ...others] = new Set(
    tabs.map(({ chat }) => chat.state().session?.conversation ?? ''),
  );
  expect(others).toEqual([]);
  const kept = await stored(conversation);
  expect(kept.said).toEqual(said);
  expect(kept.answered).toEqual(kept.asked);
  for (const one of tabs) expect(one.said()).toEqual(said);
  expect(server.errors).toEqual([]);
}

/** Has the tabs say things in turn, two in one breath and then a pause, and returns what was said. */
async function talk(tabs: WidgetTab[]): Promise<string[]> {
  const said: string[] = [];
  for (let index = 0; index < SAYINGS; index++) {
    const text = `第${index + 1}句，花呗还不上了`;
    said.push(text);
    tabs[(index >> 1) % tabs.length]?.chat.say({ text });
    if (index % 2 === 1) await wait(PAUSE);
  }
  return said;
}

describe('nothing is lost, doubled or out of order', () => {
  beforeEach(begin);
  afterEach(end);

  test('when the line drops again and again', async () => {
    const { tab: one, line } = await tab();
    const talking = talk([one]);
    for (let drop = 0; drop < 6; drop++) {
      line.down();
      await wait(DROP);
      line.up();
      await wait(DROP);
    }
    await expectAllArrived([one], await talking);
  });

  test('when the line is cut in the middle of frames', async () => {
    const { tab: one, line } = await tab();
    const talking = talk([one]);
    for (let cut = 0; cut < 8; cut++) {
      line.cutInMidFrame();
      await wait(DROP / 2);
    }
    await expectAllArrived([one], await talking);
  });

  test('when the line goes silent and both ends are half-open', async () => {
    const { tab: one, line } = await tab();
    const talking = talk([one]);
    await wait(DROP);
    line.stall();
    await wait(LONG_STALL);
    line.release();
    await expectAllArrived([one], await talking);
  });

  test('when what was sent before comes after what was sent later, on another line', async () => {
    const slow = await tab();
    await expect.poll(() => slow.tab.chat.state().entries.length).toBe(1);
    slow.line.stall();
    slow.tab.chat.say({ text: '先说的话' });
    await wait(DROP);
    const quick = await tab();
    quick.tab.chat.say({ text: '后说的话' });
    await expect.poll(() => quick.tab.said(), { timeout: ARRIVES_WITHIN }).toEqual(['先说的话', '后说的话']);
    slow.line.release();
    await expectAllArrived([slow.tab, quick.tab], ['先说的话', '后说的话']);
  });

  test('when every frame comes twice, on two connections', async () => {
    const { tab: one, line } = await tab();
    await expect.poll(() => one.chat.state().entries.length).toBe(1);
    line.isDoubled = true;
    line.down();
    line.up();
    await expectAllArrived([one], await talk([one]));
  });

  test('when two tabs speak at once, each on a line that fails', async () => {
    const [here, there] = [await tab(), await tab()];
    const talking = talk([here.tab, there.tab]);
    for (let drop = 0; drop < 4; drop++) {
      const { line } = drop % 2 === 0 ? here : there;
      line.down();
      await wait(DROP);
      line.up();
      await wait(DROP / 2);
    }
    await expectAllArrived([here.tab, there.tab], await talking);
  });
});

const fault = fc.record({
  on: fc.constantFrom(0, 1),
  what: fc.constantFrom('drop', 'cut', 'stall', 'slow', 'double', 'single'),
  ms: fc.integer({ min: 10, max: 250 }),
});

async function suffer(line: FaultyLine, { what, ms }: { what: string; ms: number }): Promise<void> {
  if (what === 'drop') line.down();
  if (what === 'cut') line.cutInMidFrame();
  if (what === 'stall') line.stall();
  if (what === 'slow') line.delay = ms / 5;
  if (what === 'double' || what === 'single') line.isDoubled = what === 'double';
  await wait(ms);
  line.up();
  line.release();
  line.delay = 0;
}

test('whatever a network does, two tabs and the store agree in the end', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { minLength: 4, maxLength: 12 }), async faults => {
      await begin();
      try {
        const tabs = [await tab(), await tab()];
        const talking = talk(tabs.map(one => one.tab));
        for (const one of faults) await suffer(lines[one.on] as FaultyLine, one);
        await expectAllArrived(
          tabs.map(one => one.tab),
          await talking,
        );
      } finally {
        await end();
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
