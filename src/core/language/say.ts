import type { Language } from '../knowledge/localized.ts';
import type { CountValue, DateValue, MoneyValue, RateValue, SlotValue } from '../knowledge/value.ts';
import { english } from './en/say.ts';
import { chinese } from './zh-CN/say.ts';

/** How one language says values. */
export interface Sayer {
  sayMoney(value: MoneyValue): string;
  sayCount(value: CountValue): string;
  sayDate(value: DateValue): string;
  sayRate(value: RateValue): string;
  /** A number as it is spoken, in brackets, to stand behind its digits: （三万五千）. */
  spelledOut(number: number): string;
  yes: string;
  no: string;
}

const SAYERS: Record<Language, Sayer> = { 'zh-CN': chinese, en: english };

/**
 * A value in words, exact to the last cent. Choices, products and non-answers come out as their ids: their labels are the
 * knowledge's, not the language's.
 */
export function sayValue(value: SlotValue, language: Language): string {
  const sayer = SAYERS[language];
  switch (value.kind) {
    case 'money':
      return sayer.sayMoney(value);
    case 'date':
      return sayer.sayDate(value);
    case 'count':
      return sayer.sayCount(value);
    case 'rate':
      return sayer.sayRate(value);
    case 'yes-no':
      return value.yes ? sayer.yes : sayer.no;
    case 'order-number':
    case 'phone':
      return value.number;
    case 'counterparty':
      return value.name;
    case 'text':
      return value.text;
    case 'choice':
      return value.choice;
    case 'product':
      return value.product;
    case 'non-answer':
      return value.reason;
    default:
      return value satisfies never;
  }
}

/** As `sayValue`, and an exact amount in words beside its digits: 35,000 元（三万五千）. */
export function sayUnmistakably(value: SlotValue, language: Language): string {
  const said = sayValue(value, language);
  if (value.kind !== 'money' || value.lo === null || value.lo !== value.hi) return said;
  return said + SAYERS[language].spelledOut(value.lo / 100);
}
