import { parseArgs } from 'node:util';
import { sealedEvidence } from '../evidence/sealed-evidence.ts';
import { systemClock } from '../runtime/clock.ts';
import { confirmOn } from '../runtime/operator/confirm.ts';
import { eraseDueCommand } from '../runtime/operator/erase-due.ts';
import { eraseCommand } from '../runtime/operator/erase.ts';
import { OperatorError } from '../runtime/operator/operator-error.ts';
import { sealedStore } from '../stores/sealing/sealed-store.ts';
import { keeping, openLedger } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      yes: { type: 'boolean', default: false },
      due: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { due, 'dry-run': isDryRun } = values;
  const [name] = positionals;
  if ((name === undefined) !== due || (isDryRun && !due))
    throw new OperatorError(
      'usage: npm run erase -- <conversation or case> [--yes] | npm run erase -- --due [--dry-run] [--yes]',
    );
  const { config, folder, files } = keeping(values.data);
  const { ledger, key } = await openLedger(config, folder);
  const store = sealedStore(ledger, key);
  try {
    const evidence = sealedEvidence(files, store.sealer);
    const print = (text: string): void => void process.stdout.write(`${text}\n`);
    const confirm = async (question: string): Promise<boolean> =>
      values.yes || confirmOn(process.stdin, process.stdout, question);
    const parts = { ledger, store, evidence, clock: systemClock, print, confirm };
    if (name === undefined) await eraseDueCommand(parts, config.retention, isDryRun);
    else await eraseCommand(parts, name);
  } finally {
    await store.close();
  }
}
