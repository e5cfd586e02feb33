import { FileSearchOutlined, FormOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { useWords } from '../words/words.ts';
import { AnswersDialog } from './answers-dialog.tsx';
import { FileRequestDialog } from './file-request-dialog.tsx';
import { SlotRequestDialog } from './slot-request-dialog.tsx';

/** What the bot can do for the mediator who is there. */
export function TalkTools({ item }: { item: Item }) {
  const words = useWords();
  const [open, setOpen] = useState<'slot' | 'file' | 'answers' | null>(null);
  const close = () => setOpen(null);
  useShortcuts({ f: () => setOpen('answers') });
  return (
    <div className="talk-tools">
      <Button size="small" icon={<FormOutlined aria-hidden />} onClick={() => setOpen('slot')}>
        {words.askSlot}
      </Button>
      <Button size="small" icon={<FileSearchOutlined aria-hidden />} onClick={() => setOpen('file')}>
        {words.askFile}
      </Button>
      <Button size="small" icon={<SearchOutlined aria-hidden />} onClick={() => setOpen('answers')}>
        {words.searchAnswers}
      </Button>
      {open === 'slot' && <SlotRequestDialog item={item} close={close} />}
      {open === 'file' && <FileRequestDialog item={item} close={close} />}
      {open === 'answers' && <AnswersDialog item={item} close={close} />}
    </div>
  );
}
