import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QueuePlace } from '../../src/channels/channel.ts';
import type { TalkOrder } from '../../src/console/desk.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import type { Signals } from '../../src/signals/signals.ts';
import type { Store, StreamEvent } from '../../src/stores/store.ts';
import { DeskStaff } from '../support/desk-staff.ts';
import { running } from '../support/running.ts';

/** What a process has of its own over what all of them share. */
export interface Side {
  store: Store;
  signals: Signals;
}

const MINUTE = 60_000;
const within = { timeout: 15_000, interval: 20 };
const OFFER_MS = 45_000;

/** What those who wait are told and to whom they are offered, whichever processes they and the mediators come to. */
export function queueContract(
  name: string,
  open: () => Promise<{ sides: [Side, Side]; close(): Promise<void> }>,
): void {
  describe(`a queue over two processes with ${name}`, () => {
    let sides: [Side, Side];
    let close: () => Promise<void>;
    let runtimes: Runtime[];
    let staff: DeskStaff;
    let time: number;
    let count = 0;
    const clock = { now: () => new Date(time).toISOString() };
    const start = (side: Side): Runtime => {
      const runtime = running(side.store, undefined, {
        ...{ signals: side.signals, clock, offerMs: OFFER_MS, acceptWithinMs: 1e6 * MINUTE },
      });
      runtimes.push(runtime);
      return runtime;
    };
    const [first, second] = [() => runtimes[0] as Runtime, () => runtimes[1] as Runtime];

    beforeEach(async () => {
      time = Date.parse('2026-11-24T02:00:00.000Z');
      runtimes = [];
      ({ sides, close } = await open());
      sides.forEach(start);
      staff = new DeskStaff({ ...sides[0], clock });
    });
    afterEach(async () => {
      staff.stop();
      await Promise.all(runtimes.map(runtime => runtime.stop()));
      await close();
    });

    /** Somebody who asks for a person, a second after whoever did before. */
    async function asks(runtime = first()): Promise<string> {
      time += 1_000;
      const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
      await runtime.conversations.receive(conversation, { id: 'a', text: '转人工' });
      await runtime.conversations.receive(conversation, { id: 'b', text: '好', choice: 'handoff:yes' });
      await Promise.all(runtimes.map(one => one.settled()));
      return conversation;
    }
    /** What is told of a conversation's place, latest last. */
    function places(conversation: string, runtime: Runtime): QueuePlace[] {
      const told: QueuePlace[] = [];
      runtime.conversations.followPlace(conversation, place => told.push(place));
      return told;
    }
    async function accept(conversation: string, by: string, runtime = second()): Promise<void> {
      const order: TalkOrder = {
        ...{ id: `accept-${++count}`, by: { id: by, name: by } },
        ...{ command: 'accept', instead: false },
      };
      expect(await runtime.desk.talk(conversation, order)).toMatchObject({ done: true });
    }
    /** What happened at the desk of a conversation, as `type who`. */
    async function offersOf(conversation: string): Promise<string[]> {
      const events = await sides[0].store.read(`desk-${conversation}`);
      return events.flatMap(({ event }) => wordsOf(event));
    }
    async function later(ms: number): Promise<void> {
      time += ms;
      sides[0].signals.tell('inbox', null);
    }

    test('tells both the same places, and tells them again when somebody before has gone', async () => {
      const [one, other, last] = [await asks(), await asks(second()), await asks()];
      const told = [places(other, first()), places(other, second()), places(last, second())];
      await expect.poll(() => told.map(places => places.at(-1)?.place), within).toEqual([2, 2, 3]);
      await first().conversations.receive(one, { id: 'c', text: '不等了' });
      await expect.poll(() => told.map(places => places.at(-1)?.place), within).toEqual([1, 1, 2]);
      await accept(other, 'wang');
      await expect.poll(() => told[2]?.at(-1)?.place, within).toBe(1);
      expect(told[0]?.map(({ place }) => place)).toEqual([2, 1]);
    });

    test('says how long by what is stored, also after a restart, and nothing as long as it does not know', async () => {
      await staff.comes('wang', 50);
      const watched = await asks();
      const before = places(watched, second());
      await expect.poll(() => before.at(-1)?.expects, within).toEqual({ kind: 'unknown' });
      for (let one = 0; one < 5; one++) {
        const conversation = await asks();
        time += 4 * MINUTE;
        await accept(conversation, 'wang');
      }
      await Promise.all(runtimes.map(one => one.settled()));
      // All of them began behind the one who still waits.
      const expected = { place: 1, expects: { kind: 'minutes', minutes: 2 } };
      await later(0);
      await expect.poll(() => before.at(-1), within).toEqual(expected);
      const after = places(watched, start(sides[1]));
      staff.opens('wang');
      await expect.poll(() => after.at(-1), within).toEqual(expected);
    });

    test('offers each once, in turn, and no more than anybody has room for', async () => {
      await staff.comes('li');
      await staff.comes('wang');
      const asked = [await asks(), await asks(second()), await asks()];
      await expect
        .poll(() => Promise.all(asked.map(offersOf)), within)
        .toEqual([['DeskOffered li'], ['DeskOffered wang'], []]);
      await accept(asked[0] ?? '', 'li', first());
      await second().desk.talk(asked[0] ?? '', {
        ...{ id: 'return', by: { id: 'li', name: 'li' }, command: 'return' },
      });
      await expect.poll(() => offersOf(asked[2] ?? ''), within).toEqual(['DeskOffered li']);
      const offered = async () =>
        (await second().desk.offers({ id: 'li', name: 'li' })).rows.map(row => row.conversation);
      await expect.poll(offered, within).toEqual([asked[2]]);
    });

    test('goes on to the next when somebody passes it on or lets it pass, and comes back in the end', async () => {
      await staff.comes('li');
      await staff.comes('wang');
      const conversation = await asks();
      await expect.poll(() => offersOf(conversation), within).toEqual(['DeskOffered li']);
      const li = { id: 'li', name: 'li' };
      const decline = () => second().desk.decline(conversation, { id: 'no', by: li });
      expect([await decline(), await decline()]).toMatchObject([{ done: true }, { done: true }]);
      expect(await first().desk.decline(conversation, { id: 'again', by: li })).toMatchObject({
        refused: 'not-offered',
      });
      const declined = ['DeskOffered li', 'OfferDeclined li', 'DeskOffered wang'];
      await expect.poll(() => offersOf(conversation), within).toEqual(declined);
      await later(OFFER_MS);
      const lapsed = [...declined, 'OfferLapsed wang', 'DeskOffered wang'];
      await expect.poll(() => offersOf(conversation), within).toEqual(lapsed);
      await later(5 * MINUTE);
      await expect
        .poll(() => offersOf(conversation), within)
        .toEqual([...lapsed, 'OfferLapsed wang', 'DeskOffered li']);
    });

    test('takes back what is offered to somebody who goes off duty', async () => {
      await staff.comes('li');
      const conversation = await asks();
      await expect.poll(() => offersOf(conversation), within).toEqual(['DeskOffered li']);
      await staff.duty('li', false);
      await expect.poll(() => offersOf(conversation), within).toEqual(['DeskOffered li', 'OfferLapsed li']);
      expect(await first().desk.offers({ id: 'li', name: 'li' })).toMatchObject({ inTurn: true, rows: [] });
      await staff.duty('li', true);
      const again = ['DeskOffered li', 'OfferLapsed li', 'DeskOffered li'];
      await expect.poll(() => offersOf(conversation), within).toEqual(again);
    });

    test('leaves what somebody is given by hand to them as long as they are there', async () => {
      await staff.comes('li');
      const conversation = await asks();
      await expect.poll(() => offersOf(conversation), within).toEqual(['DeskOffered li']);
      await staff.comes('wang');
      const wang = { id: 'wang', name: 'wang' };
      const { deskVersion } = await second().desk.item(conversation);
      await second().desk.assign(conversation, {
        ...{ id: 'hand', mediator: wang, by: { id: 'boss', name: 'boss' }, version: deskVersion },
      });
      await expect
        .poll(() => offersOf(conversation), within)
        .toEqual(['DeskOffered li', 'DeskAssigned wang', 'DeskOffered wang']);
      expect((await first().desk.item(conversation)).offer).toMatchObject({ mediator: 'wang' });
      await staff.duty('wang', false);
      await later(0);
      await expect
        .poll(() => offersOf(conversation), within)
        .toEqual([
          ...['DeskOffered li', 'DeskAssigned wang', 'DeskOffered wang'],
          ...['OfferLapsed wang', 'DeskOffered li'],
        ]);
    });
  });
}

function wordsOf(event: StreamEvent): string[] {
  switch (event.type) {
    case 'DeskOffered':
    case 'OfferDeclined':
    case 'OfferLapsed':
      return [`${event.type} ${event.mediator.id}`];
    case 'DeskAssigned':
      return event.how === 'by-hand' ? [`DeskAssigned ${event.mediator?.id}`] : [];
    default:
      return [];
  }
}
