import type { Path, YamlSource } from './yaml-source.ts';

interface Problem {
  file: string;
  line: number;
  message: string;
}

/** Collects all that is wrong in the knowledge folder, so that an editor sees everything at once. */
export class Problems {
  readonly #found: Problem[] = [];

  /** @param words see `YamlSource.lineOf` */
  add(source: YamlSource, path: Path, message: string, words?: string): void {
    this.#found.push({ file: source.file, line: source.lineOf(path, words), message });
  }

  /** For what stands on a line known already; line 0 means the file as a whole. */
  addAt(file: string, line: number, message: string): void {
    this.#found.push({ file, line, message });
  }

  get count(): number {
    return this.#found.length;
  }

  /** One line each, by file and line: `knowledge/negotiations/trade.yaml:37: slots[2].question.en is missing`. */
  lines(): string[] {
    const sorted = this.#found.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    const lines = sorted.map(
      ({ file, line, message }) => `${line > 0 ? `${file}:${line}` : file}: ${message}`,
    );
    return [...new Set(lines)];
  }
}
