import { type Exact, exact, ONE, whole } from '../exact.ts';
import { type Extent, LONGEST, type Numeral } from '../numeral.ts';
import {
  ABOUT,
  ABOUT_BEFORE,
  AFTER_FRACTION,
  DIGITS,
  MORE,
  NOT_MORE,
  SECTIONS,
  SOME,
  SPAN_EXCEPTION,
  TENS,
  UNITS,
} from './numerals.ts';

const GROUPED = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[,，]\d{3})+(?!\d)\.\d+/y;
const ARABIC = /\d+(?:\.\d+)?/y;
const NOTHING: Extent = { lo: 0n, hi: 0n };

/**
 * Reads the numeral that begins at `at`: Arabic digits, Chinese digits and both mixed, with 万 and 亿, 3w5 and 2k,
 * 三万五 (35 000), 七八百 (700 to 800), 几十, 30多万. Null where none begins there.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  return new Reading(text, at).read();
}

function sticky(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const plus = (a: Extent, b: Extent): Extent => ({ lo: a.lo + b.lo, hi: a.hi + b.hi });
const times = (a: Extent, power: number): Extent => {
  const factor = 10n ** BigInt(power);
  return { lo: a.lo * factor, hi: a.hi * factor };
};
const point = (value: Exact): Extent => ({ lo: value, hi: value });

/** The unit of the last digit that is not nought: 1200 → 100. */
function lastStep(value: Exact): Exact {
  if (value === 0n) return ONE;
  let step = 1n;
  while (value % (step * 10n) === 0n) step *= 10n;
  return step;
}

/** One pass over a numeral. Sections close with 万 and 亿, inside them units fall: 三千五百. */
class Reading {
  private readonly text: string;
  private readonly start: number;
  private at: number;
  /** Closed sections, the open section, and the digits no unit has followed yet. */
  private total = NOTHING;
  private section = NOTHING;
  private digits: Extent | null = null;
  /** The digits as Arabic or Chinese characters, for the tail rule. */
  private raw = '';
  private unit = 99;
  private lastPower = -1;
  private lastSection = 99;
  private nought = false;
  private vague = false;
  private broken = false;
  private unitsSeen = 0;
  private ambiguous: Extent[] = [];

  constructor(text: string, at: number) {
    this.text = text;
    this.start = at;
    this.at = at;
  }

  read(): Numeral | null {
    while (this.step());
    if (this.at === this.start) return null;
    const readings = this.at - this.start > LONGEST || this.broken ? [] : this.readings();
    const written = this.text.slice(this.start, this.at);
    const isPlain = /^\d+$/.test(written);
    const single = this.unitsSeen === 1 || this.lastSection < 99;
    return {
      start: this.start,
      end: this.at,
      readings,
      vague: this.vague,
      digits: isPlain ? written : null,
      scaled: this.unitsSeen > 0,
      factor: single && this.digits === null && this.section.lo === 0n ? times(point(ONE), this.lastPower).lo : single && this.digits === null && this.lastSection === 99 ? 10n ** BigInt(this.lastPower) * ONE : null,
    };
  }

  private step(): boolean {
    const character = this.text.charAt(this.at);
    if (character >= '0' && character <= '9') return this.arabic();
    if (character in DIGITS) return this.chinese();
    if (character in TENS) return this.tens(TENS[character] ?? 0);
    if (character in UNITS) return this.multiply(character, UNITS[character] ?? 0);
    if (character in SECTIONS) return this.close(character, SECTIONS[character] ?? 0);
    if (SOME.includes(character) && character !== '') return this.some(character);
    if (MORE.includes(character) && character !== '') return this.more(character);
    if (ABOUT.includes(character) && character !== '') return this.about();
    if (character === '个') return this.measure();
    return false;
  }
}
