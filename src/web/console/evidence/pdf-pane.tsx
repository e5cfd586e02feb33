import { Alert, Button } from 'antd';
import { useWords } from '../words/words.ts';
import { useAddressOf } from './use-preview.ts';

/**
 * A PDF in the browser's own viewer, which runs apart from this page. The frame has no sandbox: Chromium shows no PDF in
 * one. Its bytes carry their type with them, so that nothing takes them for a page.
 */
export function PdfPane({ bytes, name }: { bytes: Blob; name: string }) {
  const words = useWords();
  const src = useAddressOf(bytes);
  if (src === null) return null;
  const inTab = (
    <Button href={src} target="_blank" rel="noreferrer">
      {words.openInTab}
    </Button>
  );
  if (!navigator.pdfViewerEnabled)
    return <Alert type="info" showIcon title={words.noPdfViewer} action={inTab} />;
  return (
    <div className="viewer-sheet viewer-pdf">
      <iframe title={name} src={src} />
      <div>{inTab}</div>
    </div>
  );
}
