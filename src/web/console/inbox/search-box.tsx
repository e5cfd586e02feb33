import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { useWords } from '../words/words.ts';

/** Milliseconds after the last key until it is sought. */
const SETTLE = 250;

interface SearchBoxProps {
  text: string;
  setText: (text: string) => void;
}

/** Where one writes what one seeks. It is sought while one writes, but not what stands there before Chinese is composed. */
export function SearchBox({ text, setText }: SearchBoxProps) {
  const words = useWords();
  const field = useRef<InputRef>(null);
  const [written, setWritten] = useState(text);
  const [isComposing, setComposing] = useState(false);
  useShortcuts({ '/': () => field.current?.focus({ cursor: 'all' }) });
  useEffect(() => {
    if (isComposing || written.trim() === text) return;
    const timer = window.setTimeout(() => setText(written.trim()), written === '' ? 0 : SETTLE);
    return () => window.clearTimeout(timer);
  }, [written, text, isComposing, setText]);
  return (
    <Input
      ref={field}
      type="search"
      className="search-box"
      aria-label={words.search}
      placeholder={words.searchHint}
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      maxLength={200}
      value={written}
      onChange={({ target }) => setWritten(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={event => {
        if (event.key !== 'Escape' || isComposing) return;
        event.preventDefault();
        if (written === '') event.currentTarget.blur();
        else setWritten('');
      }}
    />
  );
}
