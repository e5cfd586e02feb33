import { Image } from 'antd';
import type { ReactElement } from 'react';
import { kindOf } from '../../../core/conversation/evidence-kinds.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import '../styles/viewer.css';
import { FilePane } from './file-pane.tsx';
import { usePreview } from './use-preview.ts';
import { ViewerBar } from './viewer-bar.tsx';

interface EvidenceViewerProps {
  item: Item;
  /** Id of the file that is looked at; null: none. */
  chosen: string | null;
  choose: (file: string | null) => void;
}

/** Looks at the files of a conversation one by one; what comes meanwhile joins them. */
export function EvidenceViewer({ item: { conversation, files }, chosen, choose }: EvidenceViewerProps) {
  const at = files.findIndex(file => file.id === chosen);
  const file = files[at];
  return file ? (
    <OpenViewer conversation={conversation} files={files} at={at} file={file} choose={choose} />
  ) : null;
}

interface OpenViewerProps extends Pick<Item, 'conversation' | 'files'> {
  at: number;
  file: Item['files'][number];
  choose: (file: string | null) => void;
}

function OpenViewer({ conversation, files, at, file, choose }: OpenViewerProps) {
  const preview = usePreview(conversation, file);
  return (
    <Image.PreviewGroup
      items={files.map(({ id, name }) => ({ src: id, alt: name }))}
      preview={{
        open: true,
        alt: file.name,
        current: at,
        onChange: next => choose(files[next]?.id ?? null),
        onOpenChange: isOpen => !isOpen && choose(null),
        rootClassName: 'viewer',
        closeIcon: false,
        imageRender: picture => (
          <FilePane
            key={file.id}
            conversation={conversation}
            file={file}
            preview={preview}
            picture={picture as ReactElement<{ src: string }>}
          />
        ),
        countRender: () => null,
        actionsRender: (_, { actions }) => (
          <ViewerBar
            conversation={conversation}
            file={file}
            isPicture={kindOf(file.mime) === 'picture' && preview.isSuccess}
            at={at}
            count={files.length}
            actions={actions}
          />
        ),
      }}
    />
  );
}
