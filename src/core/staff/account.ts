import { z } from 'zod';
import { Language } from '../knowledge/localized.ts';

/** A supervisor may do all that a mediator may, and look after people, settings and figures. */
export const Role = z.enum(['mediator', 'supervisor']);
export type Role = z.infer<typeof Role>;

/** What somebody signs in with: a name, a number or an e-mail address, folded so that no two look alike by case or width. */
export const Login = z
  .string()
  .normalize('NFKC')
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,79}$/u);

/** What persons read as the name of whom they speak with. */
export const DisplayName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}\p{Cf}]+$/u);

/** How many live talks somebody takes at once. */
export const Capacity = z.int().min(1).max(50);
export const USUAL_CAPACITY = 4;

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** What can be changed of an account. */
export const AccountSettings = z.strictObject({
  name: DisplayName,
  role: Role,
  capacity: Capacity,
  /** Whether new items come to them now. */
  onDuty: z.boolean(),
  disabled: z.boolean(),
  language: Language,
  theme: Theme,
});
export type AccountSettings = z.infer<typeof AccountSettings>;

export const AccountChanges = AccountSettings.partial();
export type AccountChanges = z.infer<typeof AccountChanges>;

/** What everybody may settle for themselves. */
export const OwnSettings = AccountSettings.pick({ name: true, onDuty: true, language: true, theme: true });
