import type { Span } from './span.ts';

/** The text with `instead` in place of each stretch; stretches that touch or overlap are one. */
export function cutOut(text: string, stretches: readonly Span[], instead: (nth: number) => string): string {
  let kept = '';
  let from = 0;
  let nth = 0;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    if (start > from || nth === 0) kept += text.slice(from, start) + instead(++nth);
    from = end;
  }
  return kept + text.slice(from);
}
