import { configFromEnvironment } from '../config.ts';
import { systemClock } from '../runtime/clock.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { knowledgeCommand } from '../runtime/operator/knowledge.ts';
import type { Store } from '../stores/store.ts';
import { knowledgeFolder, openStore } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  const config = configFromEnvironment();
  const moment = { now: systemClock.now(), zone: config.zone };
  const conversations = (): Promise<Store> => openStore(config, prepareDataFolder(config.dataDir));
  process.stdout.write(`${await knowledgeCommand(knowledgeFolder, args, moment, conversations)}\n`);
}
