import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Half of a start is reading modules; the second one finds them read. Where nothing can be written, nothing is cached.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/modules'));

/** Each command is loaded when it is called: checking the knowledge needs no server, and a server no backup. */
const commands: Record<string, () => Promise<{ command: (args: string[]) => Promise<void> }>> = {
  serve: () => import('./commands/serve.ts'),
  demo: () => import('./commands/demo.ts'),
  chat: () => import('./commands/chat.ts'),
  cases: () => import('./commands/cases.ts'),
  jobs: () => import('./commands/jobs.ts'),
  staff: () => import('./commands/staff.ts'),
  verify: () => import('./commands/verify.ts'),
  erase: () => import('./commands/erase.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  'move-store': () => import('./commands/move-store.ts'),
  check: () => import('./commands/check.ts'),
  knowledge: () => import('./commands/knowledge.ts'),
};

const [name = 'serve', ...args] = process.argv.slice(2);
const say = (text: string): void => void process.stderr.write(`${text}\n`);
try {
  const load = commands[name];
  if (load) await (await load()).command(args);
  else {
    say(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
    process.exitCode = 1;
  }
} catch (error) {
  const { isExpected } = await import('./commands/is-expected.ts');
  if (isExpected(error)) say(error.message);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  // What was opened before, such as connections to Redis, must not keep a process alive that can do nothing.
  process.exit(1);
}
