/** Whether the character that the unit at an offset is, or is half of, belongs to a class; outside the text none does. */
export type CharacterClass = (text: string, at: number) => boolean;

/**
 * A class of characters as a table over UTF-16 units: each unit is asked of the pattern once and then remembered. Both
 * units of a surrogate pair are in the class where the character they form is.
 * @param members matches one character of the class; has the flag `u` and neither `g` nor `y`
 */
export function characterClass(members: RegExp): CharacterClass {
  const known = new Uint8Array(0x10000);
  return (text, at) => {
    if (at < 0 || at >= text.length) return false;
    const unit = text.charCodeAt(at);
    const answer = known[unit];
    if (answer) return answer === YES;
    if (unit >= 0xd800 && unit <= 0xdfff) return members.test(characterAt(text, at));
    const isMember = members.test(String.fromCharCode(unit));
    known[unit] = isMember ? YES : NO;
    return isMember;
  };
}

const YES = 1;
const NO = 2;

function characterAt(text: string, at: number): string {
  const isSecond = /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
  return String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0);
}

/** A letter, digit or underscore of a normalised text: a saying or filler must not end between two of them. */
const isWordUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f;

/** Whether the border before `at` cuts a Latin word or a number of a normalised text in two. */
export function insideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  return isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at));
}
