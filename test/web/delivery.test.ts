import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { deliver } from '../../src/web/widget/delivery.ts';
import { memoryKeep } from '../../src/web/widget/keep.ts';
import { outboxIn } from '../../src/web/widget/outbox.ts';

/** A delivery with a line that can be cut, and timers that run when told to. */
function setUp() {
  const outbox = outboxIn(memoryKeep());
  const sent: string[] = [];
  const line = { isUp: true };
  let timers: (() => void)[] = [];
  const waits: number[] = [];
  const delivery = deliver({
    outbox,
    send({ id }) {
      if (line.isUp) sent.push(id);
      return line.isUp;
    },
    after(wait, work) {
      waits.push(wait);
      timers.push(work);
      return () => {
        timers = timers.filter(one => one !== work);
      };
    },
    chance: () => 0,
  });
  let clock = 0;
  return {
    outbox,
    sent,
    line,
    waits,
    delivery,
    say(id: string) {
      outbox.add({ message: { id, text: id }, conversation: null, at: clock++, files: [] });
      delivery.pump();
    },
    timePasses() {
      for (const work of timers.splice(0)) work();
    },
  };
}

describe('delivery', () => {
  it('sends the next message only when the one before has arrived', () => {
    const { delivery, sent, say } = setUp();
    delivery.ready();
    say('a');
    say('b');
    expect(sent).toEqual(['a']);
    delivery.arrived(['a']);
    expect(sent).toEqual(['a', 'b']);
  });

  it('sends nothing before the server knows who speaks', () => {
    const { delivery, sent, say } = setUp();
    say('a');
    expect(sent).toEqual([]);
    delivery.ready();
    expect(sent).toEqual(['a']);
  });

  it('sends again under the same id after the line was lost, and when no answer came', () => {
    const { delivery, sent, say, timePasses } = setUp();
    delivery.ready();
    say('a');
    delivery.lost();
    delivery.ready();
    timePasses();
    expect(sent).toEqual(['a', 'a', 'a']);
  });

  it('lets nothing overtake a message refused for a moment', () => {
    const { delivery, sent, say, timePasses } = setUp();
    delivery.ready();
    say('a');
    say('b');
    delivery.refused('a', 'busy');
    expect(sent).toEqual(['a']);
    timePasses();
    delivery.arrived(['a']);
    expect(sent).toEqual(['a', 'a', 'b']);
  });

  it('waits as long as the server asks, and otherwise longer each time', () => {
    const { delivery, waits, say, timePasses } = setUp();
    delivery.ready();
    say('a');
    delivery.refused('a', 'busy', 40);
    timePasses();
    for (let round = 0; round < 5; round++) {
      delivery.refused('a', 'not-saved');
      timePasses();
    }
    expect(waits.filter(wait => wait !== 20_000)).toEqual([40_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('goes on past a message that will never be taken, and keeps it', () => {
    const { delivery, outbox, sent, say } = setUp();
    delivery.ready();
    say('a');
    say('b');
    delivery.refused('a', 'too-long');
    expect(sent).toEqual(['a', 'b']);
    expect(outbox.all().map(one => [one.message.id, one.failed])).toEqual([
      ['a', 'too-long'],
      ['b', undefined],
    ]);
  });

  it('brings every message to the server in the order written, however the line behaves', () => {
    const mishap = fc.constantFrom('say', 'cut', 'mend', 'arrive', 'arrive-unseen', 'busy', 'wait');
    fc.assert(
      fc.property(fc.array(mishap, { maxLength: 60 }), mishaps => {
        const { delivery, outbox, sent, line, say, timePasses } = setUp();
        const written: string[] = [];
        /** As the server keeps them: each id once. */
        const held: string[] = [];
        let read = 0;
        const receive = () => {
          for (const id of sent.slice(read)) if (!held.includes(id)) held.push(id);
          read = sent.length;
        };
        const does: Record<typeof mishap extends fc.Arbitrary<infer T> ? T : never, () => void> = {
          say() {
            const id = `m${written.length}`;
            written.push(id);
            say(id);
          },
          cut() {
            line.isUp = false;
            delivery.lost();
          },
          mend() {
            line.isUp = true;
            delivery.ready();
          },
          arrive() {
            receive();
            if (line.isUp) delivery.arrived(held);
          },
          'arrive-unseen': receive,
          busy() {
            const next = outbox.next();
            if (next && line.isUp && read < sent.length && sent.at(-1) === next.message.id) {
              read = sent.length;
              delivery.refused(next.message.id, 'busy');
            }
          },
          wait: timePasses,
        };
        for (const what of mishaps) does[what]();
        does.mend();
        for (let round = 0; round <= written.length; round++) does.arrive();
        expect(held).toEqual(written);
        expect(outbox.all()).toEqual([]);
      }),
    );
  });
});
