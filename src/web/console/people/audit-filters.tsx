import { DatePicker, Select, Space } from 'antd';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { useWords } from '../words/words.ts';

export interface AuditFilter {
  who: string | null;
  what: string | null;
  /** Days, YYYY-MM-DD in UTC. */
  since: string | null;
  until: string | null;
}

interface AuditFiltersProps {
  filter: AuditFilter;
  setFilter: (filter: AuditFilter) => void;
  staff: readonly StaffMember[];
}

export function AuditFilters({ filter, setFilter, staff }: AuditFiltersProps) {
  const words = useWords();
  return (
    <Space wrap className="filters">
      <Select
        aria-label={words.who}
        className="filter"
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.who ?? ''}
        onChange={who => setFilter({ ...filter, who: who || null })}
        options={[
          { value: '', label: words.anybody },
          ...staff.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'operator', label: words.operator },
        ]}
      />
      <Select
        aria-label={words.what}
        className="filter"
        value={filter.what ?? ''}
        onChange={what => setFilter({ ...filter, what: what || null })}
        options={[
          { value: '', label: words.anything },
          ...Object.entries(words.audited).map(([value, label]) => ({ value, label })),
        ]}
      />
      <DatePicker.RangePicker
        aria-label={words.dates}
        onChange={days =>
          setFilter({
            ...filter,
            since: days?.[0]?.format('YYYY-MM-DD') ?? null,
            until: days?.[1]?.format('YYYY-MM-DD') ?? null,
          })
        }
      />
    </Space>
  );
}
