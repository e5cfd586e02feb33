import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MAX_TEXT } from '../../protocol/agreed.ts';
import { Icon } from './icons.tsx';
import type { Words } from './settings.ts';

interface ComposerProps {
  words: Words;
  draft: string;
  setDraft(text: string): void;
  input: RefObject<HTMLTextAreaElement | null>;
  hasFiles: boolean;
  add(files: File[]): void;
  /** Sends what is in the box and in the tray. */
  send(): void;
}

const LINES_SHOWN = 144;

export function Composer({ words, draft, setDraft, input, hasFiles, add, send }: ComposerProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [isComposing, setComposing] = useState(false);
  const isTooLong = draft.length > MAX_TEXT;
  const canSend = (draft.trim() !== '' || hasFiles) && !isTooLong;

  useLayoutEffect(() => {
    const box = input.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, LINES_SHOWN)}px`;
  }, [draft]);

  /** Enter that ends the writing of a Chinese word must not send; Safari reports it after composition, as key 229. */
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    if (canSend) send();
  };
  const pasted = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // Office programs put a picture of the text beside the text: then the text is meant.
    if (files.length === 0 || event.clipboardData?.getData('text/plain')) return;
    event.preventDefault();
    add(files);
  };

  return (
    <form
      class="composer"
      onSubmit={event => {
        event.preventDefault();
        if (canSend) send();
      }}
    >
      {isTooLong && (
        <p class="hint" role="alert">
          {words('too-long')}
        </p>
      )}
      <div class="line">
        <button
          type="button"
          class="bare"
          aria-label={words('attach')}
          title={words('attach')}
          onClick={() => picker.current?.click()}
        >
          <Icon of="clip" size={22} />
        </button>
        <input
          ref={picker}
          class="picker"
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={event => {
            add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <textarea
          ref={input}
          rows={1}
          value={draft}
          placeholder={words('input')}
          aria-label={words('input')}
          autocomplete="off"
          enterkeyhint="send"
          onInput={event => setDraft(event.currentTarget.value)}
          onKeyDown={pressed}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onPaste={pasted}
        />
        <button
          type="submit"
          class="send"
          aria-label={words('send')}
          title={words('send')}
          aria-disabled={!canSend}
        >
          <Icon of="send" size={20} />
        </button>
      </div>
    </form>
  );
}
