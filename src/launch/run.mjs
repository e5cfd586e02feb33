// npm start and all commands beside it: installs and builds what is missing, then runs the command with the project's
// own Node. Nothing is printed on stdout here, so that a command's output can be piped.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './browser-build.mjs';
import { ensureInstalled, fail, projectNode, root } from './install.mjs';

const [command, ...args] = process.argv.slice(2);
ensureInstalled();
if (command === 'serve' || command === 'demo') ensureBuilt();

/** What is measured from files of its own: `npm run eval -- <name>` runs `test/eval/<name>.eval.ts`. */
const PROGRAMS = {
  bench: () => ['test/bench/run.ts', ...args],
  eval: () => evaluation(args),
  fuzz: () => ['test/fuzz/run.ts', ...args],
  torture: () => ['test/torture/run.ts', ...args],
};
const program = PROGRAMS[command]?.() ?? ['src/main.ts', command, ...args];

const child = spawn(projectNode, program, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

function evaluation([name, ...rest]) {
  const [folder, ending] = ['test/eval', '.eval.ts'];
  const file = `${folder}/${name}${ending}`;
  if (name && existsSync(join(root, file))) return [file, ...rest];
  const files = readdirSync(join(root, folder)).filter(one => one.endsWith(ending));
  return fail(
    `npm run eval -- <name>; there is: ${files.map(one => one.slice(0, -ending.length)).join(', ')}`,
  );
}
