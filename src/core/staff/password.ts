/** Why a password is not taken. */
export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'like-login';

export const PASSWORD_LENGTH = { least: 12, most: 256 } as const;

/** What the commonest passwords of this length are made of, folded as `folded` does it. */
const COMMON = [
  ...['password', 'passw0rd', 'admin', 'administrator', 'welcome', 'letmein', 'iloveyou', 'changeme'],
  ...['qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedc', '1qaz2wsx3edc', '1q2w3e4r5t6y'],
  ...['woaini', 'woaini1314', '5201314', '520', '1314', 'aini', 'mima', 'nihao', 'zhongguo', 'a123456'],
  ...['parley', 'mediator', 'supervisor', 'tiaojie', 'xieshang', '协商', '调解', '密码', '我爱你'],
  ...['abc', '123', 'abcdefghijklmnopqrstuvwxyz', '12345678901234567890', '09876543210987654321'],
].sort((one, other) => other.length - one.length);

/** Characters that must be left of a password once all that is common is taken out of it. */
const LEAST_OWN = 4;

/**
 * Whether a password can be set. Length is what protects; what everybody tries first is refused whatever its length.
 * @param login folded
 */
export function problemWithPassword(password: string, login: string): PasswordProblem | null {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.least) return 'too-short';
  if (length > PASSWORD_LENGTH.most) return 'too-long';
  const text = folded(password);
  const name = folded(login.split('@')[0] ?? '');
  const isNamed = name.length >= 3 && text.includes(name);
  if (isNamed && withoutRuns(text.replaceAll(name, '')).length < LEAST_OWN) return 'like-login';
  const own = COMMON.reduce((left, common) => left.replaceAll(common, ''), text);
  return withoutRuns(own).length < LEAST_OWN || isRepeated(text) ? 'too-common' : null;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replace(/[\s._!#%*+-]/g, '');

/** Without what follows on the character before it, or repeats it: of 123456 and aaaa one character is left. */
const withoutRuns = (text: string): string =>
  [...text].filter((character, at, all) => !isStep(all[at - 1], character)).join('');

function isStep(before: string | undefined, character: string): boolean {
  const step = (character.codePointAt(0) ?? 0) - (before?.codePointAt(0) ?? -10);
  return Math.abs(step) <= 1;
}

/** Whether a text is one piece of at most four characters, over and over. */
const isRepeated = (text: string): boolean => /^(.{1,4})\1{2,}.{0,3}$/u.test(text);
