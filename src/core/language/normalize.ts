import { SIMPLIFIED } from './traditional.ts';

/** Signs that differ in width or shape only. Line breaks stay: they end a clause. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '￥': '¥',
    '〜': '~',
    '∼': '~',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '―': '-',
    '−': '-',
    '─': '-',
    〇: '零',
    '“': '"',
    '”': '"',
    '‘': "'",
    '’': "'",
    '﹣': '-',
    '﹪': '%',
    '﹩': '$',
    '\r': '\n',
    '\u2028': '\n',
    '\u2029': '\n',
  }),
);

/** Sentence marks keep their width: a full-width comma ends a clause, a half-width one may group digits. */
const KEPT = '，。；！？';

const WIDE_DIGIT = /[\uff10-\uff19]/;
const WIDE_THOUSAND = /^[\uff10-\uff19]{3}(?![\uff10-\uff19])/;

/**
 * The text in one form: half-width, simplified, lower case, every kind of blank and control character a space.
 * It has the same length in UTF-16 units, so every offset holds in both texts. Idempotent.
 */
export function normalize(text: string): string {
  if (text === last.text) return last.normalized;
  let normalized = '';
  for (let at = 0; at < text.length; at++) normalized += fold(text, at);
  last = { text, normalized };
  return normalized;
}

/** The readers of one message ask for the same text one after another. */
let last = { text: '', normalized: '' };

function fold(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  const character = text.charAt(at);
  // Most of a Chinese message: characters both scripts share.
  if (unit >= 0x4e00 && unit <= 0x9fff) return SIMPLIFIED.get(character) ?? character;
  if (unit >= 0x61 && unit <= 0x7a) return character;
  if (unit >= 0x41 && unit <= 0x5a) return String.fromCharCode(unit + 32);
  if (unit === 0x0a || (unit > 0x20 && unit < 0x7f)) return character;
  const sign = SIGNS.get(character);
  if (sign) return sign;
  if (isBlank(unit)) return ' ';
  if (unit >= 0xff01 && unit <= 0xff5e) {
    if (!KEPT.includes(character)) return fold(String.fromCharCode(unit - 0xfee0), 0);
    const groups =
      character === '，' &&
      WIDE_DIGIT.test(text.charAt(at - 1)) &&
      WIDE_THOUSAND.test(text.slice(at + 1, at + 5));
    return groups ? ',' : character;
  }
  const simplified = SIMPLIFIED.get(character);
  if (simplified) return simplified;
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

function isBlank(unit: number): boolean {
  return (
    unit <= 0x20 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    unit === 0xad ||
    unit === 0x1680 ||
    unit === 0x180e ||
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202f) ||
    (unit >= 0x205f && unit <= 0x206f) ||
    unit === 0x3000 ||
    unit === 0x3164 ||
    unit === 0xfeff ||
    (unit >= 0xfff9 && unit <= 0xfffb)
  );
}
