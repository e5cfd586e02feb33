import { render } from 'preact';
import { App, type AppProps } from './app.tsx';
import { chatWith } from './chat.ts';
import { filesIn } from './entries.ts';
import { keepIn } from './keep.ts';
import { postFile } from './post-file.ts';
import { previewsOfFiles } from './previews.ts';
import { readLanguage, type WidgetLanguage, writeLanguage } from './session.ts';
import { fallbackSettings, socketUrl } from './settings.ts';
import { dressed } from './styles.ts';
import { uploadsWith } from './uploads.ts';
import { later } from './waits.ts';

const DRAFT = 'parley:draft';

const script = document.currentScript as HTMLScriptElement | null;
const base = new URL(script?.src || location.href).origin;

function start(): void {
  const keep = keepIn(() => localStorage);
  const ofTab = keepIn(() => sessionStorage);
  let language = readLanguage(keep, script?.dataset['language'] ?? document.documentElement.lang);
  let { limits } = fallbackSettings(language);
  let ears: Parameters<AppProps['listen']>[0] | null = null;
  const takenBack: string[] = [];

  const setLanguage = (chosen: WidgetLanguage) => {
    language = chosen;
    writeLanguage(keep, chosen);
  };
  const chat = chatWith({
    url: socketUrl(base),
    keep,
    language: () => language,
    takeBack: text => (ears ? ears.takeBack(text) : void takenBack.push(text)),
    languageTold(told) {
      setLanguage(told);
      ears?.language(told);
    },
  });
  const uploads = uploadsWith({
    session: () => chat.state().session,
    limits: () => limits,
    held: () => filesIn(chat.state().entries),
    post: request => postFile(base, request),
    changed: () => ears?.redraw(),
    after: later,
  });
  const wasReady = { line: '', conversation: '' };
  chat.subscribe(() => {
    const { line, session } = chat.state();
    const conversation = session?.conversation ?? '';
    const isNew = line === 'open' && (line !== wasReady.line || conversation !== wasReady.conversation);
    Object.assign(wasReady, { line, conversation });
    if (isNew) uploads.resume();
  });

  const host = document.createElement('div');
  host.id = 'parley-widget';
  document.body.append(host);
  render(
    <App
      base={base}
      chat={chat}
      uploads={uploads}
      previews={previewsOfFiles()}
      language={language}
      draft={ofTab.read(DRAFT) ?? ''}
      remember={{
        language: setLanguage,
        draft: text => ofTab.write(DRAFT, text),
        settings: settings => {
          limits = settings.limits;
        },
      }}
      listen={listener => {
        ears = listener;
        for (const text of takenBack.splice(0)) listener.takeBack(text);
      }}
    />,
    dressed(host),
  );
  if (chat.state().outgoing.some(one => !one.failed)) chat.start();
}

if (document.body) start();
else document.addEventListener('DOMContentLoaded', start, { once: true });
