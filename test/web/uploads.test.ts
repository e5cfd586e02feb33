import { describe, expect, it } from 'vitest';
import { type PostFile, uploadsWith } from '../../src/web/widget/uploads.ts';

const file = (name: string, size: number) => new File([new Uint8Array(size)], name, { type: 'image/png' });
const evidence = (name: string) => ({ id: `id-${name}`, sha256: 'f', name, mime: 'image/png', size: 1 });

function setUp({ held = 0, isKnown = true } = {}) {
  const posted: PostFile[] = [];
  const calledOff: string[] = [];
  const timers: { wait: number; work: () => void }[] = [];
  const who = { session: isKnown ? { conversation: 'c', token: 't' } : null };
  const uploads = uploadsWith({
    session: () => who.session,
    limits: () => ({ maxBytes: 10, maxFiles: 3 }),
    held: () => held,
    post(request) {
      posted.push(request);
      return () => void calledOff.push(request.file.name);
    },
    changed() {},
    after(wait, work) {
      timers.push({ wait, work });
      return () => {};
    },
  });
  const taken = (at: number) => posted[at]?.done({ taken: evidence(posted[at].file.name) });
  const states = () => uploads.tray().map(({ name, state, reason }) => [name, reason ?? state]);
  return { uploads, posted, calledOff, timers, who, taken, states };
}

describe('uploads', () => {
  it('turns away empty files, files too large and files too many, before a byte is sent', () => {
    const { uploads, posted, states } = setUp({ held: 1 });
    uploads.add([file('empty', 0), file('large', 11), file('a', 1), file('b', 1), file('c', 1)]);
    expect(states()).toEqual([
      ['empty', 'empty'],
      ['large', 'too-large'],
      ['a', 'uploading'],
      ['b', 'uploading'],
      ['c', 'too-many'],
    ]);
    expect(posted).toHaveLength(2);
  });

  it('hands over what was taken and what was refused, in the order picked', () => {
    const { uploads, posted, taken } = setUp();
    uploads.add([file('a', 1), file('b', 1), file('c', 1)]);
    taken(1);
    posted[0]?.done({ refused: { name: 'a', reason: 'wrong-type' } });
    taken(2);
    const { evidence: found, refusals } = uploads.take();
    expect(found.map(one => one.id)).toEqual(['id-b', 'id-c']);
    expect(refusals).toEqual([{ name: 'a', reason: 'wrong-type' }]);
    expect(uploads.tray()).toEqual([]);
  });

  it('waits for a conversation, and sends again what a lost line broke off', () => {
    const { uploads, posted, who, states } = setUp({ isKnown: false });
    uploads.add([file('a', 1)]);
    expect(states()).toEqual([['a', 'waiting']]);
    who.session = { conversation: 'c', token: 't' };
    uploads.resume();
    posted[0]?.done(null);
    expect(states()).toEqual([['a', 'failed']]);
    uploads.resume();
    expect(states()).toEqual([['a', 'uploading']]);
  });

  it('uploads anew what belongs to a conversation that is gone', () => {
    const { uploads, posted, who, taken, states } = setUp();
    uploads.add([file('a', 1)]);
    taken(0);
    who.session = { conversation: 'd', token: 'u' };
    uploads.resume();
    expect(states()).toEqual([['a', 'uploading']]);
    expect(posted[1]?.session.conversation).toBe('d');
  });

  it('keeps a file that cannot be saved at present, sends no word without it, and uploads it by itself', () => {
    const { uploads, posted, timers, taken, states } = setUp();
    uploads.add([file('a', 1)]);
    posted[0]?.done({ later: 5, because: 'not-saved' });
    expect(uploads.tray()).toMatchObject([{ state: 'waiting', heldUp: 'not-saved' }]);
    expect(uploads.take().from).toEqual([]);
    expect(timers[0]?.wait).toBeGreaterThanOrEqual(5_000);
    expect(posted).toHaveLength(1);
    timers[0]?.work();
    expect(posted).toHaveLength(2);
    taken(1);
    expect(states()).toEqual([['a', 'uploaded']]);
    expect(uploads.tray()[0]?.heldUp).toBeUndefined();
  });

  it('lets no file held up keep back another, and forgets one that was taken away meanwhile', () => {
    const { uploads, posted, calledOff, timers, states } = setUp();
    uploads.add([file('a', 1), file('b', 1), file('c', 1)]);
    posted[0]?.done({ later: 1, because: 'busy' });
    expect(states()).toEqual([
      ['a', 'waiting'],
      ['b', 'uploading'],
      ['c', 'uploading'],
    ]);
    const [{ key } = { key: -1 }] = uploads.tray();
    uploads.remove(key);
    timers[0]?.work();
    expect(posted).toHaveLength(3);
    uploads.remove(key + 1);
    expect(calledOff).toContain('b');
  });
});
