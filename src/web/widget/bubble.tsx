import type { ComponentChildren } from 'preact';
import type { Entry, EntryFile, ShownReply } from '../../protocol/entry.ts';
import { BasisView } from './basis.tsx';
import { CardView } from './cards.tsx';
import { sizeOf, timeOf } from './clock-words.ts';
import { GeneratedMark } from './generated-mark.tsx';
import { Icon } from './icons.tsx';
import type { Outgoing } from './outbox.ts';
import { RichText } from './rich-text.tsx';
import type { WidgetLanguage } from './session.ts';
import type { Words } from './settings.ts';
import { Thumbnail } from './thumbnail.tsx';

/** What every part of the transcript needs to draw itself. */
export interface Look {
  words: Words;
  language: WidgetLanguage;
  phones: string[];
  /** Address of the picture of a file picked on this page, by evidence id. */
  previewOf(id: string): string | undefined;
}

interface BotGroupProps extends Look {
  entry: Entry;
  choose?: ((label: string, value: string) => void) | undefined;
}

export function BotGroup({ entry, choose, ...look }: BotGroupProps) {
  const { words, language } = look;
  const replies: ShownReply[] = entry.replies ?? (entry.text ? [{ act: 'text', text: entry.text }] : []);
  return (
    <div class="group bot" data-version={entry.version}>
      <p class="who">
        <span class="badge">{words('bot')}</span>
        <time dateTime={entry.at}>{timeOf(entry.at, language)}</time>
      </p>
      {replies.map((reply, index) => (
        <ReplyView key={index} reply={reply} choose={choose} {...look} />
      ))}
    </div>
  );
}

/** A mediator's word: who speaks stands above it, and is no bot. */
export function MediatorBubble({ entry, ...look }: Look & { entry: Entry }) {
  const { words, language, phones } = look;
  const { name = '', text, wants } = entry;
  return (
    <div class="group mediator" data-version={entry.version}>
      <p class="who">
        <span class="badge">{words('mediator')}</span>
        <span class="name">{name}</span>
        <time dateTime={entry.at}>{timeOf(entry.at, language)}</time>
      </p>
      <div class="bubble">
        <p class="text">
          <RichText
            text={wants === undefined ? (text ?? '') : words('wants', { what: wants })}
            phones={phones}
            words={words}
          />
        </p>
      </div>
    </div>
  );
}

/** Who came and who went, said by neither of those who talk. */
export function SystemNotice({ entry, words }: { entry: Entry; words: Words }) {
  const { notice, name = '' } = entry;
  if (!notice) return null;
  return (
    <p class="notice" data-version={entry.version}>
      <span class="hidden">{words('system')}</span>
      {words(notice, { name })}
    </p>
  );
}

function ReplyView({
  reply,
  choose,
  ...look
}: Look & { reply: ShownReply; choose: BotGroupProps['choose'] }) {
  const { words, phones } = look;
  const isUrgent = reply.tone === 'urgent';
  return (
    <>
      {reply.text && (
        <div class={isUrgent ? 'bubble urgent' : 'bubble'} data-generated={reply.generated}>
          {isUrgent && (
            <p class="alarm">
              <Icon of="warning" />
              {words('urgent')}
            </p>
          )}
          <p class="text">
            <RichText text={reply.text} phones={phones} words={words} />
            {reply.generated && <GeneratedMark words={words} />}
          </p>
          {reply.why && (
            <p class="text why">
              <RichText text={reply.why} phones={phones} words={words} />
            </p>
          )}
          {reply.basis && reply.basis.length > 0 && <BasisView basis={reply.basis} words={words} />}
        </div>
      )}
      {reply.card && <CardView card={reply.card} words={words} choose={choose} />}
      {choose && reply.buttons && reply.buttons.length > 0 && (
        <div class="choices">
          {reply.buttons.map(({ label, value }) => (
            <button key={value} type="button" class="choice" onClick={() => choose(label, value)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

interface UserBubbleProps extends Look {
  at: string | number;
  text: string;
  files: EntryFile[];
  outgoing?: Outgoing;
  state: string;
  children?: ComponentChildren;
}

export function UserBubble({ at, text, files, state, children, ...look }: UserBubbleProps) {
  const { words, language } = look;
  return (
    <div class="group user">
      <span class="hidden">{words('you')}</span>
      {files.length > 0 && (
        <ul class="files">
          {files.map(file => (
            <li key={file.id}>
              <Thumbnail mime={file.mime} source={look.previewOf(file.id)} />
              <span class="name">{file.name}</span>
              <span class="size">{sizeOf(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      {text && (
        <div class="bubble">
          <p class="text">{text}</p>
        </div>
      )}
      <p class="who">
        <time dateTime={new Date(at).toISOString()}>{timeOf(at, language)}</time>
        <span>{state}</span>
      </p>
      {children}
    </div>
  );
}
