import { normalize } from '../language/normalize.ts';
import type { Interpretation } from './interpret.ts';
import { standing } from './standing.ts';
import type { Understanding } from './understanding.ts';

/** What a question names, as ids of the lexicon, each once. */
export type Facets = Readonly<Record<'about' | 'hotline' | 'action' | 'ask', readonly string[]>>;

const FACET = { product: 'about', hotline: 'hotline', action: 'action', ask: 'ask' } as const;

export function facetsIn(text: string, mind: Understanding): Facets {
  const found = {
    about: new Set<string>(),
    hotline: new Set<string>(),
    action: new Set<string>(),
    ask: new Set<string>(),
  };
  for (const { tag } of standing(mind.within.find(normalize(text))))
    if ('id' in tag.meaning) found[FACET[tag.meaning.is]].add(tag.meaning.id);
  return {
    about: [...found.about],
    hotline: [...found.hotline],
    action: [...found.action],
    ask: [...found.ask],
  };
}

/** A normalised text and where it names hotlines and products. */
export type Subjects = Pick<Interpretation, 'text' | 'hotlines' | 'products'>;

/** What a text is about, of all that `interpret` finds in it. */
export function subjectsIn(raw: string, mind: Understanding): Subjects {
  const text = normalize(raw);
  const found: Subjects = { text, hotlines: [], products: [] };
  for (const { start, end, tag } of standing(mind.within.find(text))) {
    const { meaning } = tag;
    if (meaning.is === 'hotline') found.hotlines.push({ id: meaning.id, start, end });
    else if (meaning.is === 'product') found.products.push({ id: meaning.id, start, end });
  }
  return found;
}

/** What a message that is read already names. */
export function facetsOf({ products, hotlines, actions, asks }: Interpretation): Facets {
  const ids = (found: { id: string }[]): string[] => [...new Set(found.map(one => one.id))];
  return { about: ids(products), hotline: ids(hotlines), action: ids(actions), ask: ids(asks) };
}
