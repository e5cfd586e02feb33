import { normalize } from '../language/normalize.ts';
import { plainText } from './plain-text.ts';

/** What is written one after the other: each link in any of its wordings. 不想(再|)活 is [[不想], [再, ''], [活]]. */
export type Chain = string[][];

/** The chains of a pattern of safety sayings, in plain text; between two of them other words may stand. */
export function chainsOf(pattern: string): Chain[] {
  return pattern.split('…').map(part =>
    part
      .split(/[()]/)
      .map(link => link.split('|').map(plainLink))
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
