import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';

/** Something to take away; where the browser lets nobody copy by itself it stands chosen, to be copied by hand. */
export function CopyField({ text, label }: { text: string; label: string }) {
  const words = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <Space.Compact block>
      <Input aria-label={label} readOnly value={text} onFocus={({ target }) => target.select()} />
      <Button type="primary" onClick={() => void copy()}>
        {isCopied ? words.copied : words.copy}
      </Button>
    </Space.Compact>
  );
}
