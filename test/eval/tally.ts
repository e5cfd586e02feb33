import { readFileSync } from 'node:fs';

/**
 * `asked`: several readings, the right one among them, so the person is asked. `wrong`: a reading that is not the right
 * one and that nobody would be asked about.
 */
export type Verdict = 'right' | 'asked' | 'missed' | 'wrong';

export interface Measured {
  input: string;
  verdict: Verdict;
  expected: string;
  got: string;
  /** Why our meaning differs from the file's on purpose. Counted as what it is, and listed apart. */
  contradicts?: string | undefined;
}

/** The file and the options of `npm run eval -- <what> <file> [--failures]`. */
export interface EvalArguments {
  file: string;
  failures: boolean;
}

/** Ends the command with one sentence where no file is named and there is none of our own. */
export function argumentsFor(usage: string, own?: string): EvalArguments {
  const [file = own, ...rest] = process.argv.slice(2).filter(argument => argument !== '--failures');
  if (!file || rest.length > 0) {
    process.stderr.write(`npm run eval -- ${usage} [--failures]\n`);
    process.exit(1);
  }
  return { file, failures: process.argv.includes('--failures') };
}

/** The text of a file; ends the command with one sentence where it cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    process.stderr.write(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}\n`);
    process.exit(1);
  }
}

export const share = (part: number, whole: number): number =>
  Math.round((1000 * part) / Math.max(1, whole)) / 10;

/** Prints what failed, if asked, then the cases that contradict us, then one line of figures as JSON. */
export function conclude(what: string, cases: Measured[], { failures }: EvalArguments): void {
  const count = (verdict: Verdict): number => cases.filter(one => one.verdict === verdict).length;
  if (cases.length === 0) {
    process.stderr.write('The file holds no case.\n');
    process.exit(1);
  }
  const failed = cases.filter(one => one.verdict !== 'right');
  for (const one of failures ? failed.filter(({ contradicts }) => !contradicts) : [])
    print(`${one.verdict}: ${one.input}\n    expected ${one.expected}\n    got      ${one.got}`);
  const contradicting = failed.filter(({ contradicts }) => contradicts);
  for (const one of contradicting)
    print(
      `contradicts us: ${one.input}\n    expected ${one.expected}\n    got      ${one.got}\n    because  ${one.contradicts}`,
    );
  print(
    JSON.stringify({
      what,
      cases: cases.length,
      right: count('right'),
      percent: share(count('right'), cases.length),
      asked: count('asked'),
      missed: count('missed'),
      silentlyWrong: count('wrong'),
      contradicting: contradicting.length,
    }),
  );
}

export const print = (line: string): boolean => process.stdout.write(`${line}\n`);
