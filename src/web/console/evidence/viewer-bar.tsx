import {
  CloseOutlined,
  DownloadOutlined,
  LeftOutlined,
  ReloadOutlined,
  RightOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { kindOf } from '../../../core/conversation/evidence-kinds.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { Moment } from '../talk/moment.tsx';
import { sizeOf } from '../talk/size-of.ts';
import { useWords } from '../words/words.ts';
import { originalAt } from './file-address.ts';
import { HashCopy } from './hash-copy.tsx';
import { useViewerKeys, type ViewerActions } from './use-viewer-keys.ts';

interface ViewerBarProps {
  conversation: string;
  file: Item['files'][number];
  /** Whether a picture is shown, which can grow and turn. */
  isPicture: boolean;
  /** Place of the file, from 0, among so many. */
  at: number;
  count: number;
  actions: ViewerActions;
}

/** What is known of the file that is shown, and what can be done with it. */
export function ViewerBar({ conversation, file, isPicture, at, count, actions }: ViewerBarProps) {
  const words = useWords();
  const { name, mime, size, storedAt, label, sha256 } = file;
  const original = originalAt(conversation, file.id);
  useViewerKeys(actions, isPicture, original);
  const button = (says: string, icon: ReactNode, act: () => void, isOff = false) => (
    <button
      type="button"
      className="viewer-button"
      title={says}
      aria-label={says}
      disabled={isOff}
      onClick={act}
    >
      {icon}
    </button>
  );
  return (
    <div className="viewer-bar">
      <p className="viewer-about">
        <strong>{name}</strong>
        <span>
          {words.fileKinds[kindOf(mime)]} · {mime} · {sizeOf(size)}
        </span>
        <span>
          {words.received} <Moment at={storedAt} />
        </span>
        {label !== null && <span>{label}</span>}
        <HashCopy sha256={sha256} />
      </p>
      <div className="viewer-tools" role="toolbar" aria-label={words.fileTools}>
        {button(words.previousFile, <LeftOutlined />, () => actions.onActive(-1), at === 0)}
        <span aria-live="polite">{words.fileOf(at + 1, count)}</span>
        {button(words.nextFile, <RightOutlined />, () => actions.onActive(1), at === count - 1)}
        {isPicture && (
          <>
            {button(words.zoomOut, <ZoomOutOutlined />, actions.onZoomOut)}
            {button(words.zoomIn, <ZoomInOutlined />, actions.onZoomIn)}
            {button(words.rotateLeft, <RotateLeftOutlined />, actions.onRotateLeft)}
            {button(words.rotateRight, <RotateRightOutlined />, actions.onRotateRight)}
            {button(words.asItWas, <ReloadOutlined />, actions.onReset)}
          </>
        )}
        <a className="viewer-button" href={original} download>
          <DownloadOutlined aria-hidden /> {words.download}
        </a>
        {button(words.close, <CloseOutlined />, actions.onClose)}
      </div>
    </div>
  );
}
