import { useEffect, useRef, useState } from 'preact/hooks';
import type { WidgetSettings } from '../../protocol/widget-words.ts';
import type { Chat } from './chat-state.ts';
import { Icon } from './icons.tsx';
import { Panel } from './panel.tsx';
import type { Previews } from './previews.ts';
import type { WidgetLanguage } from './session.ts';
import { fallbackSettings, loadSettings, wordsOf } from './settings.ts';
import type { Uploads } from './uploads.ts';
import { fitToKeyboard } from './fit-to-keyboard.ts';

/** What outlives the drawing; `main` puts it together. */
export interface AppProps {
  base: string;
  chat: Chat;
  uploads: Uploads;
  previews: Previews;
  language: WidgetLanguage;
  draft: string;
  remember: {
    language(language: WidgetLanguage): void;
    draft(text: string): void;
    settings(settings: WidgetSettings): void;
  };
  /** `main` calls what is registered here when the server or a lost conversation has something for the drawing. */
  listen(ears: {
    redraw(): void;
    takeBack(text: string): void;
    language(language: WidgetLanguage): void;
  }): void;
}

export function App(props: AppProps) {
  const { base, chat, uploads, previews, remember } = props;
  const [isOpen, setOpen] = useState(false);
  const [language, setLanguage] = useState(props.language);
  const [settings, setSettings] = useState(() => fallbackSettings(props.language));
  const [draft, setDraft] = useState(props.draft);
  const [, redraw] = useState(0);
  const input = useRef<HTMLTextAreaElement>(null);
  const launcher = useRef<HTMLButtonElement>(null);
  const words = wordsOf(settings);
  const takeBack = (text: string) => setDraft(before => [before, text].filter(Boolean).join('\n'));

  useEffect(() => {
    const ears = { redraw: () => redraw(count => count + 1), takeBack, language: setLanguage };
    props.listen(ears);
    return chat.subscribe(ears.redraw);
  }, []);
  useEffect(() => {
    let isWanted = true;
    void loadSettings(base, language, () => isWanted).then(loaded => {
      if (!loaded || !isWanted) return;
      remember.settings(loaded);
      setSettings(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  useEffect(() => remember.draft(draft), [draft]);
  useEffect(() => {
    if (!isOpen) return;
    chat.start();
    input.current?.focus();
    return fitToKeyboard(input);
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    launcher.current?.focus();
  };
  return (
    <>
      <button
        ref={launcher}
        type="button"
        class={isOpen ? 'launcher is-open' : 'launcher'}
        lang={language}
        aria-label={words(isOpen ? 'close' : 'open')}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        <Icon of={isOpen ? 'close' : 'chat'} size={26} />
      </button>
      {isOpen && (
        <Panel
          chat={chat}
          state={chat.state()}
          uploads={uploads}
          tray={uploads.tray()}
          previews={previews}
          settings={settings}
          words={words}
          language={language}
          draft={draft}
          setDraft={setDraft}
          takeBack={takeBack}
          input={input}
          switchLanguage={other => {
            remember.language(other);
            setLanguage(other);
          }}
          close={close}
        />
      )}
    </>
  );
}
