import { parseArgs } from 'node:util';
import { configFromEnvironment } from '../config.ts';
import { systemClock } from '../runtime/clock.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { staffCommand } from '../runtime/operator/staff.ts';
import { openStore } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const config = configFromEnvironment();
  const store = await openStore(config, prepareDataFolder(values.data ?? config.dataDir));
  try {
    process.stdout.write(`${await staffCommand(store, systemClock, positionals)}\n`);
  } finally {
    await store.close();
  }
}
