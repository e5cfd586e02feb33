import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isNode, parseDocument } from 'yaml';

/** A copy of the project's knowledge in which faults are planted. */
export class KnowledgeCopy {
  readonly above = mkdtempSync(join(tmpdir(), 'parley-knowledge-'));
  readonly folder = join(this.above, 'knowledge');

  constructor() {
    cpSync('knowledge', this.folder, { recursive: true });
  }

  remove(): void {
    rmSync(this.above, { recursive: true, force: true });
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string | Buffer): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Replaces the first `from`; a fault that was not planted would prove nothing. */
  plant(file: string, from: string, to: string): void {
    const text = this.read(file);
    expect(text, `${file} has ${from}`).toContain(from);
    this.write(file, text.replace(from, to));
  }

  /** Changes the value at `path`; undefined deletes it. The rest of the file keeps its lines. */
  set(file: string, path: (string | number)[], value: unknown): void {
    const document = parseDocument(this.read(file));
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value));
    this.write(file, document.toString({ lineWidth: 0 }));
  }

  /** What stands at `path`. */
  value(file: string, path: (string | number)[]): unknown {
    const node: unknown = parseDocument(this.read(file)).getIn(path, true);
    return isNode(node) ? node.toJSON() : node;
  }

  /** Number of the line on which `words` first stand. */
  lineOf(file: string, words: string): number {
    const at = this.read(file).indexOf(words);
    expect(at, `${file} has ${words}`).toBeGreaterThanOrEqual(0);
    return this.read(file).slice(0, at).split('\n').length;
  }
}
