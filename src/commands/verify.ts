import { parseArgs } from 'node:util';
import { sealedEvidence } from '../evidence/sealed-evidence.ts';
import { verifyCommand } from '../runtime/operator/verify.ts';
import { auditStreams } from '../stores/sealing/audit-stream.ts';
import { sealedStore } from '../stores/sealing/sealed-store.ts';
import { keeping, openLedger } from './parts.ts';

export async function command(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const { config, folder, files, progress } = keeping(values.data);
  const { ledger, key } = await openLedger(config, folder);
  const evidence = sealedEvidence(files, sealedStore(ledger, key).sealer);
  const audit = auditStreams(ledger, key);
  try {
    const { text, holds } = await verifyCommand({ ledger, audit, files, evidence, progress });
    process.stdout.write(`${text}\n`);
    if (!holds) process.exitCode = 1;
  } finally {
    await ledger.close();
  }
}
