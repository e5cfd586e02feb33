import { CORE_SCHEMA, load } from 'js-yaml';
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
  /** Read again, with places, for the first line that is asked for: doing so at every start would cost a second. */
  #tree: { document: Document; lines: LineCounter } | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    try {
      this.data = text.trim() === '' ? null : load(text, { schema: CORE_SCHEMA });
      this.syntaxErrors = [];
    } catch (error) {
      const [fault = { line: 1, message: (error as Error).message }] = this.#fault();
      this.syntaxErrors = [fault];
    }
  }

  /** The first fault of syntax, what follows it being mostly its echo; none where this reader finds nothing wrong. */
  #fault(): { line: number; message: string }[] {
    const { document } = this.#read();
    const [fault] = [...document.errors, ...document.warnings];
    return fault ? [{ line: this.#lineAt(fault.pos[0]), message: fault.message }] : [];
  }

  #read(): { document: Document; lines: LineCounter } {
    if (this.#tree) return this.#tree;
    const lines = new LineCounter();
    const document = parseDocument(this.#text, { lineCounter: lines, prettyErrors: false });
    this.#tree = { document, lines };
    return this.#tree;
  }

  /**
   * Line of the part at `path`, counted from 1; where the path leads to nothing, of the deepest part on the way.
   * @param words when these stand in the part, the line on which they do
   */
  lineOf(path: Path, words?: string): number {
    let node: unknown = this.#read().document.contents;
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
    const node = isAlias(parent) ? parent.resolve(this.#read().document) : parent;
    if (isSeq(node)) {
      const item = node.items[Number(step)];
      return item === undefined ? null : { node: item, at: startOf(item) ?? startOf(node) ?? 0 };
    }
    if (!isMap(node)) return null;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair ? { node: pair.value, at: startOf(pair.key) ?? startOf(node) ?? 0 } : null;
  }

  #lineAt(offset: number): number {
    return Math.max(1, this.#read().lines.linePos(offset).line);
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
