import { App, Button } from 'antd';
import type { InboxRow } from '../../../protocol/console/desk.ts';
import { useNegotiations } from '../api/use-negotiations.ts';
import { useOrder } from '../api/use-order.ts';
import { conversationPlace } from '../frame/place.ts';
import { goTo } from '../frame/use-place.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { StandingTag } from '../inbox/standing-tag.tsx';
import { useWords } from '../words/words.ts';
import { Countdown } from './countdown.tsx';
import type { Ending } from './seconds-left.ts';

interface OfferLineProps {
  row: InboxRow;
  ending: Ending;
  /** Whether the key for it is this one's. */
  isFirst: boolean;
}

/** Somebody who waits and whom one is asked to join: what it is about, and the two answers to that. */
export function OfferLine({ row, ending, isFirst }: OfferLineProps) {
  const words = useWords();
  const { message } = App.useApp();
  const types = useNegotiations();
  const order = useOrder(row.conversation);
  const accept = (): void =>
    void order.give({ path: 'accept' }, { taken: () => goTo(conversationPlace(row.conversation)) });
  const passOn = (): void =>
    void order.give({ path: 'decline' }, { taken: () => void message.info(words.passedOn) });
  useShortcuts(isFirst ? { o: accept } : {});
  const type = types.find(({ id }) => id === row.type)?.label;
  return (
    <div className="offer">
      <strong className="offer-turn">{words.offeredToYou}</strong>
      <StandingTag standing={row.standing} />
      {type !== undefined && <span className="line-type">{type}</span>}
      <a className="offer-about" href={conversationPlace(row.conversation)}>
        {row.about || words.noAbout}
      </a>
      <Countdown ending={ending} />
      <Button type="primary" size="small" loading={order.isPending} onClick={accept}>
        {words.acceptOffer}
      </Button>
      <Button size="small" disabled={order.isPending} onClick={passOn}>
        {words.passOn}
      </Button>
    </div>
  );
}
