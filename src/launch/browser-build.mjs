import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, hashOf, projectNode, readIf, root } from './install.mjs';

const sources = ['src/web', 'src/protocol', 'src/core', 'package-lock.json'];
const outputs = ['widget.js', 'console/index.html'].map(name => join(root, 'dist/web', name));
const stampFile = join(root, 'dist/web/.built-from');

/** Every file under a path, sorted. */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap(name => filesUnder(join(path, name)));
}

/** Builds the browser code unless what it is built from has not changed. */
export function ensureBuilt() {
  const files = sources.flatMap(source => filesUnder(join(root, source)));
  const wanted = hashOf(...files.flatMap(file => [file, readFileSync(file)]));
  if (outputs.every(output => existsSync(output)) && readIf(stampFile) === wanted) return;
  process.stderr.write('Building the widget and the console …\n');
  const result = spawnSync(projectNode, ['src/web/build.ts'], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    fail('The browser code could not be built; the output stands above.');
  }
  mkdirSync(join(root, 'dist/web'), { recursive: true });
  writeFileSync(stampFile, wanted);
}
