import { SAFETY_KINDS, type SafetyKind, type SafetySayings } from '../knowledge/lexicon.ts';
import { plainText } from './plain-text.ts';
import { SayingIndex } from './saying-index.ts';
import { chainsOf, wordingsOf } from './saying-pattern.ts';

const ROLES = ['within', 'not', 'past', 'now'] as const;

interface Pattern {
  kind: SafetyKind;
  role: (typeof ROLES)[number];
  /** How many units of other words may stand between two chains. */
  gap: number;
  /** The number of its last chain. */
  last: number;
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
  readonly #index = new SayingIndex<number>();
  /** By number of a chain, counted through all patterns: the pattern that it begins, or null where it goes on with one. */
  readonly #begins: (Pattern | null)[] = [];
  readonly #whole = new Map<string, Set<SafetyKind>>();

  add(kind: SafetyKind, sayings: SafetySayings): void {
    for (const role of ROLES) {
      for (const saying of sayings[role]) {
        const chains = chainsOf(saying);
        const last = this.#begins.length + chains.length - 1;
        const pattern = { kind, role, gap: /[a-z]/i.test(saying) ? 24 : 8, last };
        for (const [at, chain] of chains.entries())
          this.#index.addAny(chain, this.#begins.push(at === 0 ? pattern : null) - 1);
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
    /** Where a chain was last reached by way of those before it; last chains are not kept, so none is before a first. */
    const reached = new Map<number, Match>();
    this.#index.each(text, (start, end, chain) => {
      const before = reached.get(chain - 1);
      const pattern = before ? before.pattern : this.#begins[chain];
      if (!pattern || (before && !follows(text, before, start))) return;
      const match = { pattern, start: before ? before.start : start, end };
      if (chain === pattern.last) matches.push(match);
      else reached.set(chain, match);
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
