import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'parley-start-'));
const KEY = Buffer.alloc(32, 7).toString('base64');
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], env: Record<string, string> = {}, input = '') {
  const result = spawnSync(process.execPath, ['src/main.ts', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, DATA_DIR: join(folder, 'data'), OPERATOR_KEY: KEY, ...env },
    timeout: 20_000,
  });
  return { code: result.status, out: result.stdout, said: result.stderr.trim() };
}

describe('what keeps Parley from starting is said in one sentence, with exit code 1', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, said } = run(['serve'], { PORT: String(port) });
    other.close();
    expect(said).toMatch(new RegExp(`^Port ${port} .*is taken`));
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  test('a data folder that cannot be one', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, said } = run(['serve'], { DATA_DIR: join(file, 'data') });
    expect(said).toMatch(/^The data folder .* cannot be written/);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  test.each([
    ['PORT', 'eighty'],
    ['TIME_ZONE', 'Mars/Olympus'],
    ['EVIDENCE_MAX_MB', '-1'],
  ])('%s=%s', (name, value) => {
    const { code, said } = run(['serve'], { [name]: value });
    expect(said).toContain(name);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  test.each([
    [['dance']],
    [['chat', '--language', 'fr']],
    [['chat', '--now', 'tomorrow']],
    [['chat', '--record', 'no slash']],
    [['chat', '--unknown']],
    [['cases', 'show', 'nothing']],
  ])('%j', args => {
    const { code, said } = run(args);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe('npm run chat, with piped lines', () => {
  test('answers each with one line of JSON and ends with 0', () => {
    const { code, out } = run(
      ['chat', '--json', '--now', '2026-11-24T02:00:00Z'],
      {},
      '支付宝可以打12378协商吗\n\n昨天在淘宝买的锅一直不发货\n',
    );
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({
      faq: '12378-alipay',
      type: null,
      case: null,
      handoff: 'bot',
      values: [],
    });
    expect(lines[2]).toMatchObject({ type: 'trade' });
  });

  test('greets and answers as text without --json', () => {
    const { code, out } = run(
      ['chat', '--language', 'en'],
      {},
      'Can I call 12378 to negotiate with Alipay?\n',
    );
    expect(code).toBe(0);
    expect(out).toContain('I am the negotiation assistant');
    expect(out).toContain('12363');
  });

  test('takes files, and says which it cannot read', () => {
    const note = join(folder, '说明.txt');
    writeFileSync(note, '商家一直不发货');
    const { code, out } = run(['chat', '--json'], {}, `/attach ${note}\n/attach ${folder}/missing.png\n`);
    const [taken, missing] = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(JSON.stringify(taken)).toContain('evidence-kept');
    expect(missing).toEqual({ error: `cannot read ${folder}/missing.png` });
  });
});
