import type { Span } from '../../nlu/span.ts';
import type { Rule, Turn } from '../turn.ts';

/** An address for mail, or an account of WeChat that is said to be one. */
const ADDRESSES = [
  /[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/,
  /(?:微信号?|wechat|wx|vx)\s{0,3}(?:是|:|：|id)?\s{0,3}[A-Za-z][\w-]{5,19}/i,
];

/** How the person can be reached when no mediator is there. Taken where it is asked for, and only what is certain. */
export const contact: Rule = {
  name: 'contact',
  apply(turn) {
    if (turn.pressed?.verb === 'handoff' && turn.pressed.argument === 'contact') return ask(turn);
    if (turn.state.asking !== 'contact' || turn.pressed) return undefined;
    const found = contactIn(turn);
    if (found) return keep(turn, found);
    const declines = turn.does('skip') || turn.does('deny') || turn.reading.nonAnswer !== null;
    if (declines || turn.looksLikeQuestion || turn.reading.acts.some(one => one.whole)) return undefined;
    return ask(turn, 'contact-unclear');
  },
};

function ask(turn: Turn, key: 'ask-contact' | 'contact-unclear' = 'ask-contact'): 'done' {
  turn.understood = true;
  turn.asksOn = false;
  turn.emit({ type: 'QuestionAsked', about: 'contact' });
  turn.say('ask-contact', {}, { key, buttons: [turn.button('button-no-contact', 'act:resume')] });
  return 'done';
}

function keep(turn: Turn, span: Span): 'done' {
  const from = turn.from(span, 'contact');
  turn.understood = true;
  turn.emit({ type: 'ContactLeft', contact: from.words.trim(), from });
  turn.say('contact-left', { contact: from.words.trim() });
  return 'done';
}

/** The one telephone number or address of the message; null where there is none, or more than one. */
function contactIn({ reading, message }: Turn): Span | null {
  const phones = reading.values.filter(value => value.kind === 'phone');
  const addresses = ADDRESSES.flatMap(pattern => {
    const found = pattern.exec(message.text);
    return found ? [{ start: found.index, end: found.index + found[0].length }] : [];
  });
  const all = [...phones, ...addresses];
  const [one] = all;
  return all.length === 1 && one ? one : null;
}
