import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type KeyboardEvent, useRef } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useReread } from '../api/use-conversation.ts';
import { useMe } from '../api/use-session.ts';
import { isComposing } from '../frame/is-for-shortcuts.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { useLive } from '../live/live-context.ts';
import { useWords } from '../words/words.ts';
import { outboxes } from './outboxes.ts';
import { TalkTools } from './talk-tools.tsx';
import { useKept } from './use-kept.ts';

/** As the server takes it. */
const MOST = 5_000;
/** Milliseconds that a dialog takes to close. */
const FOCUS_AFTER = 300;

/** Where one writes to the person. What is written stays until it is on its way, whatever happens meanwhile. */
export function Composer({ item }: { item: Item }) {
  const words = useWords();
  const me = useMe();
  const { typing } = useLive();
  const reread = useReread();
  const { conversation, handoff } = item;
  const [text, setText] = useKept(conversation);
  const field = useRef<TextAreaRef>(null);
  const isMine = handoff.state === 'mediator' && handoff.mediator.id === me.id;
  useShortcuts({ Enter: () => field.current?.focus() });

  function send(): void {
    if (!isMine || text.trim() === '') return;
    outboxes.say(conversation, text.trim(), () => reread(conversation));
    setText('');
  }
  /** After what is written already, which nobody wants to lose. */
  function insert(reply: string): void {
    setText(text.trim() === '' ? reply : `${text.trimEnd()}\n${reply}`);
    // Once the dialog has given the keyboard back.
    setTimeout(() => field.current?.focus({ cursor: 'end' }), FOCUS_AFTER);
  }
  function pressed(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    send();
  }
  return (
    <div className="composer">
      {isMine && <TalkTools item={item} insert={insert} />}
      <div className="composer-line">
        <Input.TextArea
          ref={field}
          aria-label={words.composer}
          placeholder={isMine ? words.composerHint : words.composerLocked}
          value={text}
          maxLength={MOST}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => {
            setText(target.value);
            if (isMine && target.value !== '') typing();
          }}
          onKeyDown={pressed}
        />
        <Button type="primary" disabled={!isMine || text.trim() === ''} onClick={send}>
          {words.send}
        </Button>
      </div>
    </div>
  );
}
