import { SAFETY_KINDS, type SafetyKind, type SafetySayings } from '../knowledge/lexicon.ts';
import { plainText } from './plain-text.ts';
import { SayingIndex } from './saying-index.ts';
import { chainsOf, wordingsOf } from './saying-pattern.ts';

const ROLES = ['within', 'not', 'past', 'now'] as const;

interface Pattern {
  kind: SafetyKind;
  role: (typeof ROLES)[number];
  chains: number;
  /** How many units of other words may stand between two chains. */
  gap: number;
}

interface Match {
  pattern: Pattern;
  start: number;
  end: number;
}

/**
 * Finds words of danger. Here a miss is worse than a false alarm, so sayings are patterns and are found through blanks
 * and marks between the characters. Pure; linear in the text.
 */
export class SafetyReader {
  readonly #index = new SayingIndex<{ pattern: Pattern; place: number }>();
  readonly #whole = new Map<string, Set<SafetyKind>>();

  add(kind: SafetyKind, sayings: SafetySayings): void {
    for (const role of ROLES) {
      for (const saying of sayings[role]) {
        const chains = chainsOf(saying);
        const pattern = { kind, role, chains: chains.length, gap: /[a-z]/i.test(saying) ? 24 : 8 };
        for (const [place, chain] of chains.entries()) this.#index.addAny(chain, { pattern, place });
      }
    }
    for (const wording of sayings.whole.flatMap(chainsOf).flatMap(wordingsOf))
      this.#whole.set(wording, (this.#whole.get(wording) ?? new Set()).add(kind));
  }

  /** What a normalised text raises, in the order of SAFETY_KINDS. `core`: the same without fillers at its ends. */
  read(text: string, core: string): SafetyKind[] {
    const whole = this.#whole.get(plainText(core));
    const matches = this.#matches(plainText(text));
    if (!whole && matches.length === 0) return [];
    return SAFETY_KINDS.filter(
      kind => whole?.has(kind) || stands(matches.filter(match => match.pattern.kind === kind)),
    );
  }

  #matches(text: string): Match[] {
    const matches: Match[] = [];
    /** Per pattern, where each of its chains was last reached by way of those before. */
    const reached = new Map<Pattern, Match[]>();
    this.#index.each(text, (start, end, { pattern, place }) => {
      const places = reached.get(pattern);
      const before = place > 0 ? places?.[place - 1] : undefined;
      if (place > 0 && !(before && follows(text, before, start))) return;
      const match = { pattern, start: before?.start ?? start, end };
      if (place === pattern.chains - 1) matches.push(match);
      else if (places) places[place] = match;
      else reached.set(pattern, [match]);
    });
    return matches;
  }
}

/** Whether what starts at an offset goes on with a match: in the same clause, with few other words between. */
function follows(text: string, { pattern, end }: Match, start: number): boolean {
  return end <= start && start - end <= pattern.gap && !text.slice(end, start).includes('\n');
}

/** Whether one saying of a kind stands: none of the `not` lies around it, and it is not told as something past. */
function stands(matches: Match[]): boolean {
  const of = (role: Pattern['role']): Match[] => matches.filter(match => match.pattern.role === role);
  if (of('past').length > 0 && of('now').length === 0) return false;
  const excuses = of('not').sort((a, b) => a.start - b.start);
  let next = 0;
  let excusedTo = 0;
  return of('within')
    .sort((a, b) => a.start - b.start)
    .some(({ start, end }) => {
      for (let excuse = excuses[next]; excuse && excuse.start <= start; excuse = excuses[++next])
        excusedTo = Math.max(excusedTo, excuse.end);
      return excusedTo < end;
    });
}
