import { asciiDigits } from '../../../src/core/language/zh-CN/numeral-parts.ts';
import { type NumberFound, ONE } from '../../../src/core/language/number.ts';

const LARGE: [name: string, value: number][] = [
  ['兆', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
];

/**
 * A number as their house writes it: 万 and 亿 stay where ten or more of them are counted (100万1111, but 16000), and two
 * neighbouring digits are a stretch (3~4万), after others the second alone (730-40, 45-6万).
 * @param words the number as it was said
 */
export function writtenNumber({ readings }: NumberFound, words: string): string {
  const { lo, hi } = readings[0] ?? { lo: 0, hi: 0 };
  const vague = /[几多余]/.exec(words);
  if (vague) return writtenVague(words, lo / ONE);
  return lo === hi ? writtenExact(lo / ONE, words) : writtenPair(words, lo / ONE, hi / ONE);
}

function writtenExact(value: number, words: string): string {
  if (value < 0) return `-${writtenExact(-value, words)}`;
  const [, decimals, large = ''] = /点(.+?)([万亿兆]?)$/.exec(words) ?? [];
  if (decimals) {
    const unit = LARGE.find(([name]) => name === large)?.[1] ?? 1;
    return `${Math.floor(value / unit)}.${asciiDigits(decimals)}${large}`;
  }
  let rest = value;
  let written = '';
  for (const [name, size] of LARGE) {
    const count = Math.floor(rest / size);
    if (count === 0 || (size === 1e4 && count < 10)) continue;
    written += `${count}${name}`;
    rest -= count * size;
  }
  return written === '' ? plain(value) : written + (rest === 0 ? '' : plain(rest));
}

/** 三四十, 一万六七: what leads, and the second of the two digits in its place. */
function writtenPair(words: string, lo: number, hi: number): string {
  const suffix = LARGE.find(([name]) => words.endsWith(name));
  const [low, high] = [lo, hi].map(value => value / (suffix?.[1] ?? 1)) as [number, number];
  const step = 10 ** Math.floor(Math.log10(high - low));
  const leading = low - (Math.floor(low / step) % 10) * step;
  const end = suffix?.[0] ?? '';
  return leading === 0
    ? `${plain(low)}~${plain(high)}${end}`
    : `${plain(low)}-${plain(high - leading)}${end}`;
}

/** 十几 is 10几, 三百多 300多; 几百 stays as it is. */
function writtenVague(words: string, lo: number): string {
  if (!/^[一二两三四五六七八九十百千]/.test(words)) return words;
  const end = /[几多余].*$/.exec(words)?.[0] ?? '';
  const large = LARGE.find(([name]) => end.includes(name))?.[1] ?? 1;
  return `${plain(lo / large)}${end}`;
}

const plain = (value: number): string => String(Number(value.toPrecision(15)));
