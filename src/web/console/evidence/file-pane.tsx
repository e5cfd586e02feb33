import { Alert, Button, Spin } from 'antd';
import { cloneElement, type ReactElement } from 'react';
import { kindOf } from '../../../core/conversation/evidence-kinds.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { useFailure } from '../api/use-failure.ts';
import { useWords } from '../words/words.ts';
import { PdfPane } from './pdf-pane.tsx';
import { SoundPane } from './sound-pane.tsx';
import { TextPane } from './text-pane.tsx';
import { useAddressOf, usePreview } from './use-preview.ts';

interface FilePaneProps {
  conversation: string;
  file: Item['files'][number];
  /** The viewer's own picture, which it moves, zooms and turns. */
  picture: Picture;
}
type Picture = ReactElement<{ src: string }>;

/** A file as it can be looked at. */
export function FilePane({ conversation, file, picture }: FilePaneProps) {
  // Sound is not fetched as a whole before it begins.
  if (kindOf(file.mime) === 'sound') return <SoundPane conversation={conversation} file={file} />;
  return <FetchedPane conversation={conversation} file={file} picture={picture} />;
}

function FetchedPane({ conversation, file, picture }: FilePaneProps) {
  const words = useWords();
  const { inWords } = useFailure();
  const { data, isError, error, refetch } = usePreview(conversation, file.id);
  if (isError)
    return (
      <Alert
        type="info"
        showIcon
        title={inWords(error)}
        action={<Button onClick={() => void refetch()}>{words.retry}</Button>}
      />
    );
  if (!data) return <Spin size="large" description={words.loading} />;
  switch (kindOf(file.mime)) {
    case 'picture':
      return <PicturePane bytes={data} picture={picture} mayMove={file.mime === 'image/gif'} />;
    case 'pdf':
      return <PdfPane bytes={data} name={file.name} />;
    default:
      return <TextPane bytes={data} />;
  }
}

function PicturePane({ bytes, picture, mayMove }: { bytes: Blob; picture: Picture; mayMove: boolean }) {
  const words = useWords();
  const src = useAddressOf(bytes);
  if (src === null) return null;
  return (
    <>
      {cloneElement(picture, { src })}
      {mayMove && <p className="viewer-note">{words.firstFrame}</p>}
    </>
  );
}
