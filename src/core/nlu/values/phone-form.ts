import type { PhoneValue } from '../../knowledge/value.ts';
import type { DialledNumber } from './dialled-groups.ts';

/** How a number is written, wherever it stands. */
type Written = Pick<DialledNumber, 'words' | 'digits' | 'groups'>;

/** A number as it is dialled: `number` in the shape of `PhoneValue`. */
export type Dialled = Pick<PhoneValue, 'number' | 'form'>;

/** Chinese numbers by their digits, the trunk 0 of the area code included. */
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0(?:(?:10|2[0-57-9])[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$/;
const AREA = /^0(?:10|2[0-57-9]|[3-9]\d{2})$/;
export const SERVICE = /^[48]00\d{7}$/;
/** How people group a mobile number that nothing introduces; four hundreds in a row are more likely amounts. */
const MOBILE_GROUPS: ReadonlySet<string> = new Set(['11', '3-4-4', '3-8', '7-4', '3-3-5', '4-3-4']);

/** The country codes in use, ITU-T E.164. */
const COUNTRY =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[7-9]|8[05-8]|9[679])\d)/;
/** +44 (0)161: the 0 is dialled only inside the country. */
const TRUNK = /\(0\)/;

/**
 * What kind of number the digits are, where they say so themselves; null where only the words around could tell.
 * @param isMarked the words around speak of a telephone, or one was asked for
 */
export function formOf(dialled: Written, isMarked: boolean): Dialled | null {
  const { words, digits } = dialled;
  const hasPlus = words.includes('+');
  const hasPrefix = /^\(?00/.test(words) && (isMarked || dialled.groups.length > 1);
  if (!hasPlus && !hasPrefix) return chinese(dialled, isMarked);
  const abroad = hasPlus ? digits : digits.slice(2);
  if (abroad.startsWith('86')) {
    const home = withExtension(dialled, hasPlus ? 2 : 4, digitsAtHome =>
      chineseNumber(withTrunk(digitsAtHome)),
    );
    if (home) return home;
  }
  const code = COUNTRY.exec(abroad)?.[0];
  if (!code) return null;
  const national = abroad.slice(code.length).replace(TRUNK.test(words) ? /^0/ : '', '');
  const isLong = code === '1' ? national.length === 10 : national.length >= 5;
  if (!isLong || code.length + national.length > 15) return null;
  return { number: `+${code}${national}`, form: 'international' };
}

/** Whether a run of digits and hyphens is a telephone number by its form, or where a phone is spoken of, may be one. */
export const looksDialled = (code: string, isMarked: boolean): boolean =>
  /^\d[\d-]*$/.test(code) &&
  formOf({ words: code, digits: code.replaceAll('-', ''), groups: code.split('-') }, isMarked) !== null;

function chinese(dialled: Written, isMarked: boolean): Dialled | null {
  const { digits, groups, words } = dialled;
  const country = /^\(?86/.test(words) && MOBILE.test(digits.slice(2)) ? 2 : 0;
  if (MOBILE.test(digits.slice(country))) {
    const lengths = groups
      .map((group, at) => group.length - (at === 0 && group.length > country ? country : 0))
      .slice(groups[0]?.length === country ? 1 : 0);
    const isUsual =
      (country === 0 || groups.length > 1) && MOBILE_GROUPS.has(lengths.join('-')) && !words.includes('/');
    return isUsual || isMarked ? { number: digits.slice(country), form: 'mobile' } : null;
  }
  const isParted = AREA.test(groups[0] ?? '') && /^\(|^\d+-/.test(words);
  if (!isMarked && !isParted) return SERVICE.test(digits) ? { number: digits, form: 'service' } : null;
  return withExtension(dialled, 0, chineseNumber);
}

/** Reads the digits after `skipped` ones, the last group as an extension where a hyphen hangs it on: 0571-88156688-803. */
function withExtension(
  { digits, groups, words }: Written,
  skipped: number,
  read: (digits: string) => Dialled | null,
): Dialled | null {
  const whole = read(digits.slice(skipped));
  const extension = groups.at(-1) ?? '';
  if (whole || groups.length < 3 || extension.length > 5 || !words.endsWith(`-${extension}`)) return whole;
  const main = read(digits.slice(skipped, -extension.length));
  return main && { ...main, number: `${main.number}-${extension}` };
}

function chineseNumber(digits: string): Dialled | null {
  if (MOBILE.test(digits)) return { number: digits, form: 'mobile' };
  if (SERVICE.test(digits)) return { number: digits, form: 'service' };
  return LANDLINE.test(digits) ? { number: digits, form: 'landline' } : null;
}

/** From abroad the 0 of an area code is left out; mobile and service numbers have none. */
const withTrunk = (digits: string): string => (/^(?:0|1[3-9]|[48]00)/.test(digits) ? digits : `0${digits}`);

const NO_PHONE: readonly RegExp[] = [
  // days, year first or last, and spans of years
  /^(?:19|20)\d{2}[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:0?[1-9]|[12]\d|3[01])$/,
  /^\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2}$/,
  /^(?:19|20)\d{2}[-/](?:19|20)\d{2}$/,
  // decimals, versions, network addresses
  /^\d+\.\d+$/,
  /^\d+(?:\.\d+)*\.\d(?:\.\d+)*$/,
  /^(?!\d{2}(?:\.\d{2}){3}$)(?:(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?:\.(?!$)|$)){4}$/,
];

/** Any number of seven to fifteen digits, as other countries write theirs: only where a telephone is spoken of. */
export function anyForm({ words, digits, groups }: Written): Dialled | null {
  if (digits.length > 15 || words.includes('+') || NO_PHONE.some(shape => shape.test(words))) return null;
  // A local number of seven digits begins with neither the trunk 0 nor the 1 of services; no plan has two long groups.
  if (digits.length === 7 && /^[01]/.test(digits)) return null;
  if (groups.filter(group => group.length >= 7).length > 1) return null;
  return { number: digits, form: /^[2-8]\d{6,7}$/.test(digits) ? 'landline' : 'other' };
}
