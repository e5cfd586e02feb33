interface Line {
  level: string;
  time: string;
  msg: string;
  error?: { type: string; message: string; code?: string; at: string[] };
  [detail: string]: unknown;
}

/** A line of the log as a person reads it at a terminal. */
export function prettyLine(json: string): string {
  const { level, time, msg, error, ...details } = JSON.parse(json) as Line;
  const more = Object.entries(details).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const head = [time.slice(11, 19), level, msg, ...more].join(' ');
  if (!error) return `${head}\n`;
  const { type, message, code, at } = error;
  const what = `  ${type}${code === undefined ? '' : ` (${code})`}: ${message}`;
  return `${[head, what, ...at.map(frame => `    at ${frame}`)].join('\n')}\n`;
}
