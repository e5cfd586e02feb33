import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
}

const folder = import.meta.dirname;
const manifestIn = (path: string): Manifest => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));

/**
 * A package that Parley is measured against, as `require` gives it. Peers live in a package of their own, so that
 * neither an install of Parley nor its tests know them; they are installed here when first asked for.
 */
export function peer<Exports>(name: string): Exports {
  if (!isInstalled(name)) install();
  return createRequire(join(folder, 'package.json'))(name);
}

function isInstalled(name: string): boolean {
  const path = join(folder, 'node_modules', name);
  return existsSync(path) && manifestIn(path).version === manifestIn(folder).dependencies[name];
}

function install(): void {
  process.stderr.write('Installing the peers (npm ci in test/bench/peers); this happens once …\n');
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The peers cannot be installed.\n${stdout}${stderr}`);
}
