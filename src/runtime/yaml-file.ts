import { readFileSync } from 'node:fs';
import { isCollection, isNode, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a file of knowledge. Written as `knowledge/faq/x.yaml:12: answer.en is missing`. */
export interface Problem {
  file: string;
  line: number;
  what: string;
}

export type Path = readonly (string | number)[];

/** A parsed YAML file that knows on which line each of its values stands. */
export interface YamlFile {
  /** As shown in problems. */
  name: string;
  text: string;
  /** The plain data; undefined where the file could not be read as YAML. */
  data: unknown;
  /**
   * A problem about the value at `path`, on its line, or on that of the deepest value above it that exists.
   * @param words when these stand in the value, the line on which they do
   */
  problem(path: Path, what: string, words?: string): Problem;
}

/** Reads a YAML file. Anything that keeps it from being read, and every fault of syntax, is added to `problems`. */
export function readYamlFile(path: string, name: string, problems: Problem[]): YamlFile {
  const unreadable = (what: string): YamlFile => {
    problems.push({ file: name, line: 1, what });
    return { name, text: '', data: undefined, problem: (_, about) => ({ file: name, line: 1, what: about }) };
  };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return unreadable('the file is missing');
    return unreadable(code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8' : `cannot be read (${code})`);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  // What follows the first fault of syntax is mostly its echo.
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) problems.push({ file: name, line: lineCounter.linePos(fault.pos[0]).line, what: fault.message });
  return {
    name,
    text,
    data: fault ? undefined : document.toJS(),
    problem(at, what, words) {
      const { key, start, end } = placeOf(document.contents, at);
      const within = words === undefined ? -1 : text.slice(start, end).indexOf(words);
      return { file: name, line: lineCounter.linePos(within < 0 ? key : start + within).line || 1, what };
    },
  };
}

/** Where the value at `path`, or the deepest above it, is named (its key, where it has one), starts and ends. */
function placeOf(root: Node | null, path: Path): { key: number; start: number; end: number } {
  let key = root?.range?.[0] ?? 0;
  let node: unknown = root;
  for (const step of path) {
    if (!isCollection(node)) break;
    const item: unknown = node.items.find((one, at) => (isPair(one) ? keyOf(one) === String(step) : at === step));
    if (item === undefined) break;
    const named = isPair(item) ? item.key : item;
    key = (isNode(named) && named.range?.[0]) || key;
    node = isPair(item) ? item.value : item;
  }
  const [start, end] = (isNode(node) && node.range) || [key, key];
  return { key, start, end };
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** The file's data at `at` as `schema` has it, or undefined with every fault added to `problems`. */
export function validated<T>(file: YamlFile, schema: z.ZodType<T>, problems: Problem[], at: Path = []): T | undefined {
  if (file.data === undefined) return undefined;
  const result = schema.safeParse(valueAt(file.data, at));
  if (result.success) return result.data;
  problems.push(...result.error.issues.flatMap(issue => faultsOf(file, issue, at)));
  return undefined;
}

function faultsOf(file: YamlFile, issue: z.core.$ZodIssue, above: Path): Problem[] {
  const path = [...above, ...issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))];
  const dotted = path.join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => file.problem([...path, key], `${[...path, key].join('.')} is not known here`));
    case 'invalid_union':
      return closestAlternative(issue.errors).flatMap(one => faultsOf(file, one, path));
    case 'invalid_type':
      if (valueAt(file.data, path) === undefined) return [file.problem(path, `${dotted} is missing`)];
      return [file.problem(path, `${dotted} should be ${issue.expected}`)];
    case 'invalid_value':
      if (valueAt(file.data, path) === undefined) return [file.problem(path, `${dotted} is missing`)];
      return [file.problem(path, `${dotted} must be ${oneOf(issue.values)}, not ${JSON.stringify(valueAt(file.data, path))}`)];
    case 'invalid_key':
      return [file.problem(path, `${dotted} is not known here: ${issue.issues.map(one => one.message).join('; ')}`)];
    case 'too_small':
      return [file.problem(path, issue.minimum === 1 ? `${dotted} is empty` : `${dotted}: ${issue.message}`)];
    default:
      return [file.problem(path, `${dotted}: ${issue.message}`)];
  }
}

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;

/** Of the alternatives that all failed, the one that came closest is what the author meant. */
function closestAlternative(alternatives: z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const distance = (issues: z.core.$ZodIssue[]): number =>
    issues.reduce((sum, issue) => sum + costOf(issue), 0);
  return alternatives.toSorted((a, b) => distance(a) - distance(b))[0] ?? [];
}

/** Wrong keys weigh more than wrong values, and a fault high up more than one deep inside. */
function costOf(issue: z.core.$ZodIssue): number {
  const depth = 1 / (1 + issue.path.length);
  if (issue.code === 'unrecognized_keys') return 10 * issue.keys.length;
  return (issue.path.length <= 1 && issue.code === 'invalid_type' ? 5 : 1) + depth;
}

/** The value at a path in plain data, undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step], data);
}
