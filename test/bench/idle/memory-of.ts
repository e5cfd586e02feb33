import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes of a server after all garbage is collected. */
export interface Memory {
  /** In the machine's memory, whatever for. */
  resident: number;
  /** JavaScript objects. */
  heap: number;
  /** Buffers and what else objects hold outside the heap. */
  outside: number;
}

const PATIENCE_MS = 60_000;

/** How a server is started so that `memoryOf` can ask it. */
export const tellsMemory = (file: string): { flags: string[]; env: Record<string, string> } => ({
  flags: ['--expose-gc', '--import', './test/bench/idle/report-memory.ts'],
  env: { MEMORY_REPORT: file },
});

/** @param file the one the server was started with */
export async function memoryOf(pid: number, file: string): Promise<Memory> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (const until = performance.now() + PATIENCE_MS; !existsSync(file); await pause(50))
    if (performance.now() > until) throw new Error('the server did not tell its memory');
  const { rss, heapUsed, external } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage;
  return { resident: rss, heap: heapUsed, outside: external };
}
