import { expect, test } from 'vitest';
import {
  countOf,
  type Filters,
  filtersIn,
  narrowingOf,
  searchOf,
} from '../../../src/web/console/inbox/filters.ts';

const none: Filters = {
  view: 'waiting',
  type: null,
  standing: null,
  mediator: null,
  safety: null,
  due: null,
};

test('what lists are narrowed by is the same after it stood in the address', () => {
  const all: Filters = {
    view: 'closed',
    type: 'trade',
    standing: 'urgent',
    mediator: 'nobody',
    safety: 'scam',
    due: 'past',
  };
  for (const filters of [none, all, { ...none, due: 'week' as const }, { ...none, view: 'mine' as const }])
    expect(filtersIn(searchOf(filters))).toEqual(filters);
  expect(searchOf(none)).toBe('');
});

test('an address that makes no sense narrows nothing', () => {
  expect(filtersIn('?view=x&type=<b>&standing=lost&mediator=a b&safety=1&due=tomorrow&q=张伟')).toEqual(none);
});

test('the server is asked by days', () => {
  expect(narrowingOf({ ...none, due: 'past', mediator: 'm1' })).toEqual({ mediator: 'm1', dueWithin: -1 });
  expect(countOf({ ...none, due: 'today', view: 'all' })).toBe(1);
});
