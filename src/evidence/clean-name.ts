const MOST_LENGTH = 120;
/** An ending is worth keeping when a long name is cut; more than this is no ending. */
const MOST_ENDING = 10;

/** Marks that turn the reading direction would let `gpj.exe` read as `exe.jpg`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The name of a sent file as it may be shown and stored: no folder, nothing invisible, at most 120 UTF-16 units with
 * the ending kept. Letters of every script stay. A name of which nothing is left is `file`.
 */
export function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const visible = last.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  if (/^\.*$/.test(visible)) return 'file';
  if (visible.length <= MOST_LENGTH) return visible;
  const dot = visible.lastIndexOf('.');
  const ending = dot > 0 && visible.length - dot <= MOST_ENDING ? visible.slice(dot) : '';
  // A cut through a surrogate pair would leave half a character.
  return visible.slice(0, MOST_LENGTH - ending.length).replace(/[\uD800-\uDBFF]$/, '') + ending;
}
