import type { Language } from '../knowledge/localized.ts';
import type { SlotValue } from '../knowledge/value.ts';
export function sayValue(value: SlotValue, language: Language): string {
  if (value.kind === 'money') return `${(value.lo ?? 0) / 100} ${language === 'en' ? 'yuan' : '元'}`;
  if (value.kind === 'date') return value.lo;
  return JSON.stringify(value);
}
