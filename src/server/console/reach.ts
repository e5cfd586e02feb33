import type { Desk } from '../../console/desk.ts';
import type { Reach } from './answer-call.ts';

/**
 * Who may see and touch a conversation: supervisors and the operator's own systems each one that staff may see at all;
 * a mediator those that nobody looks after, their own, and those they are asked to join.
 */
export const reachOf = (desk: Desk): Reach => ({
  async conversation(actor, id) {
    const holder = await desk.holder(id);
    if (!holder) return false;
    if (actor.kind === 'key' || actor.role === 'supervisor') return true;
    return [null, actor.id].includes(holder.mediator) || holder.asked === actor.id;
  },
});
