import { asksByForm as asksInEnglish } from './en/question.ts';
import { asksByForm as asksInChinese } from './zh-CN/question.ts';

/** Whether the clause of a normalised text that lies between two offsets asks by its form: 能不能延, will they sue me. */
export function asksByForm(text: string, start: number, end: number): boolean {
  const clause = text.slice(start, end).trim();
  if (asksInChinese(clause)) return true;
  if (!/^[a-z]/.test(clause)) return false;
  return asksInEnglish(clause, /(?:^|[.!?。！？\n]\s*)$/.test(text.slice(Math.max(0, start - 8), start)));
}
