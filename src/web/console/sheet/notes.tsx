import { Button, Input } from 'antd';
import type { Item } from '../../../protocol/console/desk.ts';
import { useOrder } from '../api/use-order.ts';
import { isComposing } from '../frame/is-for-shortcuts.ts';
import { Moment } from '../talk/moment.tsx';
import { useKept } from '../talk/use-kept.ts';
import { useWords } from '../words/words.ts';

/** What colleagues tell one another; the person never sees it. */
export function Notes({ item: { conversation, notes } }: { item: Item }) {
  const words = useWords();
  const order = useOrder(conversation);
  const [text, setText] = useKept(`note:${conversation}`);
  const add = () => {
    if (text.trim() === '' || order.isPending) return;
    void order.give({ path: 'notes', body: { text } }, { taken: () => setText('') });
  };
  return (
    <div className="notes">
      <Input.TextArea
        autoFocus
        aria-label={words.note}
        placeholder={words.noteHint}
        value={text}
        maxLength={5_000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent))
            return;
          event.preventDefault();
          add();
        }}
      />
      <Button type="primary" disabled={text.trim() === ''} loading={order.isPending} onClick={add}>
        {words.addNote}
      </Button>
      {notes.length === 0 && <p className="quiet">{words.noNotes}</p>}
      <ul>
        {notes.toReversed().map(({ id, text, by, at }) => (
          <li key={id}>
            <p className="note-head">
              <strong>{by.name}</strong> <Moment at={at} />
            </p>
            <p className="note-text">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
