import { nanoid } from 'nanoid';
import type { Mediator } from '../../core/conversation/events.ts';
import type { Look } from '../../core/desk/events.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { commandDesk } from './command-desk.ts';

/** Milliseconds within which looking again at the same is the same look. */
const LOOK_LASTS = 10 * 60_000;
/** Looks of which something stays with whoever looked: each one counts. */
const KEPT: ReadonlySet<Look> = new Set(['original', 'export']);

/** Notes that somebody looks; what they are shown may be shown once this resolves. */
export async function noteLook(
  { store, clock }: { store: Store; clock: Clock },
  conversation: string,
  { at, file, by }: { at: Look; file: string | null; by: Mediator },
): Promise<void> {
  const now = clock.now();
  const again = KEPT.has(at) ? nanoid() : String(Math.floor(Date.parse(now) / LOOK_LASTS));
  const cause = `look:${by.id}:${at}:${file ?? ''}:${again}`;
  await commandDesk(store, { conversation, cause, at: now, command: { command: 'look', at, file, by } });
}
