import { type Actor, nameInAudit } from '../../console/staff.ts';
import type { Mediator } from '../../core/conversation/events.ts';

/** Under which name somebody's deeds are kept; what a key does is done by that system. */
export const mediatorOf = (actor: Actor): Mediator => ({
  id: nameInAudit(actor),
  name: actor.kind === 'staff' ? actor.name : 'API',
});
