import { simplified } from './zh-CN/simplified.ts';

/** Zero-width marks, joiners, direction marks, the soft hyphen, the byte order mark and odd spaces. */
const SPACES = /[\0-\t\v-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]/;

/** Full-width signs that stand inside amounts, numbers and addresses. The others (，！？（）：；) are punctuation and stay. */
const HALF_WIDTH: Record<string, string> = {
  '％': '%',
  '＄': '$',
  '￥': '¥',
  '＃': '#',
  '＋': '+',
  '－': '-',
  '．': '.',
  '／': '/',
  '＠': '@',
  '＿': '_',
  '＆': '&',
  '＊': '*',
  '＝': '=',
  '～': '~',
  '〜': '~',
  '−': '-',
  '‐': '-',
  '‑': '-',
};

/**
 * The form in which texts are compared and read: half-width letters and digits, lower case, simplified characters, plain
 * spaces. Same length in UTF-16 units as given, so offsets hold in both. Idempotent.
 */
export function normalize(text: string): string {
  let normal = '';
  for (let at = 0; at < text.length; at++) normal += normalUnit(text.charAt(at));
  return normal;
}

function normalUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 0x20);
  if (code >= 0x20 && code < 0x7f) return unit;
  if (unit === '\n') return unit;
  if (SPACES.test(unit)) return ' ';
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if (code >= 0xff41 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0);
  if (code >= 0xff21 && code <= 0xff3a) return String.fromCharCode(code - 0xfee0 + 0x20);
  return HALF_WIDTH[unit] ?? simplified(unit);
}
