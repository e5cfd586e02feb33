import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** What is still mounted when the test process ends is unmounted with it. */
const mounted = new Set<FailingDisk>();
process.once('exit', () => {
  for (const disk of mounted) disk.remove();
});

/** A folder on a file system of its own, which a test can fill or break. Needs root and Linux. */
export class FailingDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-disk-'));
  readonly #image: string | null;

  private constructor(image: string | null) {
    this.#image = image;
    mounted.add(this);
  }

  /** In memory, of so many megabytes; null where this machine cannot mount one. */
  static inMemory(megabytes: number): FailingDisk | null {
    const disk = new FailingDisk(null);
    if (run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk.folder)) return disk;
    disk.remove();
    return null;
  }

  /** An ext4 file system in a file; null where this machine cannot make or mount one. */
  static ext4(megabytes: number): FailingDisk | null {
    const image = join(mkdtempSync(join(tmpdir(), 'parley-image-')), 'disk.img');
    const disk = new FailingDisk(image);
    const isMade =
      run('truncate', '-s', `${megabytes}M`, image) &&
      run('mkfs.ext4', '-q', '-F', image) &&
      run('mount', '-o', 'loop', image, disk.folder);
    if (isMade) return disk;
    disk.remove();
    return null;
  }

  /** Takes all that is left. */
  fill(): void {
    try {
      writeFileSync(this.#filler, Buffer.alloc(64 * 1024 * 1024));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  /** Gives back what `fill` took. */
  free(): void {
    rmSync(this.#filler);
  }

  /** What Linux does when the disk below an ext4 file system fails: from now on it can only be read. */
  breakDown(): void {
    if (!run('mount', '-o', 'remount,abort', this.folder)) throw new Error('the disk does not break');
  }

  remove(): void {
    mounted.delete(this);
    run('umount', '-l', this.folder);
    rmSync(this.folder, { recursive: true, force: true });
    if (this.#image) rmSync(join(this.#image, '..'), { recursive: true, force: true });
  }

  get #filler(): string {
    return join(this.folder, 'filler');
  }
}

/** Forbids any change to a file, whoever asks, or allows it again. Returns whether this file system can. */
export const writeProtect = (path: string, isOn: boolean): boolean => run('chattr', isOn ? '+i' : '-i', path);
