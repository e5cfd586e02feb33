import { exact, ONE, type Reading } from './number.ts';
import type { NumeralToken } from './zh-CN/numeral-parts.ts';

/** Digits that were said and whose place is not known yet. */
interface Held extends Reading {
  digits: string;
  is: 'arabic' | 'han';
  /** After 零 the digit stands for itself: 两千零八. */
  afterZero: boolean;
}

/** Adds up the parts of one Chinese number as far as they fit together, and keeps the other readings they allow. */
export class NumeralSum {
  approx = false;
  /** The last unit said, 0 before any. */
  unit = 0;
  readonly #scripts = new Set<string>();
  /** How the digits are written; units are Chinese either way. */
  readonly #digitScripts = new Set<string>();
  readonly #others: Reading[] = [];
  #total: Reading = { lo: 0, hi: 0 };
  #section: Reading = { lo: 0, hi: 0 };
  #held: Held | null = null;
  #afterZero = false;
  /** One step of the last place said, in ten-thousandths. */
  #place = ONE;
  #smallest = Number.POSITIVE_INFINITY;
  #biggest = Number.POSITIVE_INFINITY;
  #closed = false;

  /** No Chinese numeral or unit among the parts. */
  get plain(): boolean {
    return !this.#scripts.has('han');
  }

  get hasDigits(): boolean {
    return this.#held !== null;
  }

  /** Adds one part. False where it cannot belong to the number, which then stays as it was. */
  take(token: NumeralToken, next: NumeralToken | undefined): boolean {
    switch (token.is) {
      case 'arabic':
      case 'han':
        return !this.#held && !this.#closed && this.#hold(token, token.is, next);
      case 'zero':
        this.#afterZero = true;
        return !this.#held && !this.#closed;
      case 'few':
        return this.#holdFew(token.between ?? [1, 10]);
      case 'point':
        return this.#addDecimals(token.digits);
      case 'small':
        return !this.#closed && this.#multiplySmall(token.unit);
      case 'big':
        return this.#multiplyBig(token.unit);
      default:
        return this.#bend(token.is);
    }
  }

  /** Every reading, the likeliest first. */
  readings(): Reading[] {
    this.#settle();
    const all = [this.#sum(), ...this.#others];
    return all.filter((one, at) => all.findIndex(other => other.lo === one.lo && other.hi === one.hi) === at);
  }

  #sum(): Reading {
    return { lo: this.#total.lo + this.#section.lo, hi: this.#total.hi + this.#section.hi };
  }

  /** 几千 is from one to ten of them, 大几千 from five, 上千 one and more. */
  #holdFew([lo, hi]: readonly [lo: number, hi: number]): boolean {
    if (this.#held || this.#closed) return false;
    this.#held = { lo: lo * ONE, hi: hi * ONE, digits: '9', is: 'han', afterZero: false };
    this.approx = true;
    this.#scripts.add('han');
    return true;
  }

  #hold(token: NumeralToken, is: 'arabic' | 'han', next: NumeralToken | undefined): boolean {
    const { digits } = token;
    const { unit } = this;
    const afterZero = this.#afterZero;
    const [first = 0, second = 0] = Array.from(digits, Number);
    const pair = is === 'han' && /^[1-9]{2}$/.test(digits);
    if (!pair && unit > 0 && is === 'han' && digits.length > 2) return false;
    this.#scripts.add(is);
    this.#digitScripts.add(is);
    this.#afterZero = false;
    if (pair && (second === first + 1 || (digits === '35' && unit === 0 && (!next || next.unit > 1)))) {
      this.#held = { lo: first * ONE, hi: second * ONE, digits: '9', is, afterZero };
      return true;
    }
    const value = exact(pair && unit > 0 ? digits.slice(0, 1) : digits);
    this.#held = { lo: value, hi: value, digits, is, afterZero };
    if (!pair) return true;
    if (unit === 0) {
      const tenths = (first * 10 + second) * (ONE / 10);
      this.#others.push({ lo: tenths, hi: tenths });
      return true;
    }
    this.#held.digits = digits.slice(0, 1);
    this.#settle();
    const finer = (second * Math.max(ONE / 10, (unit * ONE) / 100)) | 0;
    const sum = this.#sum();
    this.#others.push({ lo: sum.lo + finer, hi: sum.hi + finer });
    this.#closed = true;
    return true;
  }

  /** 点三三: 十五点七, and after a unit as well, 四百亿点零五. */
  #addDecimals(digits: string): boolean {
    if (this.#closed || (!this.#held && this.unit === 0)) return false;
    const decimals = exact(`0.${digits}`);
    if (this.#held && this.unit === 0) {
      const value = this.#held.lo + decimals;
      this.#others.length = 0;
      this.#held = { ...this.#held, lo: value, hi: value, digits: `${this.#held.digits}.${digits}` };
      return true;
    }
    this.#settle();
    this.#section = { lo: this.#section.lo + decimals, hi: this.#section.hi + decimals };
    this.#closed = true;
    return true;
  }

  #multiplySmall(by: number): boolean {
    if (by >= this.#smallest) return false;
    const held = this.#held;
    if (!held && this.unit > 0 && by !== 10) return false;
    const isZero = held?.is === 'han' && /^0+$/.test(held.digits);
    const { lo, hi } = held && !isZero ? held : { lo: ONE, hi: ONE };
    this.#scripts.add('han');
    this.#section = { lo: this.#section.lo + lo * by, hi: this.#section.hi + hi * by };
    this.#place = placeOf(held, by);
    this.#held = null;
    this.#afterZero = false;
    this.unit = by;
    this.#smallest = by;
    return true;
  }

  /** 万, 亿 and 兆 multiply what was said since the last larger one: 一亿三千万, but all of it in 四万万 and 五千万亿. */
  #multiplyBig(by: number): boolean {
    const bare = !this.#held && this.#section.lo + this.#section.hi === 0;
    const gathers = by >= this.#biggest;
    if (gathers ? by === this.#biggest && !bare : bare) return false;
    if (gathers && by === 10_000 && !bare) return false;
    if (!gathers && this.#held && this.#section.lo < this.#section.hi) {
      // In 八九千一万 the 一 begins another number.
      this.#held = null;
      return false;
    }
    this.#place = placeOf(this.#held, by);
    this.#placeBeforeBig();
    const doubtful =
      this.#digitScripts.size > 1 && by > 1000 && this.#biggest > by && this.#total.hi === 0
        ? this.#section
        : null;
    const all = gathers ? this.#sum() : this.#section;
    const rest = gathers ? { lo: 0, hi: 0 } : this.#total;
    this.#total = { lo: rest.lo + all.lo * by, hi: rest.hi + all.hi * by };
    for (const [at, other] of this.#others.entries())
      this.#others[at] = { lo: other.lo * by, hi: other.hi * by };
    if (doubtful) this.#others.push(doubtful);
    this.#section = { lo: 0, hi: 0 };
    this.#afterZero = false;
    this.unit = by;
    this.#biggest = by;
    this.#smallest = Math.min(by, 10_000);
    this.#closed = false;
    return true;
  }

  /** Before 万 a digit is itself (一亿三万), but 三千五万 may be short for 三千五百万. */
  #placeBeforeBig(): void {
    if (!this.#held) return;
    const { lo, hi, digits, afterZero } = this.#held;
    this.#held = null;
    const { unit } = this;
    const section = this.#section;
    if (section.lo > 0 && unit >= 100 && digits.length === 1 && !afterZero) {
      this.#others.push({ lo: section.lo + (lo * unit) / 10, hi: section.hi + (hi * unit) / 10 });
    }
    this.#section = { lo: section.lo + lo, hi: section.hi + hi };
  }

  /** 多, 来 and 半 after a digit or a unit; 零几 lies below ten. */
  #bend(how: 'vague' | 'roughly' | 'half'): boolean {
    if (this.#closed || (!this.#held && this.unit === 0)) return false;
    if (how === 'half' && this.#held) return false;
    const step = this.#afterZero ? 10 * ONE : this.#held ? this.#grain(this.#held) : this.#place;
    this.#settle();
    this.#section.hi += how === 'vague' ? step : how === 'half' ? step / 2 : 0;
    this.#section.lo += how === 'half' ? step / 2 : 0;
    if (how !== 'half') this.approx = true;
    this.#closed = true;
    return true;
  }

  /** The last place that was said: 多 lies below it. */
  #grain(last: Held): number {
    if (last.is === 'han') return this.unit >= 100 && !last.afterZero ? (this.unit / 10) * ONE : ONE;
    const decimals = last.digits.split('.')[1]?.length ?? 0;
    if (decimals > 0) return ONE / 10 ** Math.min(4, decimals);
    return 10 ** (/0*$/.exec(last.digits)?.[0].length ?? 0) * ONE;
  }

  /** Places what is held: 5 in 三万五 is 五千, in 三万零五 and 3万5000 it is itself, in 3万05 nobody knows. */
  #settle(): void {
    if (!this.#held) return;
    const { lo, hi, digits, is, afterZero } = this.#held;
    this.#held = null;
    const { unit } = this;
    let factor = 1;
    if (unit >= 100 && !afterZero && digits.length === 1) factor = unit / 10;
    else if (is === 'arabic' && unit >= 100 && !afterZero) this.#doubtPlace(lo, hi, digits);
    this.#section = { lo: this.#section.lo + lo * factor, hi: this.#section.hi + hi * factor };
  }

  #doubtPlace(lo: number, hi: number, digits: string): void {
    const places = String(this.unit).length - 1;
    const certain =
      digits.length >= places || (digits.length === 3 && places === 4 && !digits.startsWith('0'));
    if (certain && !digits.includes('.')) return;
    const shifted = 10 ** Math.max(0, places - digits.length);
    const sum = this.#sum();
    this.#others.push({ lo: sum.lo + lo * shifted, hi: sum.hi + hi * shifted });
  }
}

/** One step of the last place of a number with this unit: 千 in 3千, 百 in 1.5千. */
function placeOf(held: Held | null, by: number): number {
  const decimals = held?.digits.split('.')[1]?.length ?? 0;
  return (decimals > 0 ? ONE / 10 ** Math.min(4, decimals) : ONE) * by;
}
