import { PaperClipOutlined } from '@ant-design/icons';
import type { EntryFile } from '../../../protocol/entry.ts';
import { sizeOf } from './size-of.ts';

export function FileList({ files }: { files: readonly EntryFile[] }) {
  return (
    <ul className="files">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <PaperClipOutlined aria-hidden /> <span className="file-name">{name}</span>{' '}
          <span className="quiet">{sizeOf(size)}</span>
        </li>
      ))}
    </ul>
  );
}
