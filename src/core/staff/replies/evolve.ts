import type { Place } from '../register.ts';
import type { ReplyContent, ReplyEvent } from './events.ts';

export interface KeptReply {
  /** Null where it comes with the knowledge. */
  content: ReplyContent | null;
  isHidden: boolean;
  /** Who changed it last, and when. */
  by: string;
  at: string;
  /** Version of the stream with which it last changed; the same for each part. */
  version: number;
  changed: Partial<Record<ReplyPart, number>>;
}

/** What of a reply can change. */
export type ReplyPart = 'content' | 'hidden';

/** By id, those that supervisors have written, hidden or shown again. */
export type KeptReplies = ReadonlyMap<string, KeptReply>;

export const noReplies: KeptReplies = new Map();

/** The only place where they change. Total. */
export function evolveReplies(state: KeptReplies, event: ReplyEvent, { version, at }: Place): KeptReplies {
  const before = state.get(event.reply);
  const { content = null, isHidden = false, changed = {} } = before ?? {};
  const change = (part: ReplyPart, to: Partial<KeptReply>): KeptReplies =>
    new Map(state).set(event.reply, {
      ...{ content, isHidden, by: event.by, at, version },
      changed: { ...changed, [part]: version },
      ...to,
    });
  switch (event.type) {
    case 'ReplyWritten':
      return change('content', { content: event.content });
    case 'ReplyHidden':
      return change('hidden', { isHidden: true });
    case 'ReplyShown':
      return change('hidden', { isHidden: false });
    default: {
      event satisfies never;
      return state;
    }
  }
}
