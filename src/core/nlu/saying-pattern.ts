import { normalize } from '../language/normalize.ts';
import { plainText } from './plain-text.ts';

/** What is written one after the other: each link in any of its wordings. 不想(再|)活 is [[不想], [再, ''], [活]]. */
export type Chain = string[][];

/** The chains of a pattern of safety sayings, in plain text; between two of them other words may stand. */
export function chainsOf(pattern: string): Chain[] {
  return pattern.split('…').map(part =>
    linksOf(part)
      .map(wordings => wordings.map(plainLink))
      .filter(wordings => wordings.some(wording => wording !== '')),
  );
}

const linksOf = (part: string): Chain => part.split(/[()]/).map(link => link.split('|'));

/** Between letters, so that the blank at the edge of a Latin link stays. */
function plainLink(wording: string): string {
  return plainText(`a${normalize(wording)}a`).slice(1, -1);
}

/** All that a pattern without gaps stands for, as it is written: 好(的|) is 好的 and 好. */
export const wordingsIn = (pattern: string): string[] => wordingsOf(linksOf(pattern));

/** The wordings of chains without gaps. */
export function wordingsOf(chain: Chain): string[] {
  return chain.reduce((heads, link) => heads.flatMap(head => link.map(wording => head + wording)), ['']);
}
