import { peer } from './peer.ts';

interface MiniSearch {
  addAll(documents: { id: number; text: string }[]): void;
  search(query: string): { id: number; score: number }[];
}

/** Characters and pairs of neighbours, since MiniSearch splits no Chinese; Latin words and numbers whole. */
function tokens(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z\d]+/gu)) {
    if (/^[a-z\d]/.test(run)) {
      found.push(run);
      continue;
    }
    for (let at = 0; at < run.length; at++) {
      found.push(run.charAt(at));
      if (at + 1 < run.length) found.push(run.slice(at, at + 2));
    }
  }
  return found;
}

/** @returns makes an index of texts, which is searched for the places of the texts, best first */
export function miniSearch(): (texts: string[]) => (query: string) => number[] {
  const Search = peer<new (options: object) => MiniSearch>('minisearch');
  return texts => {
    const index = new Search({ fields: ['text'], tokenize: tokens });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return query =>
      index
        .search(query)
        .slice(0, 5)
        .map(({ id }) => id);
  };
}
