import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Lua script, which Redis runs as one step, and knows by the SHA-1 of its text. */
export interface Script {
  text: string;
  sha: string;
}

/** Reads a script of the folder `lua`. */
export function script(name: string): Script {
  const text = readFileSync(join(import.meta.dirname, 'lua', `${name}.lua`), 'utf8');
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}
