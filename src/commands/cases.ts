import { parseArgs } from 'node:util';
import { chineseCalendar } from '../calendar/chinese-calendar.ts';
import { configFromEnvironment } from '../config.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { casesCommand } from '../runtime/operator/cases.ts';
import { openStore } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  // The command reads the other flags.
  const { data } = parseArgs({ args, options: { data: { type: 'string' } }, strict: false }).values;
  const config = configFromEnvironment();
  const store = await openStore(config, prepareDataFolder(typeof data === 'string' ? data : config.dataDir));
  try {
    process.stdout.write(`${await casesCommand(store, chineseCalendar, args)}\n`);
  } finally {
    await store.close();
  }
}
