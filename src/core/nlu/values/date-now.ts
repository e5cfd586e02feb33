const formats = new Map<string, Intl.DateTimeFormat>();

/** The day (YYYY-MM-DD) and clock time (HH:mm) of an instant in a zone. Throws a RangeError on an unknown zone. */
export function nowIn(zone: string, instant: string): { day: string; clock: string } {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(new Date(instant)).map(part => [part.type, part.value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    clock: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}
