import { z } from 'zod';

/** The kinds of value a slot can hold. Each has one recogniser in `core/nlu/values`. */
export const SLOT_KINDS = [
  'money',
  'date',
  'count',
  'rate',
  'order-number',
  'phone',
  'product',
  'counterparty',
  'choice',
  'yes-no',
  'text',
] as const;
export const SlotKind = z.enum(SLOT_KINDS);
export type SlotKind = z.infer<typeof SlotKind>;

export const MONEY_EACH = ['day', 'week', 'month', 'year', 'instalment', 'time'] as const;

/** An amount of money between `lo` and `hi`, both in integer fen (cents of `currency`); null is an open end. */
export const MoneyValue = z.strictObject({
  kind: z.literal('money'),
  lo: z.int().nonnegative().nullable(),
  hi: z.int().nonnegative().nullable(),
  currency: z.string().length(3),
  /** True where the person was vague: 左右, 多, 几. */
  approx: z.boolean(),
  /** For what comes again and again: 每期1200, 月供3000. Such an amount is no sum. */
  each: z.enum(MONEY_EACH).optional(),
});
export type MoneyValue = z.infer<typeof MoneyValue>;

export const GRAINS = [
  'year',
  'half',
  'quarter',
  'month',
  'third',
  'week',
  'day',
  'hour',
  'minute',
  'second',
] as const;

/**
 * A stretch of time from `lo` to `hi`, both included, as wall-clock time in `zone`: `YYYY-MM-DD` for days and coarser,
 * `YYYY-MM-DDTHH:mm` for finer, with `:ss` where seconds were said. `reference` is the instant (UTC) against which
 * relative words were read.
 */
export const DateValue = z.strictObject({
  kind: z.literal('date'),
  lo: z.string(),
  hi: z.string(),
  grain: z.enum(GRAINS),
  calendar: z.enum(['solar', 'lunar']),
  zone: z.string(),
  reference: z.string(),
  approx: z.boolean(),
  /**
   * Set where only one end was named: 3月15日之前, 及之前 (`until`), 起 (`since`), 以后. The other end of `lo` and `hi` is the
   * reference day where that lies on the open side; else both are at the end that was named.
   */
  open: z.enum(['before', 'until', 'since', 'after']).optional(),
});
export type DateValue = z.infer<typeof DateValue>;

export const TIME_UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
export const TimeUnit = z.enum(TIME_UNITS);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** A length of time as it was said, between `lo` and `hi` of each unit: 两年, 8天20小时, 两三个月, 半个月. */
export const DurationValue = z.strictObject({
  kind: z.literal('duration'),
  parts: z
    .array(z.strictObject({ unit: TimeUnit, lo: z.number().nonnegative(), hi: z.number().nonnegative() }))
    .min(1),
  approx: z.boolean(),
});
export type DurationValue = z.infer<typeof DurationValue>;

/**
 * What comes again: 每天, 每两周, 每周一和周三, 每月15号, 每年3月15日. Monday is 1. `at` is HH:mm. Null or empty where it
 * was not said.
 */
export const RecurrenceValue = z.strictObject({
  kind: z.literal('recurrence'),
  every: z.number().positive(),
  unit: TimeUnit,
  weekdays: z.array(z.int().min(1).max(7)),
  month: z.int().min(1).max(12).nullable(),
  day: z.int().min(1).max(31).nullable(),
  at: z.string().nullable(),
});
export type RecurrenceValue = z.infer<typeof RecurrenceValue>;

/** A word for this moment inside a sentence: 马上就还, 现在没钱. It names no day that a form could hold. */
export const NowValue = z.strictObject({
  kind: z.literal('now'),
  side: z.enum(['past', 'present', 'future']),
});
export type NowValue = z.infer<typeof NowValue>;

export const COUNT_UNITS = [
  'day',
  'month',
  'year',
  'times',
  'instalments',
  'pieces',
  'people',
  'none',
] as const;

/** How many of something: 24 期, 逾期 10 天. */
export const CountValue = z.strictObject({
  kind: z.literal('count'),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  unit: z.enum(COUNT_UNITS),
  approx: z.boolean(),
});
export type CountValue = z.infer<typeof CountValue>;

/**
 * A share between `lo` and `hi`, in percent as said: 36, for 八折 80, for 万分之五 0.05. Null is an open end. `form`: a part
 * of the whole, the part of a price that is still paid, or points between two shares. `per`: the time over which an
 * interest is reckoned, where one was named.
 */
export const RateValue = z.strictObject({
  kind: z.literal('rate'),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  form: z.enum(['share', 'discount', 'points']),
  per: z.enum(['day', 'month', 'year']).nullable(),
  approx: z.boolean(),
});
export type RateValue = z.infer<typeof RateValue>;

/** A number that names a deal. `form` is what its shape suggests, a hint and never a verdict. */
export const OrderNumberValue = z.strictObject({
  kind: z.literal('order-number'),
  number: z.string(),
  form: z.enum(['alipay-trade', 'shop-order', 'merchant-order', 'tracking', 'other']),
});
export type OrderNumberValue = z.infer<typeof OrderNumberValue>;

export const PhoneValue = z.strictObject({
  kind: z.literal('phone'),
  /** Digits only, with a leading + where the country was given. */
  number: z.string(),
  /** `service`: 400 and 800; `other`: a national number of a country that nobody named. */
  form: z.enum(['mobile', 'landline', 'service', 'international', 'other']),
});
export type PhoneValue = z.infer<typeof PhoneValue>;

export const ProductValue = z.strictObject({ kind: z.literal('product'), product: z.string() });
export const CounterpartyValue = z.strictObject({ kind: z.literal('counterparty'), name: z.string() });
export const ChoiceValue = z.strictObject({ kind: z.literal('choice'), choice: z.string() });
export const YesNoValue = z.strictObject({ kind: z.literal('yes-no'), yes: z.boolean() });
export const TextValue = z.strictObject({ kind: z.literal('text'), text: z.string() });

export type CounterpartyValue = z.infer<typeof CounterpartyValue>;
export type TextValue = z.infer<typeof TextValue>;
export const NON_ANSWERS = [
  'unknown',
  'forgotten',
  'nothing',
  'not-applicable',
  'declined',
  'later',
  'skipped',
] as const;
export const NonAnswer = z.enum(NON_ANSWERS);
export type NonAnswer = z.infer<typeof NonAnswer>;

/** The person answered that there is no answer, and how: 不知道 is not 不方便说. */
export const NonAnswerValue = z.strictObject({ kind: z.literal('non-answer'), reason: NonAnswer });

export const SlotValue = z.discriminatedUnion('kind', [
  MoneyValue,
  DateValue,
  CountValue,
  RateValue,
  OrderNumberValue,
  PhoneValue,
  ProductValue,
  CounterpartyValue,
  ChoiceValue,
  YesNoValue,
  TextValue,
  NonAnswerValue,
]);
export type SlotValue = z.infer<typeof SlotValue>;

/** All that is read from a message. What no slot asks for is read as well, so that no slot's value is read from it. */
export const Value = z.union([SlotValue, DurationValue, RecurrenceValue, NowValue]);
export type Value = z.infer<typeof Value>;

/** Whether a form may hold the value. */
export const isSlotValue = (value: Value): value is SlotValue =>
  value.kind !== 'duration' && value.kind !== 'recurrence' && value.kind !== 'now';
