import type { WidgetLanguage } from './session.ts';
import type { Words } from './settings.ts';

/** `21:05` in the reader's own time zone. */
export const timeOf = (at: string | number, language: WidgetLanguage): string =>
  new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The calendar day, for telling one from the next. */
export const dayKey = (at: string | number): string => new Date(at).toDateString();

/** 「今天」, 「昨天」, 「明天」 or the date, with the year where it is another one. */
export function dayOf(at: string | number, now: number, language: WidgetLanguage, words: Words): string {
  const [yesterday, tomorrow] = [-1, 1].map(days => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    return day.toDateString();
  });
  if (dayKey(at) === dayKey(now)) return words('today');
  if (dayKey(at) === yesterday) return words('yesterday');
  if (dayKey(at) === tomorrow) return words('tomorrow');
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Date(at).toLocaleDateString(language, {
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
  });
}

/** `1.4 MB`; bytes as people know them from their phones, in steps of 1024. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0);
  const amount = bytes / 1024 ** step;
  return `${amount >= 10 || step === 0 ? Math.round(amount) : Math.round(amount * 10) / 10} ${units[step]}`;
}
