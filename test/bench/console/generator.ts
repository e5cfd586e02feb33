// A process of its own: people who write, and consoles in which they are answered.
import { setTimeout as pause } from 'node:timers/promises';
import { FastClient } from '../../support/fast-client.ts';
import { LatencyRecorder } from '../measure/latency.ts';
import { processorSeconds, processorSecondsOf } from '../measure/processor.ts';
import type { ConsolePlan, ConsoleResult } from './console-plan.ts';
import { DeskConsole } from './desk-console.ts';

const plan = JSON.parse(process.argv[2] ?? '') as ConsolePlan;
const { url, pid, cookies, talks, writesEvery, answersEvery, switchesEvery, turnsOverEvery } = plan;

/** Conversations that are opened at the same time. */
const AT_A_TIME = 20;
const WORDS = [
  '好的，我看看',
  '商家说要等三天',
  '截图我发过来',
  '订单号我找一下',
  '那什么时候有结果',
  '谢谢您',
];

interface Talk {
  person: FastClient;
  conversation: string;
}

const one = <T>(choices: readonly T[]): T => choices[Math.floor(Math.random() * choices.length)] as T;
/** Milliseconds to the next of things that happen of themselves, so often on average. */
const untilNext = (everySeconds: number): number => -Math.log(1 - Math.random()) * everySeconds * 1_000;

let [toConsole, toPerson] = [new LatencyRecorder(), new LatencyRecorder()];
let messages = 0;
/** When what is on its way was sent, by the id of the message or by the words of a mediator. */
const sent = new Map<string, number>();
const over = new AbortController();
let failed: (error: unknown) => void = () => {};
const failure = new Promise<never>((_, reject) => {
  failed = reject;
});

function arrived(key: string | undefined, recorder: LatencyRecorder): void {
  const at = key === undefined ? undefined : sent.get(key);
  if (key === undefined || at === undefined) return;
  sent.delete(key);
  recorder.record(performance.now() - at);
}

async function newTalk(): Promise<Talk> {
  const person = await FastClient.connect(url);
  await person.open();
  await person.say({ id: 'tells', text: '淘宝买的鞋299元，商家不退款' });
  await person.say({ id: 'asks', text: '转人工' });
  await person.say({ id: 'agrees', text: '好', choice: 'handoff:yes' });
  person.onEntries = entries => {
    for (const { from, text } of entries) if (from === 'mediator') arrived(text, toPerson);
  };
  return { person, conversation: person.conversation?.conversation ?? '' };
}

function write({ person, conversation }: Talk, isWatched: boolean): void {
  const id = `w${messages++}`;
  if (isWatched) sent.set(id, performance.now());
  const message = { id, text: one(WORDS) };
  person.socket.send(JSON.stringify({ type: 'say', message }), error => {
    if (error) failed(new Error(`a person of ${conversation} could not write`, { cause: error }));
  });
}

/** Does something again and again, at moments of its own. */
function often(everySeconds: () => number, work: () => unknown): void {
  const turn = async (): Promise<void> => {
    await pause(untilNext(everySeconds()), undefined, { signal: over.signal }).catch(() => {});
    if (over.signal.aborted) return;
    await work();
    void turn().catch(failed);
  };
  void turn().catch(failed);
}

function work(desk: DeskConsole, own: Talk[]): void {
  desk.onEntries = entries => {
    for (const { from, message } of entries) if (from === 'user') arrived(message, toConsole);
  };
  for (const talk of own) {
    const isWatched = (): boolean => desk.watched === talk.conversation;
    often(
      () => (isWatched() ? writesEvery.watched : writesEvery.others),
      () => write(talk, isWatched()),
    );
  }
  let count = 0;
  often(
    () => answersEvery,
    async () => {
      const text = `我在看您的材料 ${own[0]?.conversation}-${count++}`;
      sent.set(text, performance.now());
      await desk.order(desk.watched ?? '', 'messages', { text });
    },
  );
  often(
    () => switchesEvery,
    () => desk.watch(one(own).conversation),
  );
}

/** A talk ends, its person asks for somebody again, and is accepted by whoever spoke with them before. */
async function turnOver(desk: DeskConsole, own: Talk[]): Promise<void> {
  const { person, conversation } = one(own);
  if (conversation === desk.watched) return;
  await desk.order(conversation, 'close');
  await person.say({ id: `again${messages++}`, text: '转人工' });
  await pause(1_000);
  await desk.accept(conversation);
}

async function gathered(): Promise<{ desk: DeskConsole; own: Talk[] }[]> {
  const desks = await Promise.all(cookies.map(cookie => DeskConsole.open(url, cookie)));
  const all = desks.map(desk => ({ desk, own: [] as Talk[] }));
  const places = all.flatMap(place => Array.from({ length: talks }, () => place))[Symbol.iterator]();
  const usher = async (): Promise<void> => {
    for (const { desk, own } of places) {
      const talk = await newTalk();
      await desk.accept(talk.conversation);
      own.push(talk);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, usher));
  for (const { desk, own } of all) await desk.watch(one(own).conversation);
  return all;
}

async function measured(): Promise<ConsoleResult> {
  await pause(plan.warmUpSeconds * 1_000);
  [toConsole, toPerson] = [new LatencyRecorder(), new LatencyRecorder()];
  const [before, began, own, serverBefore] = [
    messages,
    performance.now(),
    processorSeconds(),
    processorSecondsOf(pid),
  ];
  await pause(plan.seconds * 1_000);
  const seconds = (performance.now() - began) / 1_000;
  const serverAfter = processorSecondsOf(pid);
  return {
    toConsole: toConsole.latencies(),
    toPerson: toPerson.latencies(),
    messages: (messages - before) / seconds,
    samples: toConsole.count,
    busy: serverBefore === null || serverAfter === null ? null : (serverAfter - serverBefore) / seconds,
    generatorBusy: (processorSeconds() - own) / seconds,
  };
}

const places = await gathered();
for (const { desk, own } of places) work(desk, own);
often(
  () => turnsOverEvery,
  () => {
    const { desk, own } = one(places);
    void turnOver(desk, own).catch(failed);
  },
);
const result = await Promise.race([measured(), failure]);
over.abort();
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit());
