import type { ReplyContent, ReplyEvent } from './events.ts';
import type { KeptReplies, ReplyPart } from './evolve.ts';

/** `version`: of the reply on which it was decided; 0 for one that nobody has changed yet. */
export type ReplyCommand =
  | { command: 'add'; reply: string; content: ReplyContent; by: string }
  | { command: 'rewrite'; reply: string; version: number; content: ReplyContent; by: string }
  | { command: 'show'; reply: string; version: number; isShown: boolean; by: string };

export type ReplyRefusal =
  | { refused: 'unknown' | 'too-many' }
  /** Others have changed it since: what of it, and its version now. */
  | { refused: 'stale'; changes: ReplyPart[]; version: number };

/** So many can still be looked through. */
const MOST_OWN = 500;

/**
 * What a command does to the replies; no events where nothing changes by it.
 * @param builtIn ids of those that come with the knowledge
 */
export function decideReply(
  state: KeptReplies,
  command: ReplyCommand,
  builtIn: ReadonlySet<string>,
): { events: ReplyEvent[] } | ReplyRefusal {
  const { reply, by } = command;
  const kept = state.get(reply);
  if (command.command === 'add') {
    if (kept) return { events: [] };
    const own = [...state.values()].filter(one => one.content !== null);
    if (own.length >= MOST_OWN) return { refused: 'too-many' };
    return { events: [{ type: 'ReplyWritten', reply, content: command.content, by }] };
  }
  const isThere = command.command === 'show' && builtIn.has(reply);
  if (!kept?.content && !isThere) return { refused: 'unknown' };
  const changes = Object.entries(kept?.changed ?? {}).flatMap(([part, at]) =>
    at > command.version ? [part as ReplyPart] : [],
  );
  if (command.command === 'rewrite') {
    if (JSON.stringify(kept?.content) === JSON.stringify(command.content)) return { events: [] };
    if (kept && changes.length > 0) return { refused: 'stale', changes, version: kept.version };
    return { events: [{ type: 'ReplyWritten', reply, content: command.content, by }] };
  }
  if ((kept?.isHidden ?? false) === !command.isShown) return { events: [] };
  if (kept && changes.length > 0) return { refused: 'stale', changes, version: kept.version };
  return { events: [{ type: command.isShown ? 'ReplyShown' : 'ReplyHidden', reply, by }] };
}
