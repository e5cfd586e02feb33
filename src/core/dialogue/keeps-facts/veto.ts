/** What a rewording did to its draft that may not be done. */
export const VETO_REASONS = [
  'empty',
  'length',
  'language',
  'form',
  'values',
  'force',
  'missing',
  'order',
  'swapped',
  'added',
  'question',
] as const;
export type VetoReason = (typeof VETO_REASONS)[number];

/** Why a rewording may not be shown, and the words that show it. */
export interface Veto {
  reason: VetoReason;
  words: string;
}
