// Loaded into a server under measurement (`--expose-gc --import`): on SIGUSR2 it collects all garbage and writes what
// is left to the file that MEMORY_REPORT names. Without it, garbage not yet collected would be taken for need.
import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const file = process.env['MEMORY_REPORT'] ?? '';

async function report(): Promise<void> {
  // What a first collection finalises, a second one frees.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await pause(100);
  }
  writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.part`, file);
}

process.on('SIGUSR2', () => void report());
