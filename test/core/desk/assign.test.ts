import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assign,
  inQueueOrder,
  mayTake,
  type Offer,
  type Sought,
  type Worker,
} from '../../../src/core/desk/assign.ts';

const at = (minute: number): string =>
  new Date(Date.parse('2026-11-26T01:00Z') + minute * 60_000).toISOString();
const worker = (id: string, more: Partial<Worker> = {}): Worker => ({
  id,
  isOnDuty: true,
  capacity: 2,
  load: 0,
  servedAt: null,
  ...more,
});
const item = (id: string, since: number, more: Partial<Sought> = {}): Sought => ({
  id,
  urgency: '1',
  since: at(since),
  barred: [],
  refused: [],
  passed: [],
  offer: null,
  ...more,
});
const offers = (items: Sought[], workers: Worker[], now = 60): string[] =>
  assign(items, workers, at(now)).offers.map(({ item, mediator }) => `${item}→${mediator}`);

describe('an item', () => {
  test('goes to whoever was served longest ago, ties by id', () => {
    const workers = [worker('c', { servedAt: at(1) }), worker('b', { servedAt: at(0) }), worker('a')];
    expect(offers([item('1', 0), item('2', 1), item('3', 2), item('4', 3)], workers)).toEqual([
      '1→a',
      '2→b',
      '3→c',
      '4→a',
    ]);
  });

  test('that is more urgent goes first', () => {
    expect(offers([item('1', 0), item('2', 5, { urgency: '0' })], [worker('a', { capacity: 1 })])).toEqual([
      '2→a',
    ]);
  });

  test.each([
    ['off duty', worker('a', { isOnDuty: false }), item('1', 0)],
    ['full', worker('a', { load: 2 }), item('1', 0)],
    ['barred', worker('a'), item('1', 0, { barred: ['a'] })],
    ['one who has refused it', worker('a'), item('1', 0, { refused: ['a'] })],
  ])('does not go to somebody %s, and stays in the queue', (_, one, what) => {
    expect(offers([what], [one])).toEqual([]);
  });

  test('that only somebody full could take holds up nothing behind it', () => {
    const workers = [worker('a', { load: 2 }), worker('b')];
    expect(offers([item('1', 0, { barred: ['b'] }), item('2', 1)], workers)).toEqual(['2→b']);
  });

  test('that is not accepted in time goes to the next, and comes back when nobody else is free', () => {
    const offered = item('1', 0, { offer: { mediator: 'a', until: at(2) } });
    expect(assign([offered], [worker('a'), worker('b', { servedAt: at(1) })], at(1))).toEqual({
      lapsed: [],
      offers: [],
    });
    expect(assign([offered], [worker('a'), worker('b', { servedAt: at(1) })], at(2))).toEqual({
      lapsed: [{ item: '1', mediator: 'a' }],
      offers: [{ item: '1', mediator: 'b' }],
    });
    const passed = item('1', 0, { passed: ['b', 'a'] });
    expect(offers([passed], [worker('a'), worker('b')])).toEqual(['1→b']);
  });
});

/** A desk as it lives: what happens to it is drawn at random, and after each step what waits is offered. */
class Desk {
  items: Sought[] = [];
  workers: Worker[];
  served: string[] = [];
  minute = 0;

  constructor(capacities: number[]) {
    this.workers = capacities.map((capacity, at) => worker(`m${at}`, { capacity }));
  }

  change(id: string, what: Partial<Worker>): void {
    this.workers = this.workers.map(one => (one.id === id ? { ...one, ...what } : one));
  }

  /** Offers what waits, and holds what every assignment has to hold. */
  assign(): void {
    const now = at(this.minute);
    const before = this.items;
    const { lapsed, offers } = assign(before, this.workers, now);
    for (const { item, mediator } of lapsed)
      this.items = this.items.map(one =>
        one.id === item ? { ...one, offer: null, passed: [...one.passed, mediator] } : one,
      );
    this.take(offers, now);
    expectRoom(this);
    expectNobodyIdle(this);
    expectNoOvertaking(this, offers);
  }

  take(offers: Offer[], now: string): void {
    for (const { item, mediator } of offers) {
      this.served.push(mediator);
      this.change(mediator, { servedAt: now });
      const offer = { mediator, until: at(this.minute + 3) };
      this.items = this.items.map(one => (one.id === item ? { ...one, offer } : one));
    }
  }

  loadOf({ id, load }: Worker): number {
    return load + this.items.filter(one => one.offer?.mediator === id).length;
  }
}

function expectRoom(desk: Desk): void {
  for (const one of desk.workers.filter(({ load, capacity }) => load <= capacity))
    expect(desk.loadOf(one)).toBeLessThanOrEqual(one.capacity);
}

/** Nothing waits that somebody with room may take: so nothing starves while anybody is free for it. */
function expectNobodyIdle(desk: Desk): void {
  for (const waiting of desk.items.filter(one => one.offer === null))
    for (const one of desk.workers)
      if (mayTake(waiting, one)) expect(desk.loadOf(one)).toBeGreaterThanOrEqual(one.capacity);
}

/** What went to somebody was the first in the queue that they might take. */
function expectNoOvertaking(desk: Desk, offers: Offer[]): void {
  for (const { item, mediator } of offers) {
    const [taken, by] = [
      desk.items.find(one => one.id === item),
      desk.workers.find(one => one.id === mediator),
    ];
    if (!taken || !by) throw new Error('offered what is not there');
    const overtaken = desk.items.filter(
      one => one.offer === null && mayTake(one, by) && inQueueOrder(one, taken) < 0,
    );
    expect(overtaken).toEqual([]);
  }
}

const step = fc.record({
  what: fc.constantFrom('arrive', 'accept', 'refuse', 'wait', 'finish', 'duty', 'cancel'),
  which: fc.nat(9),
  urgency: fc.constantFrom('0', '1'),
  barred: fc.boolean(),
});

describe('a desk, whatever happens at it', () => {
  test('never goes above anybody’s capacity, leaves nobody idle, and lets nobody overtake', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
        fc.array(step, { maxLength: 60 }),
        (capacities, steps) => {
          const desk = new Desk(capacities);
          for (const { what, which, urgency, barred } of steps) {
            desk.minute++;
            const one = desk.workers[which % desk.workers.length];
            const offered = desk.items.filter(({ offer }) => offer !== null);
            const target = offered[which % Math.max(offered.length, 1)];
            const mediator = target?.offer?.mediator ?? '';
            if (what === 'arrive') {
              const more = { urgency, barred: barred && one ? [one.id] : [] };
              desk.items.push(item(`i${desk.minute}`, desk.minute, more));
            } else if (what === 'finish' && one) desk.change(one.id, { load: Math.max(0, one.load - 1) });
            else if (what === 'duty' && one) desk.change(one.id, { isOnDuty: !one.isOnDuty });
            else if (what === 'wait') desk.minute += 3;
            else if (what === 'cancel') desk.items.splice(which, 1);
            else if (target && what === 'accept') {
              const load = (desk.workers.find(({ id }) => id === mediator)?.load ?? 0) + 1;
              desk.change(mediator, { load });
              desk.items = desk.items.filter(({ id }) => id !== target.id);
            } else if (target && what === 'refuse')
              desk.items = desk.items.map(one =>
                one.id === target.id ? { ...one, offer: null, refused: [...one.refused, mediator] } : one,
              );
            desk.assign();
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('offers everything to everybody within as many rounds as there are mediators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), mediators => {
        const desk = new Desk(Array.from({ length: mediators }, () => 1));
        desk.items.push(item('only', 0));
        for (let round = 0; round < mediators; round++) {
          desk.assign();
          desk.minute += 3;
        }
        expect(new Set(desk.served).size).toBe(mediators);
      }),
    );
  });

  test('gives everybody as much as anybody else over time, as long as all are free', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }), (mediators, count) => {
        const desk = new Desk(Array.from({ length: mediators }, () => 1));
        for (let at = 0; at < count; at++) {
          desk.minute++;
          desk.items = [item(`i${at}`, desk.minute)];
          desk.assign();
        }
        const counts = desk.workers.map(({ id }) => desk.served.filter(one => one === id).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
