import { z } from 'zod';
import { LANGUAGES, type Language } from '../../src/core/knowledge/localized.ts';

const perLanguage = <S extends z.ZodType>(schema: S) =>
  z.strictObject({ 'zh-CN': schema, en: schema } satisfies Record<Language, S>);
const Courtesy = z.strictObject({
  text: z.string(),
  unless: z.string().optional(),
  replaces: z.string().optional(),
});
const bySentence = perLanguage(
  z.strictObject({ question: z.array(Courtesy), request: z.array(Courtesy), statement: z.array(Courtesy) }),
);

/** `test/corpus/rewordings/swaps.yaml`: what honest rewordings near to a draft are generated from. */
export const Swaps = z.strictObject({
  substitutions: perLanguage(z.array(z.strictObject({ from: z.string(), to: z.string() }))),
  openings: bySentence,
  closings: bySentence,
  orders: z.array(
    z.strictObject({ language: z.enum(LANGUAGES), draft: z.string(), reordered: z.array(z.string()) }),
  ),
});
export type Swaps = z.infer<typeof Swaps>;

const QUOTED = /[「『“"][^」』”"]*[」』”"]/g;
const IS_COURTEOUS = /^(?:好|您好|抱歉|不好意思|All right|Hello|Sorry)/;
const REQUEST = /^(?:请|麻烦|Please)/;

const kindOf = (draft: string): 'question' | 'request' | 'statement' =>
  /[？?]$/.test(draft) ? 'question' : REQUEST.test(draft) ? 'request' : 'statement';

/** Characters of a draft that is reworded as a whole. */
const LONGEST: Record<Language, number> = { 'zh-CN': 90, en: 220 };

/** Honest rewordings of the shorter drafts, two of each, and those in another order. */
export function nearRewordingsOf(
  drafts: readonly string[],
  language: Language,
  swaps: Swaps,
  pick: (most: number) => number,
): { draft: string; text: string }[] {
  const short = drafts.filter(draft => draft.length <= LONGEST[language]);
  const made = [...short, ...short].flatMap(draft => {
    const text = nearRewording(draft, language, swaps, pick);
    return text === null ? [] : [{ draft, text }];
  });
  const reordered = swaps.orders
    .filter(one => one.language === language)
    .flatMap(({ draft, reordered: texts }) => texts.map(text => ({ draft, text })));
  return [...made, ...reordered];
}

/** An honest rewording by one to three changes. @param pick a number below its argument, by chance */
function nearRewording(
  draft: string,
  language: Language,
  swaps: Swaps,
  pick: (most: number) => number,
): string | null {
  const applicable = swaps.substitutions[language].filter(
    ({ from, to }) => placeOf(draft, from, to) !== null,
  );
  const wanted = 1 + pick(3);
  const changes: Place[] = [];
  while (changes.length < wanted && applicable.length > 0) {
    const [swap] = applicable.splice(pick(applicable.length), 1);
    const place = swap ? placeOf(draft, swap.from, swap.to) : null;
    if (place && !changes.some(({ start, end }) => place.start < end && start < place.end))
      changes.push(place);
  }
  let text = changes
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, by }) => changed.slice(0, start) + by + changed.slice(end), draft);
  if (pick(2) === 0) text = withCourtesy(text, draft, swaps.openings[language][kindOf(draft)], pick, true);
  if (pick(4) === 0) text = withCourtesy(text, draft, swaps.closings[language][kindOf(draft)], pick, false);
  return text === draft ? null : text;
}

function withCourtesy(
  text: string,
  draft: string,
  among: Swaps['openings']['en']['question'],
  pick: (most: number) => number,
  isOpening: boolean,
): string {
  const one = among[pick(among.length)];
  if (!one || (one.unless !== undefined && new RegExp(one.unless, 'u').test(draft))) return text;
  if (!isOpening) return `${text}${/[a-z]/i.test(one.text) ? ' ' : ''}${one.text}`;
  if (IS_COURTEOUS.test(draft)) return text;
  if (one.replaces === undefined) return one.text + text;
  const pattern = new RegExp(one.replaces, 'u');
  return pattern.test(text) ? text.replace(pattern, one.text) : text;
}

interface Place {
  start: number;
  end: number;
  /** What stands there instead. */
  by: string;
}

/** Where a pattern first matches outside of quoted words. */
function placeOf(draft: string, from: string, to: string): Place | null {
  const quoted = Array.from(
    draft.matchAll(QUOTED),
    match => [match.index, match.index + match[0].length] as const,
  );
  for (const match of draft.matchAll(new RegExp(from, 'gu'))) {
    const [start, end] = [match.index, match.index + match[0].length];
    const by = to.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
    if (!quoted.some(([first, last]) => start < last && first < end)) return { start, end, by };
  }
  return null;
}
