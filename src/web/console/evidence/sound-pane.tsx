import { Alert } from 'antd';
import { useState } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useWords } from '../words/words.ts';
import { previewAt } from './file-address.ts';

interface SoundPaneProps {
  conversation: string;
  file: Item['files'][number];
}

/** A recording, played as it comes. What browsers cannot play, such as AMR, is said to be so. */
export function SoundPane({ conversation, file }: SoundPaneProps) {
  const words = useWords();
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === file.id) return <Alert type="info" showIcon title={words.soundFailed} />;
  return (
    <div className="viewer-sheet viewer-sound">
      <audio
        key={file.id}
        controls
        preload="metadata"
        aria-label={file.name}
        src={previewAt(conversation, file.id)}
        onError={() => setFailed(file.id)}
        // Here the arrows wind the recording, and do not change the file.
        onKeyDown={({ key, nativeEvent }) =>
          key.startsWith('Arrow') && nativeEvent.stopImmediatePropagation()
        }
      />
    </div>
  );
}
