import { type NumberFound, ONE, type Reading } from '../../language/number.ts';
import { numbersIn } from '../../language/numbers-in.ts';
import { countsSomething } from '../../language/zh-CN/numeral-words.ts';

/** A value in units as a reading. */
const exactly = (value: number): Reading => ({ lo: value * ONE, hi: value * ONE });

const MINUS = /(?:负|零下|-) ?$/;
/** 20-100 is a range, and the hyphens of a word or a date are no signs either. */
const BETWEEN = /[\da-z.)）万千百十%] ?$/;
const POWER = /(?:e|\^)([-+]*\d{1,3})(?![\d.a-z])/y;
const DIVIDED = /^ {0,3}\/ {0,3}$/;
const OVER = /^ {0,3}分 {0,3}之 {0,3}(?<minus>负)? ?$/;
const AND = /^ {0,3}又 {0,3}$/;
const DOZEN = /打(?![电了过款折开钱到给官算印车工不进包人发听错卡赏仗针\d])/y;
const SIX = { readings: [exactly(6)], approx: false, plain: false, multiplied: false, multiplier: 1 };
const HALF_DOZEN = /半打(?![开折])/g;

/**
 * The numbers of a normalised text with all that belongs to them: sign, fraction, power, dozen. In order, never
 * overlapping; where a third or 2e30 cannot be exact, the nearest double. Linear.
 */
export function figuresIn(text: string): readonly NumberFound[] {
  if (text !== last.text) last = { text, figures: read(text) };
  return last.figures;
}

/** The readers of one message ask for the same figures one after another. */
let last: { text: string; figures: readonly NumberFound[] } = { text: '', figures: [] };

function read(text: string): NumberFound[] {
  const numbers = numbersIn(text);
  const figures: NumberFound[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const [first, second, third] = numbers.slice(at, at + 3);
    if (!first || first.start < (figures.at(-1)?.end ?? 0)) continue;
    const mixed = second && third && isMixed(text, first, second) ? fraction(text, second, third) : null;
    const fractional = mixed ?? (second ? fraction(text, first, second) : null);
    if (fractional) at += mixed ? 2 : 1;
    const figure = mixed ? added(first, mixed) : (fractional ?? plainFigure(text, first));
    if (figure) figures.push(signed(text, figure));
  }
  return withHalfDozens(text, figures);
}

function plainFigure(text: string, number: NumberFound): NumberFound | null {
  const { start, end, readings } = number;
  const times = (by: number, edge: number): NumberFound => ({
    ...number,
    end: edge,
    readings: readings.map(({ lo, hi }) => ({ lo: lo * by, hi: hi * by })),
  });
  if (number.plain) {
    POWER.lastIndex = end;
    const power = POWER.exec(text);
    const exponent = exponentOf(power?.[1] ?? '');
    const base = (readings[0]?.lo ?? 0) / ONE;
    if (power?.[0].startsWith('^'))
      return { ...number, end: POWER.lastIndex, readings: [exactly(base ** exponent)] };
    if (power) return times(10 ** exponent, POWER.lastIndex);
  }
  DOZEN.lastIndex = end;
  if (DOZEN.test(text)) return times(12, DOZEN.lastIndex);
  if (end - start === 1 && !number.plain && !countsSomething(text, end)) return null;
  return number;
}

/** Signs may pile up, and two minuses are a plus. */
function exponentOf(signed: string): number {
  const size = Number(signed.replace(/^[-+]+/, ''));
  return signed.split('-').length % 2 === 0 ? -size : size;
}

/** 5/3 and 三分之五. Null where the two numbers are no fraction. */
function fraction(text: string, first: NumberFound, second: NumberFound): NumberFound | null {
  const between = text.slice(first.end, second.start);
  const [a, b] = [first.readings[0]?.lo ?? 0, second.readings[0]?.lo ?? 0];
  const whole = { ...second, start: first.start, approx: first.approx || second.approx };
  const over = OVER.exec(between);
  if (over && a !== 0) {
    return { ...whole, readings: [exactly((over.groups?.['minus'] ? -b : b) / a)] };
  }
  const divides =
    DIVIDED.test(between) &&
    first.plain &&
    second.plain &&
    b !== 0 &&
    !/[\d/.]$/.test(text.slice(Math.max(0, first.start - 1), first.start)) &&
    !/^[/-]\d/.test(text.slice(second.end, second.end + 2));
  return divides ? { ...whole, readings: [exactly(a / b)] } : null;
}

/** 三又五分之一 and 4 6/3. */
function isMixed(text: string, whole: NumberFound, part: NumberFound): boolean {
  const between = text.slice(whole.end, part.start);
  return AND.test(between) || (/^ {1,3}$/.test(between) && whole.plain && part.plain);
}

function added(whole: NumberFound, part: NumberFound): NumberFound {
  const sum = (whole.readings[0]?.lo ?? 0) + (part.readings[0]?.lo ?? 0);
  return { ...part, start: whole.start, readings: [{ lo: sum, hi: sum }] };
}

function signed(text: string, figure: NumberFound): NumberFound {
  const before = text.slice(Math.max(0, figure.start - 4), figure.start);
  const minus = MINUS.exec(before);
  if (!minus || (minus[0].startsWith('-') && BETWEEN.test(before.slice(0, minus.index)))) return figure;
  const readings = figure.readings.map(({ lo, hi }) => ({ lo: -hi, hi: -lo }));
  return { ...figure, start: figure.start - minus[0].length, readings };
}

function withHalfDozens(text: string, figures: NumberFound[]): NumberFound[] {
  if (!text.includes('半打')) return figures;
  const halves = Array.from(text.matchAll(HALF_DOZEN), ({ index }): NumberFound => {
    return { ...SIX, start: index, end: index + 2 };
  });
  return [...figures, ...halves].sort((a, b) => a.start - b.start);
}
