import { Alert, Skeleton } from 'antd';
import type { Deed, Item } from '../../../protocol/console/desk.ts';
import { useHistory } from '../api/use-conversation.ts';
import { useFailure } from '../api/use-failure.ts';
import { useWords } from '../words/words.ts';
import { DeedLine } from './deed-line.tsx';
import { namedDeed } from './named-deed.ts';

/** Who saw and did what, newest first. */
export function HistoryList({ item: { conversation, mayAsk, cases } }: { item: Item }) {
  const words = useWords();
  const { inWords } = useFailure();
  const { data, isError, error } = useHistory(conversation);
  if (isError && !data) return <Alert type="error" showIcon title={inWords(error)} />;
  if (!data) return <Skeleton active />;
  if (data.deeds.length === 0) return <p className="quiet">{words.noHistory}</p>;
  const deadlines = cases.flatMap(one => one.deadlines);
  const named = (deed: Deed): Deed =>
    deed.what === 'SlotRequested'
      ? { ...deed, detail: mayAsk.slots.find(slot => slot.id === deed.detail)?.label ?? deed.detail }
      : namedDeed(deed, deadlines);
  return (
    <ul className="deeds">
      {data.deeds.toReversed().map((deed, index) => (
        <DeedLine key={data.deeds.length - index} deed={named(deed)} />
      ))}
    </ul>
  );
}
