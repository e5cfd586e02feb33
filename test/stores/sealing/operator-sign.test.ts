import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { memoryLedger } from '../../../src/stores/memory/memory-ledger.ts';
import { WrongOperatorKey } from '../../../src/stores/sealing/keyring.ts';
import { checkOperatorKey } from '../../../src/stores/sealing/operator-sign.ts';
import { sealedStore } from '../../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../../src/stores/sqlite/sqlite-ledger.ts';
import { to } from '../../contracts/store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-sign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

describe('the sign of the operator’s key', () => {
  test('lets in the first key, and then no other', async () => {
    const ledger = memoryLedger();
    const checks = await Promise.allSettled([one, other, one].map(key => checkOperatorKey(ledger, key)));
    expect(checks.map(check => check.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(checks[1]).toMatchObject({ reason: expect.any(WrongOperatorKey) as unknown });
  });

  test('is not needed to see that a key does not open what was written', async () => {
    const ledger = memoryLedger();
    await sealedStore(ledger, one).append(to('a', 0, 'c1'));
    await expect(sealedStore(ledger, other).read('a')).rejects.toThrow(WrongOperatorKey);
    await expect(sealedStore(ledger, other).append(to('a', 1, 'c2'))).rejects.toThrow(WrongOperatorKey);
  });

  test('ends the start with one sentence, and nothing is written', async () => {
    const ledger = sqliteLedger(join(folder, 'parley.db'));
    await checkOperatorKey(ledger, one);
    const env = { ...process.env, DATA_DIR: folder, PORT: '0', OPERATOR_KEY: other.toString('base64') };
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>(resolve => {
      execFile(process.execPath, ['src/main.ts', 'serve'], { env }, (error, _stdout, said) =>
        resolve({ code: error?.code, stderr: said }),
      );
    });
    expect(stderr).toBe(
      'OPERATOR_KEY is not the key that these data were encrypted with. Start with the one they were written under.\n',
    );
    expect(code).toBe(1);
    expect(await ledger.streams('', '', 10)).toEqual([]);
    await ledger.close();
  });
});
