import type { Actor } from '../../console/staff.ts';
import type { Mediator } from '../../core/conversation/events.ts';

/** Under which name somebody's deeds are kept; what a key does is done by that system. */
export const mediatorOf = (actor: Actor): Mediator =>
  actor.kind === 'staff' ? { id: actor.id, name: actor.name } : { id: `key-${actor.id}`, name: 'API' };
