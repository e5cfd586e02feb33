// npm test: installs what the tests need, then checks and runs everything. The last line counts the tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './browser-build.mjs';
import { ensureInstalled, fail, projectNode, root } from './install.mjs';

/** What the tests need of the system: a command or file that shows it is there, and the Debian package that brings it. */
const systemNeeds = [
  { what: 'Chromium', present: () => existsSync('/usr/bin/chromium'), debian: 'chromium' },
  { what: 'a Chinese font', present: () => hasChineseFont(), debian: 'fonts-noto-cjk' },
  { what: 'redis-server', present: () => onPath('redis-server'), debian: 'redis-server' },
];

const onPath = command => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

function hasChineseFont() {
  const found = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return (found.stdout ?? '').trim() !== '';
}

function ensureSystemNeeds() {
  const missing = systemNeeds.filter(need => !need.present());
  if (missing.length === 0) return;
  const names = missing.map(need => need.debian).join(' ');
  const whats = missing.map(need => need.what).join(', ');
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    fail(`The tests need ${whats}. On Debian: sudo apt-get install ${names}`);
  }
  process.stderr.write(`Installing ${names} …\n`);
  const apt = args =>
    spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt(['update']);
  const result = apt(['install', '-y', '--no-install-recommends', ...missing.map(need => need.debian)]);
  if (result.status !== 0) fail(`${result.stdout}${result.stderr}\napt-get could not install ${names}.`);
}

const bin = path => join(root, 'node_modules', path);
const reportFolder = mkdtempSync(join(tmpdir(), 'parley-test-'));
const report = join(reportFolder, 'report.json');
const tsc = project => [bin('typescript/bin/tsc'), '-p', project];
const steps = [
  ['types: server and tests', tsc('tsconfig.json')],
  ['types: core (no node, no DOM)', tsc('src/core')],
  ['types: widget', tsc('src/web')],
  ['types: console', tsc('src/web/console')],
  [
    'lint',
    [
      bin('oxlint/bin/oxlint'),
      '-c',
      'test/lint/oxlint.json',
      '--type-aware',
      '--deny-warnings',
      'src',
      'test',
    ],
  ],
  ['format', [bin('@biomejs/biome/bin/biome'), 'format', '--config-path=test/lint', 'src', 'test']],
  ['knowledge (npm run check)', [join(root, 'src/main.ts'), 'check']],
  [
    'tests',
    [
      bin('vitest/vitest.mjs'),
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
  ],
];

ensureInstalled();
ensureSystemNeeds();
ensureBuilt();
let failed = 0;
for (const [name, command] of steps) {
  const started = Date.now();
  const shows = name === 'tests' || name.startsWith('knowledge');
  const result = spawnSync(projectNode, command, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: shows ? 'inherit' : 'pipe',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  const ok = result.status === 0;
  if (!ok) failed++;
  if (!ok && !shows) process.stdout.write(`${result.stdout}${result.stderr}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${ok ? '✓' : '✗'} ${String(name)} (${seconds} s)\n`);
}

const counts = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 };
rmSync(reportFolder, { recursive: true });
// A failing step counts as one failure; of the test step the failing tests are counted instead, if it got that far.
const testsFailed = counts.numFailedTests + failed - (counts.numFailedTests > 0 ? 1 : 0);
process.stdout.write(`${counts.numPassedTests} passed, ${testsFailed} failed\n`);
process.exit(testsFailed > 0 || counts.numPassedTests === 0 ? 1 : 0);
