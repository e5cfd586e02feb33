import { z } from 'zod';
import { Condition } from './condition.ts';
import { SAFETY_KINDS } from './lexicon.ts';
import { Id, Localized, LocalizedList } from './localized.ts';
import { Period } from './period.ts';
import { MONEY_EACH, SlotKind } from './value.ts';

export const Choice = z.strictObject({
  value: Id,
  label: Localized,
  /** How people say it in a sentence; the label itself always counts. */
  sayings: LocalizedList.optional(),
  /** Whether a mediator has to see this first: a minor, an elderly person, somebody hard of hearing. */
  flag: z.boolean().default(false),
  /** For a choice among ranges of money: the amounts it stands for, in yuan, `below` excluded. */
  amounts: z
    .strictObject({ from: z.number().nonnegative(), below: z.number().positive().optional() })
    .optional(),
});
export type Choice = z.infer<typeof Choice>;

/** One thing to find out. Asked in file order while `when` holds and nothing is known of it. */
export const SlotDefinition = z.strictObject({
  id: Id,
  kind: SlotKind,
  label: Localized,
  question: Localized,
  /** Said when the person asks why, and with the first refusal of a required slot. */
  why: Localized,
  /** Each parses to a value of this slot, alone and unasked for anything else. */
  examples: LocalizedList,
  choices: z.array(Choice).min(2).optional(),
  /** For a product slot: the products offered as buttons; all of the lexicon's where absent. */
  products: z.array(Id).min(1).optional(),
  /** Optional slots may be skipped without a word; for required ones the bot says once what depends on them. */
  required: z.boolean().default(false),
  when: Condition.optional(),
  /** For an amount that comes again and again: how often. Where absent, a sum is asked for. */
  each: z.enum(MONEY_EACH).optional(),
  /** Words near a value that say it belongs here: 付款 for paid-at, 收到 for received-at. */
  cues: LocalizedList.optional(),
  /** The side of now on which a date lies when the person does not say: a purchase past, a repayment future. */
  prefers: z.enum(['past', 'future']).default('past'),
  /** Personal or sensitive: never in a log, shown masked outside the case file. */
  sensitive: z.boolean().default(false),
});
export type SlotDefinition = z.infer<typeof SlotDefinition>;

/** Slots that several types share (`knowledge/slots.yaml`). */
export const SharedSlots = z.array(SlotDefinition);

/** A shared slot taken into a type; given fields replace the shared ones. */
export const SlotUse = z.strictObject({
  use: Id,
  ...SlotDefinition.omit({ id: true, kind: true, required: true, prefers: true, sensitive: true }).partial()
    .shape,
  required: z.boolean().optional(),
});

/** One piece of evidence on the checklist. */
export const EvidenceElement = z.strictObject({
  id: Id,
  label: Localized,
  /** What it proves. */
  proves: Localized,
  /** How to get it, step by step in one or two sentences. */
  how: Localized,
  level: z.enum(['needed', 'helpful']),
  when: Condition.optional(),
  /** Words in a file name or caption that point to it. */
  sayings: LocalizedList.optional(),
});
export type EvidenceElement = z.infer<typeof EvidenceElement>;

export const Warning = z.strictObject({
  id: Id,
  text: Localized,
  when: Condition.optional(),
  /** `emergency` goes out before any question as soon as `when` holds; the others at their moment, once. */
  moment: z.enum(['emergency', 'start', 'before-consent', 'after-filing']),
  /** Dangers of which it warns in full, so that told again in the form they are its matter. */
  warnsOf: z.array(z.enum(SAFETY_KINDS)).default([]),
  /** So much is at stake that a person is offered with it, where none is there or on the way. */
  offersPerson: z.boolean().default(false),
});
export type Warning = z.infer<typeof Warning>;

const Weight = z.int().min(1).max(3);

/**
 * What happens in a matter of the type, as concepts of the lexicon: any of `one` tells of it where it comes with any of
 * `with` (bought with broken), a concept that is in both where it is found at two places. Alone, without `with`, it only
 * hints.
 */
const Tell = z
  .strictObject({ weight: Weight, one: z.array(Id).min(1), with: z.array(Id).min(1).optional() })
  .refine(tell => tell.with !== undefined || tell.weight === 1, {
    message: 'has to be 1 where nothing comes with it: no word alone decides',
    path: ['weight'],
  });

/** `knowledge/negotiations/<id>.yaml`, one negotiation type. */
export const NegotiationFile = z.strictObject({
  id: Id,
  /** Place among the types, smallest first. */
  order: z.int().positive(),
  label: Localized,
  /** One line under the button: who this is for. */
  summary: Localized,
  /** What people say when this is their matter. Weight 3 decides alone, 1 only helps. */
  triggers: z.array(z.strictObject({ weight: Weight, sayings: LocalizedList })).min(1),
  /** Weight 2 and more is enough to take the type where nothing tells of another. */
  tells: z.array(Tell).min(1),
  slots: z.array(z.union([SlotUse, SlotDefinition])).min(1),
  evidence: z.array(EvidenceElement).min(1),
  warnings: z.array(Warning),
  periods: z.array(Period).default([]),
});
export type NegotiationFile = z.infer<typeof NegotiationFile>;

/** A type with its shared slots resolved. */
export type Negotiation = Omit<NegotiationFile, 'slots'> & { slots: SlotDefinition[] };
