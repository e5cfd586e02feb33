import type { Expected } from '../../protocol/frames.ts';
import type { Chat, ChatState } from './chat-state.ts';
import { dayOf, timeOf } from './clock-words.ts';
import type { WidgetLanguage } from './session.ts';
import type { Words } from './settings.ts';

interface WaitLineProps {
  chat: Chat;
  state: ChatState;
  words: Words;
  language: WidgetLanguage;
}

/** While somebody waits for a person: their place, how long it may take, and the way out. It changes where it stands. */
export function WaitLine({ chat, state: { line, withWhom }, words, language }: WaitLineProps) {
  const isWaiting = line === 'open' && withWhom.state === 'waiting';
  const queue = isWaiting ? withWhom.queue : null;
  const label = words('stop-waiting');
  return (
    <div class={isWaiting ? 'wait' : 'wait none'}>
      <p role="status">
        {isWaiting &&
          (queue === null
            ? words('wait-begun')
            : words('wait-both', {
                place:
                  queue.place === 1 ? words('wait-next') : words('wait-ahead', { count: queue.place - 1 }),
                time: timeIn(queue.expects, words, language),
              }))}
      </p>
      {isWaiting && (
        <button
          type="button"
          class="quiet"
          onClick={() => chat.say({ text: label, choice: 'act:stop-waiting' })}
        >
          {label}
        </button>
      )}
    </div>
  );
}

const HOUR = 60;

function timeIn(expects: Expected, words: Words, language: WidgetLanguage): string {
  switch (expects.kind) {
    case 'unknown':
      return words('wait-unknown');
    case 'minutes': {
      const { minutes } = expects;
      return minutes < HOUR
        ? words('wait-minutes', { minutes })
        : words('wait-hours', { hours: minutes / HOUR });
    }
    case 'closed': {
      const { opensAt, isProvisional } = expects;
      if (opensAt === null) return words('wait-closed');
      const day = dayOf(opensAt, Date.now(), language, words);
      const text = words('wait-opens', { when: `${day} ${timeOf(opensAt, language)}` });
      return isProvisional ? words('wait-provisional', { text }) : text;
    }
  }
}
