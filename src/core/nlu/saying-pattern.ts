import { normalize } from '../language/normalize.ts';
import { plainText } from './plain-text.ts';

/** What is written one after the other: each link in any of its wordings. 不想(再|)活 is [[不想], [再, ''], [活]]. */
export type Chain = string[][];

/** The chains of a pattern of safety sayings, in plain text; between two of them other words may stand. */
export function chainsOf(pattern: string): Chain[] {
  return pattern.split('…').map(part =>
    linksOf(part)
      .map(link => link.map(plainLink))
      .filter(wordings => wordings.some(wording => wording !== '')),
  );
}

/** Between letters, so that the blank at the edge of a Latin link stays. */
function plainLink(wording: string): string {
  return plainText(`a${normalize(wording)}a`).slice(1, -1);
}

/** The wordings of chains without gaps. */
export function wordingsOf(chain: Chain): string[] {
  return chain.reduce((heads, link) => heads.flatMap(head => link.map(wording => head + wording)), ['']);
}

/** All wordings of a pattern without gaps, as they are written: (a|b)c is ac and bc. */
export function spelledOut(pattern: string): string[] {
  return pattern.includes('(') ? wordingsOf(linksOf(pattern)) : [pattern];
}

/** The parts of a pattern without gaps, each with its wordings: (a|b)c is [[a, b], [c]]. */
export const linksOf = (pattern: string): string[][] =>
  pattern
    .split(/[()]/)
    .filter(link => link !== '')
    .map(link => link.split('|'));
