import type { EntryFile } from '../../../protocol/entry.ts';
import { useOpenFile } from '../evidence/evidence-context.ts';
import { KindIcon } from '../evidence/kind-icon.tsx';
import { useWords } from '../words/words.ts';
import { sizeOf } from './size-of.ts';

/** Files that were sent with a message. */
export function FileList({ files }: { files: readonly EntryFile[] }) {
  const words = useWords();
  const open = useOpenFile();
  return (
    <ul className="files">
      {files.map(({ id, name, mime, size }) => (
        <li key={id}>
          <KindIcon mime={mime} />
          <button type="button" className="file-link" title={words.openFile} onClick={() => open(id)}>
            {name}
          </button>
          <span className="quiet">{sizeOf(size)}</span>
        </li>
      ))}
    </ul>
  );
}
