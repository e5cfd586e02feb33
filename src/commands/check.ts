import { parseArgs } from 'node:util';
import { configFromEnvironment } from '../config.ts';
import { dayIn } from '../core/language/day.ts';
import { systemClock } from '../runtime/clock.ts';
import { checkCommand } from '../runtime/operator/check.ts';
import { OperatorError } from '../runtime/operator/operator-error.ts';
import { knowledgeFolder } from './parts.ts';

const today = (): string => dayIn(configFromEnvironment().zone, systemClock.now());

export async function command(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { on: { type: 'string' } } });
  if (values.on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.on))
    throw new OperatorError(`--on takes a day such as 2027-06-01, not ${values.on}.`);
  const holds = checkCommand(knowledgeFolder, values.on ?? today(), line =>
    process.stdout.write(`${line}\n`),
  );
  if (!holds) process.exitCode = 1;
}
