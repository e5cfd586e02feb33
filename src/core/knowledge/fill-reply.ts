/** What a mediator's program fills in: the mediator's name, who receives the case, its number, and the day of an answer. */
export const REPLY_PARAMETERS = ['name', 'receiver', 'number', 'day'] as const;
export type ReplyParameter = (typeof REPLY_PARAMETERS)[number];

const PARAMETER = /(?<!\{)\{([^{}]*)\}(?!\})/g;

/** Parameters of a text that nobody fills in. */
export const unknownParameters = (text: string): string[] =>
  Array.from(text.matchAll(PARAMETER), ([, name = '']) => name).filter(
    name => !REPLY_PARAMETERS.some(one => one === name),
  );

/** A text with its parameters in place, as far as they are known, and those that are not. */
export function fillReply(
  text: string,
  known: Partial<Record<ReplyParameter, string>>,
): { text: string; missing: ReplyParameter[] } {
  const missing = REPLY_PARAMETERS.filter(name => known[name] === undefined && text.includes(`{${name}}`));
  const filled = text.replace(PARAMETER, (whole, name: ReplyParameter) => known[name] ?? whole);
  return { text: filled, missing };
}
