import type { Actor } from '../../console/staff.ts';
import type { ConsoleRoute } from './route.ts';

/** Whether somebody may call a route at all, or the error they are answered. */
export function mayCall(
  { who, scope }: Pick<ConsoleRoute, 'who' | 'scope'>,
  actor: Actor | null,
): 'yes' | 'unauthenticated' | 'forbidden' {
  if (who === 'anybody') return 'yes';
  if (actor === null) return 'unauthenticated';
  const may =
    actor.kind === 'key'
      ? scope !== null && actor.scopes.includes(scope)
      : who === 'mediator' || actor.role === 'supervisor';
  return may ? 'yes' : 'forbidden';
}
