// A process of its own: the load that a server bears must not be made by the process that serves it.
import { setTimeout as pause } from 'node:timers/promises';
import { LatencyRecorder } from '../measure/latency.ts';
import { processorSeconds, processorSecondsOf } from '../measure/processor.ts';
import type { LoadPlan, LoadResult } from './load-plan.ts';
import { Person } from './person.ts';

const plan = JSON.parse(process.argv[2] ?? '') as LoadPlan;
const people = Array.from(
  { length: plan.people },
  (_, at) => new Person(plan.urls[at % plan.urls.length] ?? '', plan.speaks),
);
let recorder = new LatencyRecorder();
const over = new AbortController();

/** Everybody sends the next message as soon as the last is answered. */
async function atFullSpeed(person: Person): Promise<void> {
  while (!over.signal.aborted) {
    const sent = performance.now();
    await person.say();
    recorder.record(performance.now() - sent);
    await person.prepare();
  }
}

/**
 * Messages are due at moments of their own, as of people who do not know of each other: whoever is free sends the next
 * one, and where nobody is, it waits, and the wait counts.
 */
async function atRate(rate: number): Promise<void> {
  const free = [...people];
  const due: number[] = [];
  const failed = Promise.withResolvers<never>();
  const say = async (person: Person, at: number): Promise<void> => {
    await person.say();
    recorder.record(performance.now() - at);
    await person.prepare();
    free.push(person);
    sendDue();
  };
  const sendDue = (): void => {
    while (due.length > 0 && free.length > 0)
      say(free.shift() as Person, due.shift() as number).catch(failed.reject);
  };
  const arrivals = async (): Promise<void> => {
    let next = performance.now();
    while (!over.signal.aborted) {
      for (; next <= performance.now(); next += (-Math.log(1 - Math.random()) / rate) * 1_000) due.push(next);
      sendDue();
      await pause(1);
    }
  };
  await Promise.race([arrivals(), failed.promise]);
}

async function measured(): Promise<LoadResult> {
  await pause(plan.warmUpSeconds * 1_000);
  recorder = new LatencyRecorder();
  const worked = (): (number | null)[] => plan.pids.map(processorSecondsOf);
  const [started, before, ownBefore] = [performance.now(), worked(), processorSeconds()];
  await pause(plan.seconds * 1_000);
  const seconds = (performance.now() - started) / 1_000;
  const after = worked();
  const result = {
    rate: recorder.count / seconds,
    latencies: recorder.latencies(),
    busy: after.map((end, at) => busy(before[at] ?? null, end, seconds)),
    generatorBusy: (processorSeconds() - ownBefore) / seconds,
  };
  over.abort();
  return result;
}

const busy = (start: number | null, end: number | null, seconds: number): number | null =>
  start === null || end === null ? null : (end - start) / seconds;

await Promise.all(people.map(person => person.prepare()));
const load = plan.rate === null ? Promise.all(people.map(atFullSpeed)) : atRate(plan.rate);
const result = await Promise.race([measured(), load.then(() => null)]);
await load;
await Promise.all(people.map(person => person.leave()));
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit());
