import { Button, Select } from 'antd';
import { SAFETY_KINDS } from '../../../core/knowledge/lexicon.ts';
import { STANDINGS } from '../../../core/desk/standing.ts';
import { useMe } from '../api/use-session.ts';
import { useStaff } from '../api/use-staff.ts';
import { useWords } from '../words/words.ts';
import { countOf, DUES, type Filters, NO_FILTERS } from './filters.ts';

interface FilterBarProps {
  filters: Filters;
  change: (change: Partial<Filters>) => void;
  types: readonly { id: string; label: string }[];
}

/** What a list is narrowed by, a field for each. */
export function FilterBar({ filters, change, types }: FilterBarProps) {
  const words = useWords();
  const me = useMe();
  const { data: staff = [] } = useStaff();
  const field = <K extends keyof typeof NO_FILTERS>(
    name: K,
    label: string,
    any: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Select
      size="small"
      aria-label={label}
      value={filters[name] ?? ''}
      onChange={value => change({ [name]: value === '' ? null : value })}
      options={[{ value: '', label: any }, ...options]}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <div className="filter-bar">
      {field(
        'type',
        words.typeFilter,
        words.allTypes,
        types.map(({ id, label }) => ({ value: id, label })),
      )}
      {field(
        'standing',
        words.standingFilter,
        words.anyStanding,
        STANDINGS.map(value => ({ value, label: words.standings[value] })),
      )}
      {field('mediator', words.mediatorFilter, words.anyMediator, [
        { value: 'nobody', label: words.nobody },
        ...staff
          .filter(one => me.role === 'supervisor' || one.id === me.id)
          .map(({ id, name }) => ({ value: id, label: name })),
      ])}
      {field(
        'safety',
        words.safetyFilter,
        words.anySafety,
        SAFETY_KINDS.map(value => ({ value, label: words.safety[value] })),
      )}
      {field(
        'due',
        words.dueFilter,
        words.anyDue,
        DUES.map(value => ({ value, label: words.dueChoices[value] })),
      )}
      <Button size="small" disabled={countOf(filters) === 0} onClick={() => change(NO_FILTERS)}>
        {words.clearFilters}
      </Button>
    </div>
  );
}
