import { App, Button } from 'antd';
import type { Item } from '../../../protocol/console/desk.ts';
import { CallFailed } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { useOrder } from '../api/use-order.ts';
import { useMe } from '../api/use-session.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { useWords } from '../words/words.ts';

/** Joining, taking over, returning and ending, as the talk stands. */
export function HandoffActions({ item, joined }: { item: Item; joined: () => void }) {
  const { conversation, handoff } = item;
  const words = useWords();
  const me = useMe();
  const { modal } = App.useApp();
  const { tell } = useFailure();
  const order = useOrder(conversation, true);
  const other = handoff.state === 'mediator' && handoff.mediator.id !== me.id ? handoff.mediator.name : null;
  const isMine = handoff.state === 'mediator' && other === null;

  const takeOver = (name: string) =>
    modal.confirm({
      title: words.takeOverTitle(name),
      content: words.takeOverHint,
      okText: words.takeOver,
      onOk: () => order.give({ path: 'accept', body: { instead: true } }, { taken: joined, failed: tell }),
    });
  const accept = () => {
    if (isMine) return;
    if (other !== null) return void takeOver(other);
    void order.give(
      { path: 'accept' },
      {
        taken: joined,
        failed(error) {
          const isTaken = error instanceof CallFailed && error.failure === 'taken';
          if (isTaken) takeOver(words.mediator);
          else tell(error);
        },
      },
    );
  };
  const giveBack = () => {
    if (isMine) void order.give({ path: 'return' }, { failed: tell });
  };
  const end = () => {
    void modal.confirm({
      title: words.endTalkTitle,
      content: words.endTalkHint,
      okText: words.endTalk,
      onOk: () => order.give({ path: 'close' }, { failed: tell }),
    });
  };
  useShortcuts({ a: accept, r: giveBack });

  if (isMine)
    return (
      <>
        <Button onClick={giveBack} disabled={order.isPending}>
          {words.returnToBot}
        </Button>
        <Button danger onClick={end} disabled={order.isPending}>
          {words.endTalk}
        </Button>
      </>
    );
  return (
    <Button
      type={handoff.state === 'requested' ? 'primary' : 'default'}
      loading={order.isPending}
      onClick={accept}
    >
      {other === null ? words.accept : words.takeOver}
    </Button>
  );
}
