import { CopyOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useWords } from '../words/words.ts';

/** The first characters of a hash, to compare at a glance, and all of it to take away. */
export function HashCopy({ sha256 }: { sha256: string }) {
  const words = useWords();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () =>
    (navigator.clipboard?.writeText(sha256) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied(sha256),
      () => {},
    );
  return (
    <span className="hash">
      SHA-256 <code title={sha256}>{sha256.slice(0, 12)}…</code>
      <button type="button" className="viewer-button" onClick={() => void copy()} title={words.copyHash}>
        <CopyOutlined aria-hidden />
        {copied === sha256 ? words.copied : words.copyHash}
      </button>
    </span>
  );
}
