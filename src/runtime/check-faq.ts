import type { Lexicon } from '../core/knowledge/lexicon.ts';
import { LANGUAGES } from '../core/knowledge/localized.ts';
import type { ResolvedFiles } from './check-references.ts';
import type { Problem } from './yaml-file.ts';

/** Which part of the lexicon teaches the ids of each facet. */
const FACETS = { about: 'products', hotline: 'hotlines', action: 'actions', ask: 'asks' } as const;

/** Adds a problem for each button that leads nowhere, and for each facet that no language can recognise. */
export function checkFaq({ faq, negotiations, lexicon, authorities, read }: ResolvedFiles, problems: Problem[]): void {
  const types = new Set(negotiations.map(({ data }) => data.id));
  const answers = new Set(faq.map(({ data }) => data.id));
  for (const { data, file } of faq) {
    data.buttons.forEach(({ type, faq: answer, act }, index) => {
      const add = (field: string, what: string): void => {
        problems.push(file.problem(['buttons', index, field], what));
      };
      if ([type, answer, act].filter(target => target !== undefined).length !== 1) {
        add('', `buttons.${index} must have exactly one of type, faq and act`);
      }
      if (type !== undefined && !types.has(type)) add('type', `there is no negotiation type ${type}`);
      if (answer !== undefined && !answers.has(answer)) add('faq', `there is no answer ${answer}`);
    });
    if (!lexicon) continue;
    for (const [facet, part] of Object.entries(FACETS) as [keyof typeof FACETS, keyof Lexicon][]) {
      data.facets[facet].forEach((id, index) => {
        if (LANGUAGES.some(language => id in lexicon[language][part])) return;
        problems.push(file.problem(['facets', facet, index], `${id} is not among the ${part} of the lexicon`));
      });
    }
  }
  for (const language of LANGUAGES) {
    const file = read.find(one => one.name.endsWith(`lexicon/${language}.yaml`));
    for (const id of Object.keys(lexicon?.[language].hotlines ?? {})) {
      if (authorities.some(({ data }) => data.id === id)) continue;
      if (file) problems.push(file.problem(['hotlines', id], `there is no authority ${id}`));
    }
  }
}
