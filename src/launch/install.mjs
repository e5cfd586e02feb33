// Plain JavaScript for Node 20 or newer: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const stampFile = join(root, 'node_modules', '.parley-installed');

/** Ends the command with one sentence. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The Node that the project brings along. */
export const projectNode = join(root, 'node_modules', '.bin', 'node');

export const hashOf = (...contents) => {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
};

export const readIf = path => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Runs npm as the one that started us, or the one on the PATH. */
function npm(args) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Installs the locked packages unless that was done for this very lock file. Says so on stderr while it works. */
export function ensureInstalled() {
  const wanted = hashOf(readFileSync(join(root, 'package-lock.json')));
  if (readIf(stampFile) === wanted && existsSync(projectNode)) return;
  process.stderr.write('Installing what is missing (npm ci); the first time takes about half a minute …\n');
  const started = Date.now();
  const result = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    fail('npm ci failed; its output stands above. Check the connection to the npm registry and try again.');
  }
  if (!existsSync(projectNode)) {
    fail(
      'npm ci did not bring the package "node". Parley needs npm 11 (npm install -g npm@11), then try again.',
    );
  }
  writeFileSync(stampFile, wanted);
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}
