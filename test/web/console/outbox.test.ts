import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  keptOutbox,
  nextToSend,
  type Outbox,
  type OutboxAction,
  outboxAfter,
} from '../../../src/web/console/talk/outbox.ts';

const after = (...actions: OutboxAction[]): Outbox => actions.reduce<Outbox>(outboxAfter, []);
const said = (id: string): OutboxAction => ({ type: 'said', id, text: `话 ${id}` });

describe('what a mediator says', () => {
  test('goes out one after another', () => {
    expect(nextToSend(after(said('a'), said('b')))?.id).toBe('a');
    expect(nextToSend(after(said('a'), said('b'), { type: 'taken', id: 'a' }))?.id).toBe('b');
  });

  test('waits behind what failed, until that is tried again or given up', () => {
    const failed = [said('a'), said('b'), { type: 'failed', id: 'a', failure: 'offline' }] as const;
    expect(nextToSend(after(...failed))).toBeNull();
    expect(nextToSend(after(...failed, { type: 'retry' }))).toEqual({ id: 'a', text: '话 a' });
    expect(nextToSend(after(...failed, { type: 'discard', id: 'a' }))?.id).toBe('b');
  });

  test('is never lost and never overtaken, whatever happens', () => {
    const id = fc.nat(5).map(String);
    const event = fc.oneof(
      fc.constant<OutboxAction>({ type: 'retry' }),
      fc.record({ type: fc.constant('failed' as const), id, failure: fc.constant('offline') }),
      fc.record({ type: fc.constant('taken' as const), id }),
    );
    fc.assert(
      fc.property(fc.array(event), events => {
        const ids = ['0', '1', '2', '3', '4', '5'];
        const taken = new Set(events.flatMap(one => (one.type === 'taken' ? [one.id] : [])));
        const left = after(...ids.map(said), ...events);
        expect(left.map(one => one.id)).toEqual(ids.filter(one => !taken.has(one)));
      }),
    );
  });
});

describe('what was kept over a reload', () => {
  test('is tried again as it was', () => {
    const kept = after(said('a'), { type: 'failed', id: 'a', failure: 'offline' });
    expect(keptOutbox(JSON.stringify(kept))).toEqual([{ id: 'a', text: '话 a' }]);
  });

  test.each([null, '', 'nonsense', '{}', '[null, 3, {"id":"a"}]'])('is nothing where it is %j', kept => {
    expect(keptOutbox(kept)).toEqual([]);
  });
});
