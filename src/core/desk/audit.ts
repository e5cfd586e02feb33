import type { Audited, AuditEntry } from '../staff/audit.ts';
import type { DeskEvent, Look } from './events.ts';

const LOOKED: Record<Look, Audited> = {
  item: 'looked',
  evidence: 'file-looked',
  original: 'file-saved',
  export: 'exported',
};

/** What the audit says of what staff did about a conversation, without any words of anybody; null: it need not know. */
export function auditOfDesk(event: DeskEvent, conversation: string): AuditEntry | null {
  switch (event.type) {
    case 'Looked': {
      const details: AuditEntry['details'] = event.file === null ? {} : { file: event.file };
      return { who: event.by.id, what: LOOKED[event.at], about: conversation, details };
    }
    case 'DeskAssigned': {
      const details = { how: event.how, ...(event.mediator && { to: event.mediator.id }) };
      return { who: event.by?.id ?? 'system', what: 'assigned', about: conversation, details };
    }
    case 'NoteAdded':
    case 'WaitBegun':
    case 'DeskOffered':
    case 'OfferDeclined':
    case 'OfferLapsed':
      return null;
    default: {
      event satisfies never;
      return null;
    }
  }
}
