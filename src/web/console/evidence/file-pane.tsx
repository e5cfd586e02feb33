import { Alert, Button, Spin } from 'antd';
import { cloneElement, type ReactElement } from 'react';
import { kindOf } from '../../../core/conversation/evidence-kinds.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { CallFailed, type Failure } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { useWords } from '../words/words.ts';
import { PdfPane } from './pdf-pane.tsx';
import { SoundPane } from './sound-pane.tsx';
import { TextPane } from './text-pane.tsx';
import { originalAt } from './file-address.ts';
import { type Preview, useAddressOf } from './use-preview.ts';

interface FilePaneProps {
  conversation: string;
  file: Item['files'][number];
  preview: Preview;
  /** The viewer's own picture, which it moves, zooms and turns. */
  picture: Picture;
}
type Picture = ReactElement<{ src: string }>;

/** What comes no other way however often it is asked for. */
const FINAL: ReadonlySet<Failure> = new Set(['no-preview', 'file-lost', 'not-found']);

/** A file as it can be looked at. */
export function FilePane({ conversation, file, preview, picture }: FilePaneProps) {
  const words = useWords();
  const { inWords } = useFailure();
  const { data, isError, error, refetch } = preview;
  if (kindOf(file.mime) === 'sound') return <SoundPane conversation={conversation} file={file} />;
  if (isError) {
    const action =
      error instanceof CallFailed && FINAL.has(error.failure) ? (
        <Button href={originalAt(conversation, file.id)} download>
          {words.download}
        </Button>
      ) : (
        <Button onClick={() => void refetch()}>{words.retry}</Button>
      );
    return <Alert className="viewer-notice" type="info" showIcon title={inWords(error)} action={action} />;
  }
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
