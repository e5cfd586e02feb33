import { randomInt } from 'node:crypto';
import { dayIn } from '../core/language/day.ts';

/**
 * A case number: the day and ten random digits, in groups that can be read out over a telephone (261124-38120-44917).
 * Digits only, for letters are misheard. Not unique by itself: filing checks it against the store.
 */
export function caseNumber(zone: string, now: string): string {
  const day = dayIn(zone, now).replaceAll('-', '').slice(2);
  const group = (): string => String(randomInt(100_000)).padStart(5, '0');
  return `${day}-${group()}-${group()}`;
}
