import { auditOfDesk } from '../../core/desk/audit.ts';
import type { DeskEvent } from '../../core/desk/events.ts';
import { auditOf } from '../../core/staff/audit.ts';
import type { KeyUsed, RegisterEvent, SessionEvent } from '../../core/staff/events.ts';
import type { ReplyEvent } from '../../core/staff/replies/events.ts';
import type { StoredEvent } from '../../stores/store.ts';
import { noteInAudit } from '../staff/audit-trail.ts';
import { DESK, SESSIONS } from '../streams.ts';
import type { ReactionTools } from './reaction.ts';

/** Writes into the audit what was done with accounts, sessions and keys. */
export async function keepAudit(
  { stream, version, at, event }: StoredEvent<RegisterEvent | SessionEvent | KeyUsed | ReplyEvent>,
  { store }: ReactionTools,
): Promise<void> {
  const entry = auditOf(event, stream.startsWith(SESSIONS) ? stream.slice(SESSIONS.length) : null);
  if (entry) await noteInAudit(store, { entry, at, cause: `${stream}@${version}` });
}

/** Writes into the audit who looked at what, took what away, and gave whom what to look after. */
export async function keepDeskAudit(
  { stream, version, at, event }: StoredEvent<DeskEvent>,
  { store }: ReactionTools,
): Promise<void> {
  const entry = auditOfDesk(event, stream.slice(DESK.length));
  if (entry) await noteInAudit(store, { entry, at, cause: `${stream}@${version}` });
}
