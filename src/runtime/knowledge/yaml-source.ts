import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';

export type Path = readonly PropertyKey[];

/** A YAML file that knows on which line each of its parts stands. */
export class YamlSource {
  /** As shown in messages. */
  readonly file: string;
  readonly data: unknown;
  readonly syntaxErrors: { line: number; message: string }[];
  readonly #text: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const faults = [...this.#document.errors, ...this.#document.warnings];
    // What follows the first fault of syntax is mostly its echo.
    this.syntaxErrors = faults
      .slice(0, 1)
      .map(({ pos, message }) => ({ line: this.#lineAt(pos[0]), message }));
    this.data = faults.length > 0 ? undefined : this.#document.toJS();
  }

  /**
   * Line of the part at `path`, counted from 1; where the path leads to nothing, of the deepest part on the way.
   * @param words when these stand in the part, the line on which they do
   */
  lineOf(path: Path, words?: string): number {
    let node: unknown = this.#document.contents;
    let at = startOf(node) ?? 0;
    for (const step of path) {
      const next = this.#enter(node, step);
      if (!next) break;
      at = next.at;
      node = next.node;
    }
    if (words !== undefined && isNode(node) && node.range) {
      const [start, end] = node.range;
      const within = this.#text.slice(start, end).indexOf(words);
      if (within >= 0) at = start + within;
    }
    return this.#lineAt(at);
  }

  #enter(parent: unknown, step: PropertyKey): { node: unknown; at: number } | null {
    const node = isAlias(parent) ? parent.resolve(this.#document) : parent;
    if (isSeq(node)) {
      const item = node.items[Number(step)];
      return item === undefined ? null : { node: item, at: startOf(item) ?? startOf(node) ?? 0 };
    }
    if (!isMap(node)) return null;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair ? { node: pair.value, at: startOf(pair.key) ?? startOf(node) ?? 0 } : null;
  }

  #lineAt(offset: number): number {
    return Math.max(1, this.#lines.linePos(offset).line);
  }
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

/** `slots[2].question.en` */
export function showPath(path: Path): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
