import { existsSync } from 'node:fs';
import { backUp } from '../backup/backup.ts';
import { backedUp } from '../backup/report.ts';
import { OperatorError } from '../runtime/operator/operator-error.ts';
import { ledgerIn } from '../stores/ledger-in.ts';
import { copying } from './copying.ts';
import { fileArgument } from './file-argument.ts';
import { keeping } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  const { path, data } = fileArgument(args, 'backup');
  if (existsSync(path)) throw new OperatorError(`${path} is there already; a backup never overwrites one`);
  const { config, folder, files, progress } = keeping(data);
  const ledger = await ledgerIn(folder, config.redis);
  try {
    process.stdout.write(`${backedUp(path, await backUp(path, { ledger, files, copying, progress }))}\n`);
  } finally {
    await ledger.close();
  }
}
