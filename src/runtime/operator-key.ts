import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './data-folder.ts';

const LENGTH = 32;
export const KEY_FILE = 'operator.key';

export interface OperatorKeyOptions {
  /** The configured key, 32 bytes; null where none is. */
  given: Uint8Array | null;
  /** The data folder. */
  folder: string;
  isProduction: boolean;
  /** Told what the operator should know. */
  warn: (sentence: string) => void;
}

/**
 * The key that wraps the key of every conversation: the configured one, else, outside production, one that lies in the
 * data folder and is made there the first time.
 * @returns 32 bytes
 * @throws StartError
 */
export function operatorKey({ given, folder, isProduction, warn }: OperatorKeyOptions): Uint8Array {
  if (given) return given;
  if (isProduction)
    throw new StartError(
      'OPERATOR_KEY is not set. In production it must be: 32 random bytes in base64, for example from `openssl rand -base64 32`. Keep it apart from the data; without it they cannot be read.',
    );
  const file = join(folder, KEY_FILE);
  if (write(file))
    warn(
      `No OPERATOR_KEY is set: a key was made in ${file}. It lies beside the data it protects; set OPERATOR_KEY before real people use this.`,
    );
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== LENGTH) throw new StartError(`The key in ${file} is damaged; put back the right one.`);
  return key;
}

/** Makes the file with a new key, durably, unless it is there. Returns whether it was made. */
function write(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(file, `${randomBytes(LENGTH).toString('base64')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return true;
}
