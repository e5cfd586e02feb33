import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './support/long-first.ts';

export default defineConfig({
  test: {
    // Whole processes are started here and there, and the machine may be busy.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Most of what takes long waits for processes, pages and disks; one file at a time would leave a core idle.
    maxWorkers: 2,
    // Loading the project's modules anew for each file would take as long as the tests themselves.
    isolate: false,
    sequence: { sequencer: LongFirst },
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
  },
});
