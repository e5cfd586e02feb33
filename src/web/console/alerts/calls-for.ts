interface Counts {
  urgent: number;
  waiting: number;
}

/** What new counts call for: more who are in danger, or more who wait, than there were. Null where they call for nothing. */
export function callsFor(before: Counts | undefined, now: Counts): 'urgent' | 'waiting' | null {
  if (now.urgent > (before?.urgent ?? 0)) return 'urgent';
  return now.waiting > (before?.waiting ?? 0) ? 'waiting' : null;
}
