import type { FaqEntry } from '../knowledge/faq.ts';
import type { Facets } from '../nlu/facets.ts';

/** By how much a facet that agrees, differs, or is named on one side only changes the score. */
const FACTOR = {
  action: { agrees: 1.1, differs: 0.8 },
  ask: { agrees: 1.08, differs: 0.92 },
  /** An answer about one hotline or product fits a question that names none less well, and the reverse. */
  hotlineUnnamed: 0.85,
  hotlineUnheard: 0.75,
  productUnnamed: 0.92,
};

/** The most that `agreement` gives. */
export const FULL_AGREEMENT = FACTOR.action.agrees * FACTOR.ask.agrees;

/** What a question names, all of it and what of it rules other answers out. */
interface Named {
  all: Facets;
  products: readonly string[];
  hotlines: readonly string[];
}

export const namedBy = (all: Facets): Named => ({
  all,
  products: all.about.filter(isNarrow),
  hotlines: all.hotline.filter(isNarrow),
});

/** 0 where the question names another product or hotline; a little more or less than 1 as the other facets agree. */
export function agreement({ about, hotline, action, ask }: FaqEntry['facets'], named: Named): number {
  const { all, products, hotlines } = named;
  if (differs(about, products) || differs(hotline, hotlines)) return 0;
  let factor = 1;
  if (hotline.length > 0 && all.hotline.length === 0) factor *= FACTOR.hotlineUnnamed;
  if (hotline.length === 0 && hotlines.length > 0) factor *= FACTOR.hotlineUnheard;
  if (about.length > 0 && products.length === 0 && !about.includes('alipay')) factor *= FACTOR.productUnnamed;
  if (agrees(action, all.action)) factor *= FACTOR.action.agrees;
  else if (differs(action, all.action)) factor *= FACTOR.action.differs;
  if (agrees(ask, all.ask)) factor *= FACTOR.ask.agrees;
  else if (differs(ask, all.ask)) factor *= FACTOR.ask.differs;
  return factor;
}

/** 周末打得通吗 asks about some hotline, and nobody said which. */
export function isAboutUnnamed({ about, hotline }: FaqEntry['facets'], { all }: Named): boolean {
  return hotline.length === 1 && all.hotline.length === 0 && !agrees(about, all.about);
}

/** The products a text names, all in one word, so that two texts that name the same have the same. */
export const productsKey = ({ about }: Facets): string => about.filter(isNarrow).toSorted().join(' ');

/** 支付宝 is where all of it happens and rules nothing out. */
const isNarrow = (id: string): boolean => id !== 'alipay';

const agrees = (wanted: readonly string[], named: readonly string[]): boolean =>
  named.some(id => wanted.includes(id));

const differs = (wanted: readonly string[], named: readonly string[]): boolean =>
  wanted.length > 0 && named.length > 0 && !agrees(wanted, named);
