import { existsSync } from 'node:fs';
import { restored } from '../backup/report.ts';
import { restore } from '../backup/restore.ts';
import { OperatorError } from '../runtime/operator/operator-error.ts';
import { ledgerIn } from '../stores/ledger-in.ts';
import { copying } from './copying.ts';
import { fileArgument } from './file-argument.ts';
import { keeping } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  const { path, data } = fileArgument(args, 'restore');
  if (!existsSync(path)) throw new OperatorError(`there is no file ${path}`);
  const { config, folder, files, progress } = keeping(data);
  const ledger = await ledgerIn(folder, config.redis);
  try {
    const done = await restore(path, { ledger, files, copying, progress });
    process.stdout.write(`${restored(done)}\n`);
    if (done.contradictions > 0) process.exitCode = 1;
  } finally {
    await ledger.close();
  }
}
