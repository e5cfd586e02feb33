import { Input, Select, Space } from 'antd';
import type { Language } from '../../../core/knowledge/localized.ts';
import type { Reply } from '../../../protocol/console/replies.ts';
import { useWords } from '../words/words.ts';
import type { ReplyFilter } from './matching.ts';

interface ReplyFiltersProps {
  filter: ReplyFilter;
  setFilter: (filter: ReplyFilter) => void;
  /** Whether the language is not to be chosen. */
  isInOneLanguage?: boolean;
}

export function ReplyFilters({ filter, setFilter, isInOneLanguage = false }: ReplyFiltersProps) {
  const words = useWords();
  return (
    <Space wrap className="filters">
      <Input.Search
        className="filter"
        autoFocus={isInOneLanguage}
        aria-label={words.searchReplies}
        placeholder={words.searchReplies}
        allowClear
        maxLength={100}
        value={filter.text}
        onChange={({ target }) => setFilter({ ...filter, text: target.value })}
      />
      <Select<Reply['topic'] | ''>
        aria-label={words.topic}
        className="filter"
        value={filter.topic ?? ''}
        onChange={topic => setFilter({ ...filter, topic: topic === '' ? null : topic })}
        options={[{ value: '', label: words.allTopics }, ...optionsOf(words.topics)]}
      />
      {!isInOneLanguage && (
        <Select<Language | ''>
          aria-label={words.language}
          className="filter"
          value={filter.language ?? ''}
          onChange={language => setFilter({ ...filter, language: language === '' ? null : language })}
          options={[{ value: '', label: words.allLanguages }, ...optionsOf(words.languages)]}
        />
      )}
    </Space>
  );
}

const optionsOf = <Value extends string>(names: Record<Value, string>) =>
  Object.entries<string>(names).map(([value, label]) => ({ value: value as Value, label }));
