import { Button, Drawer, Modal, Result, Skeleton } from 'antd';
import { lazy, useState } from 'react';
import { CallFailed } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { useItem } from '../api/use-conversation.ts';
import { EvidenceContext } from '../evidence/evidence-context.ts';
import { LoadedLate } from '../frame/loaded-late.tsx';
import { useIsWide } from '../frame/use-is-wide.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { SidePanel, type SideTab } from '../sheet/side-panel.tsx';
import '../styles/talk.css';
import { useWords } from '../words/words.ts';
import { Composer } from './composer.tsx';
import { TalkBar } from './talk-bar.tsx';
import { Transcript } from './transcript.tsx';
import type { Words } from './words-shown.ts';

/** Loaded when the first file is opened. */
const EvidenceViewer = lazy(() =>
  import('../evidence/evidence-viewer.tsx').then(({ EvidenceViewer }) => ({ default: EvidenceViewer })),
);

/**
 * One conversation: the talk, and beside it all that is known and done about it.
 * @param joined told when one has joined the talk: it stands in another list now
 */
export function ConversationView({ id, joined }: { id: string; joined: () => void }) {
  const words = useWords();
  const { inWords } = useFailure();
  const { data: item, isPending, isError, error, refetch } = useItem(id);
  const isWide = useIsWide();
  // Beside the talk it is there until it is put away; over the talk only when it is asked for.
  const [isBeside, setBeside] = useState(true);
  const [isOver, setOver] = useState(false);
  const [isOpen, setOpen] = isWide ? [isBeside, setBeside] : [isOver, setOver];
  const [tab, setTab] = useState<SideTab>('sheet');
  const [marked, setMarked] = useState<Words | null>(null);
  const [file, setFile] = useState<string | null>(null);
  useShortcuts({
    s: () => setOpen(!isOpen),
    e: () => setFile(item?.files[0]?.id ?? null),
    n() {
      setOpen(true);
      setTab('notes');
    },
  });
  if (isPending) return <Skeleton active className="talk-loading" />;
  const isGone = error instanceof CallFailed && error.failure === 'not-found';
  if (!item || isGone)
    return (
      <Result
        status={isGone ? 'info' : 'warning'}
        title={isGone ? words.gone : isError ? inWords(error) : words.loadFailed}
        extra={isGone ? null : <Button onClick={() => void refetch()}>{words.retry}</Button>}
      />
    );
  const show = (found: Words) => {
    setMarked({ ...found });
    setOver(false);
  };
  const panel = <SidePanel item={item} tab={tab} setTab={setTab} show={show} />;
  return (
    <EvidenceContext value={setFile}>
      <div className="talk">
        <section className="talk-main" aria-label={words.transcript}>
          <TalkBar item={item} joined={joined} isSheetOpen={isOpen} toggleSheet={() => setOpen(!isOpen)} />
          <Transcript item={item} marked={marked} />
          <Composer item={item} />
        </section>
        {isWide && isOpen && <aside className="talk-side">{panel}</aside>}
        {!isWide && (
          <Drawer
            open={isOpen}
            onClose={() => setOpen(false)}
            title={words.sheet}
            size={420}
            styles={{ body: { padding: 0 } }}
          >
            {panel}
          </Drawer>
        )}
      </div>
      {file !== null && (
        <LoadedLate
          around={told => (
            <Modal open footer={null} onCancel={() => setFile(null)}>
              {told}
            </Modal>
          )}
        >
          <EvidenceViewer item={item} chosen={file} choose={setFile} />
        </LoadedLate>
      )}
    </EvidenceContext>
  );
}
