import { createInterface } from 'node:readline/promises';
import { OperatorError } from './operator-error.ts';

/**
 * Asks on a terminal; anything but a clear yes is a no.
 * @throws OperatorError where there is no terminal to ask on
 */
export async function confirmOn(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  question: string,
): Promise<boolean> {
  if (!input.isTTY) throw new OperatorError('nobody can be asked here; add --yes to do it without asking');
  const lines = createInterface({ input, output });
  try {
    return /^(y|yes)$/i.test((await lines.question(`${question} (yes/no) `)).trim());
  } finally {
    lines.close();
  }
}
