import { SAFETY_KINDS, type SafetyKind } from '../../../core/knowledge/lexicon.ts';
import { type Standing, STANDINGS } from '../../../core/desk/standing.ts';

export const VIEWS = ['waiting', 'mine', 'all', 'closed'] as const;
export type View = (typeof VIEWS)[number];

/** Within how many days something is due; -1: it was. */
export const DUE_WITHIN = { past: -1, today: 0, three: 3, week: 7 } as const;
export type Due = keyof typeof DUE_WITHIN;
export const DUES = Object.keys(DUE_WITHIN) as Due[];

/** Which list one looks at, and what it is narrowed by; null: by nothing. */
export interface Filters {
  view: View;
  /** Id of a negotiation type. */
  type: string | null;
  standing: Standing | null;
  /** Id of who looks after it; `nobody`. */
  mediator: string | null;
  safety: SafetyKind | null;
  due: Due | null;
}

/** Reads filters from the address; what makes no sense there narrows nothing. */
export function filtersIn(search: string): Filters {
  const given = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find(one => one === given.get(name)) ?? null;
  const id = (name: string): string | null => /^[\w-]{1,64}$/.exec(given.get(name) ?? '')?.[0] ?? null;
  return {
    view: oneOf('view', VIEWS) ?? 'waiting',
    type: id('type'),
    standing: oneOf('standing', STANDINGS),
    mediator: id('mediator'),
    safety: oneOf('safety', SAFETY_KINDS),
    due: oneOf('due', DUES),
  };
}

/** Filters as they stand in the address: ids and words of closed lists only, never what was sought. */
export function searchOf({ view, ...narrowing }: Filters): string {
  const set = Object.entries(narrowing).filter((entry): entry is [string, string] => entry[1] !== null);
  const given = new URLSearchParams(view === 'waiting' ? set : [['view', view], ...set]).toString();
  return given === '' ? '' : `?${given}`;
}

/** What the server is asked to narrow a list by. */
export const narrowingOf = ({ type, standing, mediator, safety, due }: Filters) => ({
  ...(type === null ? {} : { type }),
  ...(standing === null ? {} : { standing }),
  ...(mediator === null ? {} : { mediator }),
  ...(safety === null ? {} : { safety }),
  ...(due === null ? {} : { dueWithin: DUE_WITHIN[due] }),
});

/** By how many things a list is narrowed. */
export const countOf = (filters: Filters): number => Object.keys(narrowingOf(filters)).length;

export const NO_FILTERS = { type: null, standing: null, mediator: null, safety: null, due: null } as const;
