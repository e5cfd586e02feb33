import type { DeadlineView } from '../../../protocol/console/deadlines.ts';
import type { Deed } from '../../../protocol/console/desk.ts';

/** A deed done to a deadline with what that is called in the place of its id. */
export function namedDeed(deed: Deed, deadlines: readonly DeadlineView[]): Deed {
  const [id, ...rest] = deed.what.startsWith('Deadline') ? (deed.detail ?? '').split(': ') : [];
  const label = deadlines.find(one => one.id === id)?.label;
  return label ? { ...deed, detail: [label, ...rest].join(': ') } : deed;
}
