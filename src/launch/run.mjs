// npm start, npm run chat, cases, bench and eval: installs and builds what is missing, then runs the command with the
// project's own Node. Nothing is printed on stdout here, so that a command's output can be piped.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './browser-build.mjs';
import { ensureInstalled, fail, projectNode, root } from './install.mjs';

const [command, ...args] = process.argv.slice(2);
ensureInstalled();
if (command === 'serve') ensureBuilt();

/** What is measured from files of its own: `npm run <command> -- <name>` runs `test/<command>/<name>.<command>.ts`. */
const MEASURES = ['bench', 'eval'];

const child = spawn(
  projectNode,
  MEASURES.includes(command) ? measure(args) : ['src/main.ts', command, ...args],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

function measure([name, ...rest]) {
  const [folder, ending] = [`test/${command}`, `.${command}.ts`];
  const file = `${folder}/${name}${ending}`;
  if (name && existsSync(join(root, file))) return [file, ...rest];
  const files = readdirSync(join(root, folder)).filter(one => one.endsWith(ending));
  return fail(
    `npm run ${command} -- <name>; there is: ${files.map(one => one.slice(0, -ending.length)).join(', ')}`,
  );
}
