import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
}

export interface Import {
  /** Path from the root for the project's own files, otherwise the package's name (`node:fs`, `@scope/name`, `zod`). */
  target: string;
  isOwn: boolean;
  isTypeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

/** Every import of a source text: static, re-exported, dynamic and for its effect. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? '';
    const isOwn = name.startsWith('.');
    const target = isOwn ? normalize(join(dirname(path), name)) : packageOf(name);
    return { target, isOwn, isTypeOnly: type !== undefined };
  });
}

const packageOf = (name: string): string =>
  name.startsWith('node:')
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');

/** All source files below `src`, their imports read. */
export function sourceFiles(): SourceFile[] {
  return globSync('src/**/*.{ts,tsx,mjs}').map(path => {
    const text = readFileSync(path, 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
}
