import { Image } from 'antd';
import type { ReactElement } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import '../styles/evidence.css';
import { FilePane } from './file-pane.tsx';
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
  if (!file) return null;
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
        closeIcon: null,
        imageRender: picture => (
          <FilePane
            key={file.id}
            conversation={conversation}
            file={file}
            picture={picture as ReactElement<{ src: string }>}
          />
        ),
        countRender: () => null,
        actionsRender: (_, { actions }) => (
          <ViewerBar conversation={conversation} file={file} at={at} count={files.length} actions={actions} />
        ),
      }}
    />
  );
}
