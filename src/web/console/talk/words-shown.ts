/** Words of the person: from `start` to `end` of a message. */
export interface Words {
  message: string;
  start: number;
  end: number;
}

/** A text in three parts, the middle one being what is marked; null where the place does not lie in it. */
export function partedAt(text: string, { start, end }: Words): [string, string, string] | null {
  if (start < 0 || end > text.length || start >= end) return null;
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
