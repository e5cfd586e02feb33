import { normalize } from '../language/normalize.ts';
import { standing } from './interpret.ts';
import type { Understanding } from './understanding.ts';

/** What a question names, as ids of the lexicon, each once. */
export interface Facets {
  about: string[];
  hotline: string[];
  action: string[];
  ask: string[];
}

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
