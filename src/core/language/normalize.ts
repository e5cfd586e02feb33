import { TRADITIONAL_AND_SIMPLIFIED } from './traditional.ts';

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
const COMMA = '，'.charCodeAt(0);

const WIDE_THOUSAND = /^[\uff10-\uff19]{3}(?![\uff10-\uff19])/;

/** What each UTF-16 unit becomes wherever it stands. */
const FOLDED = new Uint16Array(0x10000).map((_, unit) => foldedAlone(unit));
for (let at = 0; at < TRADITIONAL_AND_SIMPLIFIED.length; at += 2)
  FOLDED[TRADITIONAL_AND_SIMPLIFIED.charCodeAt(at)] = TRADITIONAL_AND_SIMPLIFIED.charCodeAt(at + 1);

/**
 * The text in one form: half-width, simplified, lower case, every kind of blank and control character a space.
 * It has the same length in UTF-16 units, so every offset holds in both texts. Idempotent.
 */
export function normalize(text: string): string {
  let normalized = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = unit === COMMA && groupsDigits(text, at) ? 0x2c : (FOLDED[unit] ?? unit);
    if (folded === unit) continue;
    normalized += text.slice(from, at) + String.fromCharCode(folded);
    from = at + 1;
  }
  return from === 0 ? text : normalized + text.slice(from);
}

/** Whether a full-width comma stands in a full-width number: ２，５８０. */
function groupsDigits(text: string, comma: number): boolean {
  const before = text.charCodeAt(comma - 1);
  return before >= 0xff10 && before <= 0xff19 && WIDE_THOUSAND.test(text.slice(comma + 1, comma + 5));
}

function foldedAlone(unit: number): number {
  if (unit === 0x0a || (unit >= 0x4e00 && unit <= 0x9fff)) return unit;
  const character = String.fromCharCode(unit);
  const sign = SIGNS.get(character);
  if (sign) return sign.charCodeAt(0);
  if (isBlank(unit)) return 0x20;
  if (unit >= 0xff01 && unit <= 0xff5e) return KEPT.includes(character) ? unit : foldedAlone(unit - 0xfee0);
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
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
