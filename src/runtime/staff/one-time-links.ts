import type { Link } from '../../core/staff/events.ts';
import { hashOf, newSecret } from './secret.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** An invitation is handed over by another person, who may be away for a weekend. */
const LINK_HOURS = 72;

/** A link that works once: what is kept of it, and the token that is shown. */
export function newLink(now: string): { link: Link; token: string } {
  const token = newSecret();
  const expires = new Date(Date.parse(now) + LINK_HOURS * HOUR_MS).toISOString();
  return { link: { hash: hashOf(token), expires }, token };
}
