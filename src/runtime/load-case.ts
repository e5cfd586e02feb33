import type { CaseEvent } from '../core/case/events.ts';
import { type Case, caseOf } from '../core/case/evolve.ts';
import type { Store } from '../stores/store.ts';
import { caseStream } from './streams.ts';

/** A case as it stands, and its version: 0 where there is none, or none any more. */
export async function loadCase(store: Store, number: string): Promise<{ state: Case; version: number }> {
  const events = await store.read(caseStream(number));
  const state = caseOf(events.map(stored => stored.event as CaseEvent));
  return { state, version: events.at(-1)?.version ?? 0 };
}
