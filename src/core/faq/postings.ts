/** Where terms stand: those of the term with number n from `from[n]` to `from[n + 1]`, in rows that are quick to walk. */
export interface Postings {
  from: Uint32Array;
  at: Uint16Array | Uint32Array;
  weight: Float32Array;
  /** The weight of a term that stands nearly everywhere: the rows list the places without it. 0 for all other terms. */
  everywhere: Float32Array;
}

/** The numbers of the terms that stand at a place, each once, with their weights there. */
export interface Place {
  terms: Uint32Array;
  weights: Float64Array;
}

export function postingsOf(terms: number, places: readonly Place[]): Postings {
  const counts = new Uint32Array(terms);
  const weights = new Float32Array(terms);
  const varies = new Uint8Array(terms);
  for (const own of places)
    for (let at = 0; at < own.terms.length; at++) {
      const term = own.terms[at] ?? 0;
      const weight = own.weights[at] ?? 0;
      if (counts[term] === 0) weights[term] = weight;
      else if (weights[term] !== Math.fround(weight)) varies[term] = 1;
      counts[term] = (counts[term] ?? 0) + 1;
    }
  const everywhere = weights.map((weight, term) =>
    varies[term] === 0 && (counts[term] ?? 0) * 2 > places.length ? weight : 0,
  );
  const from = new Uint32Array(terms + 1);
  for (let term = 0; term < terms; term++) {
    const count = counts[term] ?? 0;
    from[term + 1] = (from[term] ?? 0) + (everywhere[term] === 0 ? count : places.length - count);
  }
  const next = from.slice();
  const size = from[terms] ?? 0;
  // The less there is of them, the more stays at hand while they are walked.
  const at = places.length <= 0x10000 ? new Uint16Array(size) : new Uint32Array(size);
  const postings = { from, at, weight: new Float32Array(size), everywhere };
  const list = (term: number, place: number, weight: number): void => {
    const row = next[term] ?? 0;
    next[term] = row + 1;
    postings.at[row] = place;
    postings.weight[row] = weight;
  };
  const usual = [...everywhere.keys()].filter(term => everywhere[term] !== 0);
  for (const [place, own] of places.entries()) {
    for (let at = 0; at < own.terms.length; at++) {
      const term = own.terms[at] ?? 0;
      if (everywhere[term] === 0) list(term, place, own.weights[at] ?? 0);
    }
    for (const term of usual) if (!own.terms.includes(term)) list(term, place, 0);
  }
  return postings;
}

/**
 * Adds to the sum of each place where the term stands: `plus`, and its weight there `times` over.
 * @returns what is to be added to the sums of all places beside
 */
export function addUp(
  sums: Float64Array,
  { from, at, weight, everywhere }: Postings,
  term: number,
  plus: number,
  times: number,
): number {
  const end = from[term + 1] ?? 0;
  const usual = everywhere[term] ?? 0;
  const all = usual === 0 ? 0 : plus + times * usual;
  if (all > 0)
    for (let row = from[term] ?? 0; row < end; row++) {
      const place = at[row] ?? 0;
      sums[place] = (sums[place] ?? 0) - all;
    }
  else
    for (let row = from[term] ?? 0; row < end; row++) {
      const place = at[row] ?? 0;
      sums[place] = (sums[place] ?? 0) + plus + times * (weight[row] ?? 0);
    }
  return all;
}
