import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { WidgetSettings } from '../../protocol/widget-words.ts';
import type { Chat, ChatState } from './chat-state.ts';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { useSending } from './sending.ts';
import { asLanguage, type WidgetLanguage } from './session.ts';
import type { Words } from './settings.ts';
import { StateLine } from './state-line.tsx';
import { Transcript } from './transcript.tsx';
import { Tray } from './tray.tsx';
import { WaitLine } from './wait-line.tsx';
import type { Previews } from './previews.ts';
import type { Upload, Uploads } from './uploads.ts';

interface PanelProps {
  chat: Chat;
  state: ChatState;
  uploads: Uploads;
  tray: Upload[];
  previews: Previews;
  settings: WidgetSettings;
  words: Words;
  language: WidgetLanguage;
  draft: string;
  setDraft(text: string): void;
  takeBack(text: string): void;
  input: RefObject<HTMLTextAreaElement | null>;
  switchLanguage(language: WidgetLanguage): void;
  close(): void;
}

export function Panel(props: PanelProps) {
  const { chat, state, uploads, tray, previews, settings, words, language, draft, setDraft, input, close } =
    props;
  const [isDraggedOver, setDraggedOver] = useState(false);
  const sending = useSending({ chat, uploads, tray, draft, setDraft, sent: previews.keep });
  const { phones, limits } = settings;
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

  return (
    <section
      class="panel"
      role="dialog"
      aria-label={words('title')}
      lang={language}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
      onDragOver={event => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDraggedOver(true);
      }}
      onDragLeave={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDraggedOver(false);
      }}
      onDrop={event => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDraggedOver(false);
        uploads.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Header
        mediator={state.withWhom.state === 'mediator' ? state.withWhom.name : null}
        words={words}
        close={close}
        switchLanguage={label => {
          const other = asLanguage(language === 'en' ? 'zh-CN' : 'en');
          // Without a line the conversation will be opened in it.
          if (state.session || state.line === 'open') chat.say({ text: label, choice: `language:${other}` });
          props.switchLanguage(other);
        }}
        language={language}
      />
      <StateLine state={state} words={words} />
      <WaitLine chat={chat} state={state} words={words} language={language} />
      <Transcript
        chat={chat}
        state={state}
        takeBack={props.takeBack}
        words={words}
        language={language}
        phones={phones}
        previewOf={previews.ofEvidence}
      />
      <div class="foot">
        {tray.length > 0 && (
          <Tray tray={tray} uploads={uploads} words={words} limits={limits} previewOf={previews.ofUpload} />
        )}
        <p class="hint" role="status">
          {sending.hint && words(sending.hint)}
        </p>
        <Composer
          words={words}
          draft={draft}
          setDraft={text => {
            if (text.trim() !== '') chat.typing();
            setDraft(text);
          }}
          input={input}
          hasFiles={tray.length > 0}
          add={uploads.add}
          send={sending.send}
        />
      </div>
      {isDraggedOver && <p class="drop">{words('drop')}</p>}
    </section>
  );
}
