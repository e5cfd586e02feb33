import { parseArgs } from 'node:util';
import { configFromEnvironment } from '../config.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { jobsCommand } from '../runtime/operator/jobs.ts';
import { signedWebhooks } from '../webhooks/signed-webhooks.ts';
import { openJobs, watched } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const config = configFromEnvironment();
  const opened = openJobs(config, prepareDataFolder(values.data ?? config.dataDir), watched(config));
  try {
    process.stdout.write(`${await jobsCommand(opened, signedWebhooks(config.webhooks), positionals)}\n`);
  } finally {
    await opened.close();
  }
}
