import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { kindOf } from '../../../core/conversation/evidence-kinds.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { Moment } from '../talk/moment.tsx';
import { sizeOf } from '../talk/size-of.ts';
import { useWords } from '../words/words.ts';
import { useOpenFile } from './evidence-context.ts';
import { originalAt } from './file-address.ts';
import { KindIcon } from './kind-icon.tsx';
import '../styles/evidence.css';

/**
 * All files of a conversation, in the order in which they came. No small pictures: to show one is a look at it, and that
 * is for somebody to decide.
 */
export function EvidenceList({ item: { conversation, files } }: { item: Item }) {
  const words = useWords();
  const open = useOpenFile();
  return (
    <ul className="evidence">
      {files.map(({ id, name, mime, size, storedAt, label }) => (
        <li key={id}>
          <button type="button" className="evidence-file" onClick={() => open(id)}>
            <KindIcon mime={mime} />
            <span className="evidence-name">{name}</span>
            <span className="quiet">
              {words.fileKinds[kindOf(mime)]} · {sizeOf(size)} · <Moment at={storedAt} />
              {label !== null && ` · ${label}`}
            </span>
          </button>
          <Button
            type="text"
            size="small"
            href={originalAt(conversation, id)}
            download
            icon={<DownloadOutlined />}
            aria-label={words.downloadFile(name)}
            title={words.download}
          />
        </li>
      ))}
    </ul>
  );
}
