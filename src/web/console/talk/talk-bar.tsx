import { ArrowLeftOutlined, ProfileOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Item } from '../../../protocol/console/desk.ts';
import { useMe } from '../api/use-session.ts';
import { useStaff } from '../api/use-staff.ts';
import { useLive } from '../live/live-context.ts';
import { StandingTag } from '../inbox/standing-tag.tsx';
import { useWords } from '../words/words.ts';
import { HandoffActions } from './handoff-actions.tsx';

interface TalkBarProps {
  item: Item;
  joined: () => void;
  isSheetOpen: boolean;
  toggleSheet: () => void;
}

/** How the talk stands, and what can be done about that. */
export function TalkBar({ item, joined, isSheetOpen, toggleSheet }: TalkBarProps) {
  const words = useWords();
  const me = useMe();
  const { present } = useLive();
  const others = present.filter(one => one.id !== me.id).map(one => one.name);
  return (
    <div className="talk-bar">
      <Button
        className="back"
        type="text"
        icon={<ArrowLeftOutlined />}
        href="#/"
        aria-label={words.navDesk}
      />
      <div className="talk-state">
        <StandingTag standing={item.standing} />
        <span role="status">
          <State item={item} />
        </span>
        {others.length > 0 && <span className="also-here">{words.alsoHere(others.join('、'))}</span>}
      </div>
      <HandoffActions item={item} joined={joined} />
      <Button icon={<ProfileOutlined aria-hidden />} aria-pressed={isSheetOpen} onClick={toggleSheet}>
        {words.sheet}
      </Button>
    </div>
  );
}

function State({ item: { handoff, offer, mayAsk } }: { item: Item }) {
  const words = useWords();
  const me = useMe();
  const { data: staff = [] } = useStaff();
  if (handoff.state === 'bot') return words.withBot;
  if (handoff.state === 'requested' && offer) {
    const name = staff.find(one => one.id === offer.mediator)?.name ?? words.unknownPerson;
    const time = new Date(offer.until).toLocaleTimeString(me.language);
    return offer.mediator === me.id ? words.offeredToYou : words.askedUntil(name, time);
  }
  if (handoff.state === 'requested') return handoff.isUnanswered ? words.waitsUnanswered : words.waitsForYou;
  if (handoff.slot !== null)
    return words.asksSlot(mayAsk.slots.find(one => one.id === handoff.slot)?.label ?? handoff.slot);
  if (handoff.element !== null)
    return words.asksFile(mayAsk.elements.find(one => one.id === handoff.element)?.label ?? handoff.element);
  return handoff.mediator.id === me.id ? words.withYou : words.withOther(handoff.mediator.name);
}
