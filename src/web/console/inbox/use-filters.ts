import { useCallback, useState } from 'react';
import { type Filters, filtersIn, searchOf } from './filters.ts';

/** The filters of the inbox, kept in the address: a reload, or a link that is sent to a colleague, has them too. */
export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [filters, set] = useState(() => filtersIn(location.search));
  const change = useCallback((change: Partial<Filters>) => {
    const changed = { ...filtersIn(location.search), ...change };
    history.replaceState(history.state, '', location.pathname + searchOf(changed) + location.hash);
    set(changed);
  }, []);
  return [filters, change];
}
