import { parseArgs } from 'node:util';
import { configFromEnvironment } from '../config.ts';
import type { DemoLogin } from '../demo/open-accounts.ts';
import { progressOn } from '../progress.ts';
import { CONSOLE_PAGE } from '../protocol/console/agreed.ts';
import { prepareDataFolder, StartError } from '../runtime/data-folder.ts';
import { fillDemo } from './fill-demo.ts';
import { serve } from './serve.ts';

/** Most cases that make sense to look at, and that are made in a few minutes. */
const MOST_CASES = 2_000;

export async function command(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      // A folder of its own, whatever is configured: nothing that real people said is ever mixed with it.
      data: { type: 'string', default: 'data-demo' },
      cases: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [cases, seed] = [wholeNumber('cases', values.cases, MOST_CASES), wholeNumber('seed', values.seed)];
  const folder = prepareDataFolder(values.data);
  const config = { ...configFromEnvironment(), dataDir: folder, redis: null };
  const plan = { cases, seed, zone: config.zone, now: Date.now() };
  const logins = await fillDemo(config, folder, plan, progressOn(process.stderr));
  await serve(config, listening => process.stdout.write(welcome(listening, logins)));
}

function wholeNumber(name: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0 && number <= most) return number;
  throw new StartError(`--${name} takes a whole number from 1 to ${most}, not ${text}.`);
}

/** Passwords are shown here and nowhere else. */
function welcome(listening: string, logins: DemoLogin[]): string {
  const lines = logins.map(
    ({ login, password, role, by }) => `  ${login.padEnd(13)}${password}   ${role}, ${by.name}`,
  );
  return [
    `The console: ${listening}${CONSOLE_PAGE}`,
    'Who can sign in (login, password; told only now):',
    ...lines,
    '',
  ].join('\n');
}
