export interface Clause {
  start: number;
  end: number;
}

const BREAK = /[，。！？；、,.!?;:：\n…~～]/;

/** The stretches of a text between its punctuation marks. A mark between two digits (1,299.00) does not break. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const ends = at === text.length || (BREAK.test(text.charAt(at)) && !betweenDigits(text, at));
    if (!ends) continue;
    if (text.slice(start, at).trim().length > 0) clauses.push({ start, end: at });
    start = at + 1;
  }
  return clauses;
}

function betweenDigits(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}

/** The clause in which the offset lies, the mark that ends it included, or the whole text. */
export function clauseAt(clauses: Clause[], offset: number, text: string): Clause {
  return (
    clauses.find(clause => clause.start <= offset && offset <= clause.end) ?? { start: 0, end: text.length }
  );
}
