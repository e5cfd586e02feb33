/** What calls can be about, as it stands at a time. */
export interface Calling {
  urgent: number;
  waiting: number;
  /** Names of the offers one has; an offer made again has another. */
  offered: readonly string[];
  /** Whether whoever waits is offered to one after the other: then what is not offered calls nobody. */
  inTurn: boolean;
}

export type Call = 'urgent' | 'offered' | 'waiting';

/** What calls now that did not before: more who are in danger, a new offer, more who wait. Null where nothing does. */
export function callsFor(before: Calling | undefined, now: Calling): Call | null {
  if (now.urgent > (before?.urgent ?? 0)) return 'urgent';
  if (now.offered.some(offer => !before?.offered.includes(offer))) return 'offered';
  return !now.inTurn && now.waiting > (before?.waiting ?? 0) ? 'waiting' : null;
}
