import { readFileSync } from 'node:fs';

/** A CPU profile as V8 writes it: a tree of calls, and which of them each sample met. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/** What a part of the work is called, and how a call that belongs to it is known: by its file or, in brackets, by V8's name. */
export interface Part {
  name: string;
  frame: RegExp;
}

/**
 * Milliseconds of a processor for each part, in their order. A sample belongs to the first part that any of its calls
 * belongs to; one that belongs to none is counted under `rest`, and waiting is not counted.
 */
export function millisecondsByPart(file: string, parts: Part[], rest: string): Map<string, number> {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const callers = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)),
  );
  const frames = new Map(
    nodes.map(({ id, callFrame: { url, functionName } }) => [id, `${url} ${functionName}`] as const),
  );
  const stackOf = (id: number | undefined): string[] =>
    id === undefined ? [] : [frames.get(id) ?? '', ...stackOf(callers.get(id))];
  const partOf = new Map(
    nodes.map(({ id }) => {
      const stack = stackOf(id);
      return [id, parts.find(({ frame }) => stack.some(one => frame.test(one)))?.name ?? rest] as const;
    }),
  );
  const sums = new Map([...parts.map(({ name }) => name), rest].map(name => [name, 0]));
  samples.forEach((id, at) => {
    const part = partOf.get(id) ?? rest;
    if (!frames.get(id)?.endsWith('(idle)'))
      sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[at] ?? 0) / 1_000);
  });
  return sums;
}
