import { useEffect, useState } from 'preact/hooks';
import type { EntryFile } from '../../protocol/entry.ts';
import type { WidgetWord } from '../../protocol/widget-words.ts';
import type { Chat } from './chat-state.ts';
import { isThrough, type Upload, type Uploads } from './uploads.ts';

interface Sending {
  /** Sends words and files together, as soon as the files under way are through. */
  send(): void;
  /** What the person should know about the files they picked. */
  hint: WidgetWord | null;
}

interface SendingParts {
  chat: Chat;
  uploads: Uploads;
  tray: Upload[];
  draft: string;
  setDraft(text: string): void;
  /** Called for each file that goes out, so that its picture can still be shown. */
  sent(upload: Upload): void;
}

const isUnderWay = ({ state }: Upload) => state === 'waiting' || state === 'uploading';

/**
 * When what is in the box and in the tray goes out. Files alone go by themselves once all are through;
 * with words half written they wait for the person to press 发送.
 */
export function useSending({ chat, uploads, tray, draft, setDraft, sent }: SendingParts): Sending {
  const [awaited, setAwaited] = useState<string | null>(null);
  const text = draft.trim();
  const isPromised = awaited === text && text !== '';
  const mustWait = tray.some(isUnderWay);
  const haveFailed = tray.some(({ state }) => state === 'failed');
  const isAllThrough = tray.length > 0 && tray.every(isThrough);

  function flush(): void {
    let words = text;
    do {
      const { evidence, refusals, from } = uploads.take();
      if (!words && evidence.length === 0 && refusals.length === 0) break;
      from.forEach(sent);
      const files: EntryFile[] = evidence.map(({ id, name, mime, size }) => ({ id, name, mime, size }));
      chat.say(
        {
          text: words,
          ...(evidence.length > 0 && { evidence: evidence.map(({ id }) => id) }),
          ...(refusals.length > 0 && { refusals }),
        },
        files,
      );
      words = '';
    } while (uploads.tray().some(isThrough));
    setDraft('');
    setAwaited(null);
  }

  useEffect(() => {
    if (isAllThrough && (text === '' || isPromised)) flush();
    else if (isPromised && !mustWait && !haveFailed) setAwaited(null);
  });

  const hint = (): WidgetWord | null => {
    if (haveFailed) return 'look-at-failed';
    if (mustWait && isPromised) return 'sends-when-uploaded';
    return isAllThrough && text !== '' ? 'press-send' : null;
  };
  return {
    send: () => (mustWait ? setAwaited(text) : flush()),
    hint: hint(),
  };
}
