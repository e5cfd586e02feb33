// npm start, npm run chat, cases and bench: installs and builds what is missing, then runs the command with the
// project's own Node. Nothing is printed on stdout here, so that a command's output can be piped.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './browser-build.mjs';
import { ensureInstalled, fail, projectNode, root } from './install.mjs';

const [command, ...args] = process.argv.slice(2);
ensureInstalled();
if (command === 'serve') ensureBuilt();

const child = spawn(projectNode, command === 'bench' ? bench(args) : ['src/main.ts', command, ...args], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** The file of a bench, `test/bench/<name>.bench.ts`. */
function bench([name, ...rest]) {
  const file = `test/bench/${name}.bench.ts`;
  if (name && existsSync(join(root, file))) return [file, ...rest];
  const files = readdirSync(join(root, 'test/bench')).filter(one => one.endsWith('.bench.ts'));
  const names = files.map(one => one.slice(0, -'.bench.ts'.length)).join(', ');
  return fail(`npm run bench -- <name>; there is: ${names}`);
}
