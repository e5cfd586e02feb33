import { memo } from 'react';
import type { Entry } from '../../../protocol/entry.ts';
import { useMe } from '../api/use-session.ts';
import { useWords } from '../words/words.ts';
import { FileList } from './file-list.tsx';
import { Moment } from './moment.tsx';
import { ReplyView } from './reply-view.tsx';
import { partedAt, type Words } from './words-shown.ts';

interface EntryViewProps {
  entry: Entry;
  /** Words in it to be found at a glance. */
  marked: Words | null;
}

/** One line of the talk, with who speaks. */
export const EntryView = memo(function EntryView({ entry, marked }: EntryViewProps) {
  const words = useWords();
  const me = useMe();
  const { from, at, name = '', notice, text, wants, files, replies } = entry;
  if (notice)
    return (
      <li className="entry-notice">
        {words.system} · {words.notices[notice](name)} <Moment at={at} />
      </li>
    );
  const isOwn = from === 'mediator' && name === me.name;
  const who = {
    user: words.person,
    bot: words.bot,
    mediator: isOwn ? words.speaker(words.you, name) : words.speaker(words.mediator, name),
    system: words.system,
  }[from];
  return (
    <li className={`entry entry-${isOwn ? 'own' : from}`}>
      <div className="entry-head">
        <span className="entry-who">{who}</span>
        <Moment at={at} />
      </div>
      {text !== undefined && text !== '' && (
        <div className="bubble">{marked ? <Marked text={text} at={marked} /> : text}</div>
      )}
      {wants !== undefined && <div className="bubble">{words.wants(wants)}</div>}
      {files && <FileList files={files} />}
      {replies?.map((reply, index) => (
        <ReplyView key={index} reply={reply} />
      ))}
    </li>
  );
});

function Marked({ text, at }: { text: string; at: Words }) {
  const [before, found, after] = partedAt(text, at) ?? ['', text, ''];
  return (
    <>
      {before}
      <mark>{found}</mark>
      {after}
    </>
  );
}
