import { describe, expect, it } from 'vitest';
import { memoryKeep } from '../../src/web/widget/keep.ts';
import { type Outgoing, outboxIn } from '../../src/web/widget/outbox.ts';

const outgoing = (id: string, at: number): Outgoing => ({
  message: { id, text: `text of ${id}` },
  conversation: 'c',
  at,
  files: [],
});

describe('the outbox', () => {
  it('hands out what was said first, also of two said in one moment or after the clock was set back', () => {
    const outbox = outboxIn(memoryKeep());
    for (const [id, at] of [
      ['c', 2],
      ['b', 2],
      ['a', 1],
    ] as const)
      outbox.add(outgoing(id, at));
    expect(outbox.all().map(one => one.message.id)).toEqual(['c', 'b', 'a']);
    expect(outbox.next()?.message.id).toBe('c');
  });

  it('is still there for the next page', () => {
    const keep = memoryKeep();
    outboxIn(keep).add(outgoing('a', 1));
    expect(outboxIn(keep).next()).toEqual(outgoing('a', 1));
  });

  it('loses nothing when two tabs write at once', () => {
    const keep = memoryKeep();
    const [left, right] = [outboxIn(keep), outboxIn(keep)];
    left.add(outgoing('a', 1));
    right.add(outgoing('b', 2));
    left.remove('a');
    expect(right.all()).toEqual([outgoing('b', 2)]);
  });

  it('passes over a failed message until it is put in line again, under the same id', () => {
    const outbox = outboxIn(memoryKeep());
    outbox.add(outgoing('a', 1));
    outbox.add(outgoing('b', 2));
    outbox.fail('a', 'malformed');
    expect(outbox.next()?.message.id).toBe('b');
    expect(outbox.all()[0]?.failed).toBe('malformed');
    outbox.again('a');
    expect(outbox.next()).toEqual(outgoing('a', 1));
  });

  it('passes over what it cannot read', () => {
    const keep = memoryKeep();
    keep.write('parley:out:x', '{"message":');
    keep.write('parley:out:y', '{}');
    keep.write('parley:out:z', 'null');
    const outbox = outboxIn(keep);
    outbox.add(outgoing('a', 1));
    expect(outbox.all()).toEqual([outgoing('a', 1)]);
  });
});
