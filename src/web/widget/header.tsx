import { Icon } from './icons.tsx';
import type { WidgetLanguage } from './session.ts';
import type { Words } from './settings.ts';

interface HeaderProps {
  /** The mediator who is there; null while the bot speaks. */
  mediator: string | null;
  words: Words;
  language: WidgetLanguage;
  /** `label` is the name of the language chosen, in that language. */
  switchLanguage(label: string): void;
  close(): void;
}

export function Header({ mediator, words, language, switchLanguage, close }: HeaderProps) {
  const other = words('switch-language');
  return (
    <header>
      <span class="emblem" aria-hidden="true">
        <Icon of="chat" />
      </span>
      <h2>{words('title')}</h2>
      <span class="badge">{mediator === null ? words('bot') : `${words('mediator')} ${mediator}`}</span>
      <span class="gap" />
      <button
        type="button"
        class="bare words"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => switchLanguage(other)}
      >
        {other}
      </button>
      <button type="button" class="bare" aria-label={words('close')} title={words('close')} onClick={close}>
        <Icon of="close" />
      </button>
    </header>
  );
}
