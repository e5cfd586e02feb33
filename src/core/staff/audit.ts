import { z } from 'zod';
import type { KeyUsed, RegisterEvent, SessionEvent } from './events.ts';
import type { ReplyContent, ReplyEvent } from './replies/events.ts';

/** What is kept for those who must be able to see afterwards who did what. */
export const AUDITED = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'setup-offered',
  'account-opened',
  'link-offered',
  'password-set',
  'account-joined',
  'account-changed',
  'key-made',
  'key-revoked',
  'looked',
  'file-looked',
  'file-saved',
  'exported',
  'assigned',
  'figures-exported',
  'reply-written',
  'reply-hidden',
  'reply-shown',
] as const;
export const Audited = z.enum(AUDITED);
export type Audited = z.infer<typeof Audited>;

/** One line of the audit. Nothing of a person, no password and no token stands in it. */
export const AuditEntry = z.strictObject({
  /**
   * Id of an account, `key:` and the id of a key, `operator`, or `system` for what happens by itself; null: somebody who
   * did not show who they are.
   */
  who: z.string().nullable(),
  what: Audited,
  /** Id of the account, key, conversation or case it was done to; null where it was done to none. */
  about: z.string().nullable(),
  /** More about it, by name. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditNoted = z.strictObject({ type: z.literal('AuditNoted'), entry: AuditEntry });
export type AuditNoted = z.infer<typeof AuditNoted>;

/**
 * What the audit says of an event; null: it need not know.
 * @param account whose sessions the event is of; null where it is of the register
 */
export function auditOf(
  event: RegisterEvent | SessionEvent | KeyUsed | ReplyEvent,
  account: string | null,
): AuditEntry | null {
  const entry = (
    who: string | null,
    what: Audited,
    about: string | null,
    details: AuditEntry['details'] = {},
  ): AuditEntry => ({ who, what, about, details });
  switch (event.type) {
    case 'SetupOffered':
      return entry('operator', 'setup-offered', null);
    case 'AccountOpened':
      return entry(event.by, 'account-opened', event.account.id, { role: event.account.role });
    case 'LinkOffered':
      return entry(event.by, 'link-offered', event.account);
    case 'PasswordSet':
      return entry(event.by, 'password-set', event.account);
    case 'AccountJoined':
      return entry(event.by, 'account-joined', event.account);
    case 'AccountChanged':
      return entry(event.by, 'account-changed', event.account, definite(event.changes));
    case 'KeyMade':
      return entry(event.by, 'key-made', event.key.id, { scopes: event.key.scopes.join(' ') });
    case 'KeyRevoked':
      return entry(event.by, 'key-revoked', event.key);
    case 'SessionOpened':
      return entry(account, 'signed-in', account, { way: event.way });
    case 'SessionEnded':
      return entry(account, 'signed-out', account);
    case 'ReplyWritten':
      return entry(event.by, 'reply-written', event.reply, { title: titleOf(event.content) });
    case 'ReplyHidden':
      return entry(event.by, 'reply-hidden', event.reply);
    case 'ReplyShown':
      return entry(event.by, 'reply-shown', event.reply);
    case 'SessionSeen':
    case 'KeyUsed':
      return null;
    default: {
      event satisfies never;
      return null;
    }
  }
}

const definite = (changes: Record<string, string | number | boolean | undefined>): AuditEntry['details'] =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const titleOf = ({ wordings }: ReplyContent): string => wordings['zh-CN']?.title ?? wordings.en?.title ?? '';
