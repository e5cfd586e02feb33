// npm start, npm run chat, npm run cases: installs and builds what is missing, then runs src/main.ts with the
// project's own Node. Nothing is printed on stdout here, so that a command's output can be piped.
import { spawn } from 'node:child_process';
import { ensureBuilt } from './browser-build.mjs';
import { ensureInstalled, projectNode, root } from './install.mjs';

const [command, ...args] = process.argv.slice(2);
ensureInstalled();
if (command === 'serve') ensureBuilt();

const main = command === 'bench' ? `test/bench/${args.shift() ?? 'turn'}.ts` : 'src/main.ts';
const child = spawn(projectNode, [main, ...(command === 'bench' ? [] : [command]), ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
