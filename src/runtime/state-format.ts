import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides how a conversation's state looks and what it means. */
const SOURCES = ['core/conversation', 'core/knowledge'];

/**
 * Names the code that folds a conversation's events into its state: the hash of its source. State saved by other code is
 * told by it and never mistaken for the present one, without anybody having to remember to raise a number.
 */
export function stateFormat(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const folder = join(import.meta.dirname, '..', source);
    for (const name of readdirSync(folder).sort())
      if (name.endsWith('.ts')) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('base64url');
}
