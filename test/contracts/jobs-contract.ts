import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiveUp, type Handler, type Jobs } from '../../src/jobs/jobs.ts';
import { LEASE_MS } from '../jobs/policies.ts';

export interface JobsPlace {
  /** Another process's view of the same jobs, as far as they know. */
  open(options?: { closeMs?: number }): Jobs;
  /** Arguments of `test/jobs/worker-process.ts` that make it work here. */
  processArguments: string[];
  errors: unknown[];
  remove(): Promise<void>;
}

const within = { timeout: 15_000, interval: 20 };

/** What every adapter must do. `makePlace` gives a place without jobs. */
export function jobsContract(name: string, makePlace: () => Promise<JobsPlace>): void {
  describe(`${name} as jobs`, () => {
    let place: JobsPlace;
    let opened: Jobs[];
    let jobs: Jobs;
    const children: ChildProcess[] = [];
    const open = (options?: { closeMs?: number }): Jobs => {
      const one = place.open(options);
      opened.push(one);
      return one;
    };
    beforeEach(async () => {
      place = await makePlace();
      opened = [];
      jobs = open();
    });
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
      await Promise.all(opened.map(one => one.close()));
      await place.remove();
      expect(place.errors).toEqual([]);
    });

    const add = (id: string, due?: string, to = jobs): Promise<void> =>
      to.add({ id: `task-${id}`, kind: 'task', data: { id }, ...(due !== undefined && { due }) });
    /** Works and keeps what it was given. */
    const working = (by: Jobs, handler: Handler = async () => {}): { id: string; attempt: number }[] => {
      const ran: { id: string; attempt: number }[] = [];
      by.work({
        task: (job, attempt) => {
          ran.push({ id: String(job.data['id']), attempt });
          return handler(job, attempt);
        },
      });
      return ran;
    };
    const ids = (ran: { id: string }[]): string[] => ran.map(({ id }) => id).toSorted();

    it('runs what was added before and after it began to work, with its data', async () => {
      const seen: unknown[] = [];
      await add('before');
      jobs.work({ task: async job => void seen.push(job) });
      await expect.poll(() => seen, within).toHaveLength(1);
      const data = { stream: 'case-1@x', version: 3, none: null };
      await jobs.add({ id: 'task-after@1.2_x-y', kind: 'task', data });
      await expect.poll(() => seen, within).toHaveLength(2);
      expect(seen[1]).toEqual({ id: 'task-after@1.2_x-y', kind: 'task', data });
    });

    it('keeps a job once, whether it waits, is done or is dead', async () => {
      await Promise.all([add('a'), add('a'), add('dead')]);
      await add('a');
      const ran = working(jobs, async job => {
        if (job.id === 'task-dead') throw new GiveUp('for good');
      });
      const ended = { waiting: 0, running: 0, done: 1, dead: 1 };
      await expect.poll(() => jobs.counts(), within).toEqual(ended);
      await Promise.all([add('a'), add('dead')]);
      await add('last');
      await expect.poll(() => jobs.counts(), within).toEqual({ ...ended, done: 2 });
      expect(ids(ran)).toEqual(['a', 'dead', 'last']);
    });

    it('runs nothing before it is due', async () => {
      const due = Date.now() + 400;
      let at = 0;
      working(jobs, async job => {
        if (job.id === 'task-later') at = Date.now();
      });
      await add('later', new Date(due).toISOString());
      await add('at-once');
      await expect.poll(() => at, within).toBeGreaterThan(0);
      // BullMQ keeps whole milliseconds, and a timer may be one early.
      expect(at).toBeGreaterThanOrEqual(due - 2);
      const log = await jobs.log(10);
      expect(log.map(one => one.id)).toEqual(['task-later', 'task-at-once']);
    });

    it('takes back a job that waits, and only that', async () => {
      await add('a', new Date(Date.now() + 3_600_000).toISOString());
      expect(await jobs.cancel('task-a')).toBe(true);
      expect(await jobs.cancel('task-a')).toBe(false);
      expect(await jobs.cancel('nothing-b')).toBe(false);
      const ran = working(jobs);
      await add('b');
      await expect.poll(async () => (await jobs.counts()).done, within).toBe(1);
      expect(await jobs.cancel('task-b')).toBe(false);
      await add('a');
      await expect.poll(() => ids(ran), within).toEqual(['a', 'b']);
    });

    it('tries again what fails, and counts the attempts', async () => {
      const ran = working(jobs, async (_, attempt) => {
        if (attempt < 3) throw new RangeError('not yet');
        return 'at last';
      });
      await add('a');
      await expect.poll(async () => (await jobs.counts()).done, within).toBe(1);
      expect(ran.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      const log = await jobs.log(2);
      expect(log.map(({ outcome, attempt, note }) => ({ outcome, attempt, note }))).toEqual([
        { outcome: 'done', attempt: 3, note: 'at last' },
        { outcome: 'failed', attempt: 2, note: 'RangeError: not yet' },
      ]);
    });

    it('lists what failed for good, and why without anything personal', async () => {
      let isBroken = true;
      const ran = working(jobs, async () => {
        if (isBroken)
          throw new TypeError('no "13800138000" in 我的手机 at https://u:p@example.org/a?token=1');
      });
      await add('a');
      await expect.poll(() => jobs.dead(10), within).toHaveLength(1);
      const [dead] = await jobs.dead(10);
      expect(dead).toMatchObject({ id: 'task-a', kind: 'task', attempts: 3, data: { id: 'a' } });
      expect(dead?.reason).toBe('TypeError: no … in … at https://example.org');
      expect(Number.isNaN(Date.parse(dead?.at ?? ''))).toBe(false);

      isBroken = false;
      expect(await jobs.repeat('task-none')).toBe(false);
      expect(await jobs.repeat('task-a')).toBe(true);
      await expect.poll(() => jobs.counts(), within).toEqual({ waiting: 0, running: 0, done: 1, dead: 0 });
      expect(ran.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 1]);
      expect(await jobs.repeat('task-a')).toBe(false);
    });

    it('forgets a dead job that is discarded', async () => {
      const ran = working(jobs, async () => {
        throw new GiveUp('410 Gone');
      });
      await add('a');
      await expect.poll(() => jobs.dead(10), within).toHaveLength(1);
      expect(ran).toHaveLength(1);
      expect((await jobs.dead(10))[0]?.reason).toBe('GiveUp: 410 Gone');
      expect(await jobs.discard('task-a')).toBe(true);
      expect(await jobs.discard('task-a')).toBe(false);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, done: 0, dead: 0 });
    });

    it('runs so many at once as the kind allows, and no more', async () => {
      let most = 0;
      let now = 0;
      const { promise: full, resolve } = Promise.withResolvers<void>();
      const ran = working(jobs, async () => {
        most = Math.max(most, ++now);
        if (now === 3) resolve();
        await full;
        now--;
      });
      await Promise.all(Array.from({ length: 12 }, (_, n) => add(String(n))));
      await expect.poll(async () => (await jobs.counts()).done, within).toBe(12);
      expect([most, ran.length]).toEqual([3, 12]);
    });

    it('shares the work between processes, each job once', async () => {
      const others = [open(), open()];
      const ran = [jobs, ...others].flatMap(one => [working(one)]);
      const names = Array.from({ length: 60 }, (_, n) => String(n));
      await Promise.all(names.map((id, n) => add(id, undefined, [jobs, ...others][n % 3])));
      await expect.poll(async () => (await jobs.counts()).done, within).toBe(60);
      expect(ids(ran.flat())).toEqual(names.toSorted());
    });

    it('keeps jobs that nobody works on, and those of kinds that only others know', async () => {
      await add('a');
      await jobs.add({ id: 'other-b', kind: 'other', data: {} });
      await jobs.close();
      const after = open();
      const ran = working(after);
      await expect.poll(() => ids(ran), within).toEqual(['a']);
      await expect.poll(() => after.counts(), within).toMatchObject({ waiting: 1, done: 1 });
    });

    it('runs a job again whose process was killed in the middle of it', async () => {
      const child = spawn(process.execPath, ['test/jobs/worker-process.ts', ...place.processArguments], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      await add('a');
      const [said] = (await once(child.stdout, 'data')) as [Buffer];
      expect(said.toString()).toBe('began task-a\n');
      const ran = working(jobs);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await expect.poll(() => ids(ran), within).toEqual(['a']);
      await expect.poll(() => jobs.counts(), within).toEqual({ waiting: 0, running: 0, done: 1, dead: 0 });
    });

    it('lets a job take longer than its lease while the process lives', async () => {
      const { promise: isEnough, resolve } = Promise.withResolvers<void>();
      const ran = [working(jobs, () => isEnough), working(open(), () => isEnough)];
      await add('long');
      setTimeout(resolve, 2.5 * LEASE_MS);
      await expect.poll(async () => (await jobs.counts()).done, within).toBe(1);
      expect(ran.flat()).toEqual([{ id: 'long', attempt: 1 }]);
    });

    it('waits at its end for what runs, and begins nothing more', async () => {
      const { promise: isEnough, resolve } = Promise.withResolvers<void>();
      const ran = working(jobs, () => isEnough);
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map(id => add(id)));
      await expect.poll(() => ran, within).toHaveLength(3);
      let isClosed = false;
      const closing = jobs.close().then(() => {
        isClosed = true;
      });
      await open().counts();
      expect(isClosed).toBe(false);
      resolve();
      await closing;
      expect(await open().counts()).toMatchObject({ waiting: 2, running: 0, done: 3 });
    });

    it('does not wait for ever at its end', async () => {
      const hasty = open({ closeMs: 50 });
      const ran = working(hasty, () => new Promise(() => {}));
      await add('a');
      await expect.poll(() => ran, within).toHaveLength(1);
      await hasty.close();
      const again = working(open());
      await expect.poll(() => again, within).toHaveLength(1);
    });

    it.each([
      ['an unknown kind', { id: 'nothing-a', kind: 'nothing', data: {} }],
      ['an id of another kind', { id: 'other-a', kind: 'task', data: {} }],
      ['an id with a colon', { id: 'task-a:b', kind: 'task', data: {} }],
      ['a book', { id: 'task-a', kind: 'task', data: { book: 'x'.repeat(3_000) } }],
    ])('refuses %s', async (_, job) => {
      await expect(jobs.add(job)).rejects.toThrow();
      expect((await jobs.counts()).waiting).toBe(0);
    });
  });
}
