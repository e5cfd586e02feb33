import { parseArgs } from 'node:util';
import { OperatorError } from '../runtime/operator/operator-error.ts';

export function fileArgument(args: string[], command: string): { path: string; data: string | undefined } {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new OperatorError(`usage: npm run ${command} -- <file>`);
  return { path, data: values.data };
}
