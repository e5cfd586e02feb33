import { NAMES } from '../../language/zh-CN/dates.ts';
import { anyOf, matchAt, type Reader, readersByStart, startsOf } from './date-reading.ts';

/** Where names can begin that hold words of time and tell none: 今日头条, 七天酒店. */
export const NAME_STARTS: Pick<Reader, 'starts' | 'then'> = startsOf(NAMES);

const namesAt = readersByStart([{ ...NAME_STARTS, read: anyOf(NAMES) }]);

/** The length of such a name at a place; 0 where none begins. */
export function nameAt(text: string, at: number): number {
  const [names] = namesAt(text, at);
  return names ? (matchAt(names.read, text, at)?.[0].length ?? 0) : 0;
}
