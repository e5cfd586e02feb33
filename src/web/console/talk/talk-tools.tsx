import { FileSearchOutlined, FormOutlined, MessageOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { useWords } from '../words/words.ts';
import { AnswersDialog } from './answers-dialog.tsx';
import { CannedDialog } from './canned-dialog.tsx';
import { FileRequestDialog } from './file-request-dialog.tsx';
import { SlotRequestDialog } from './slot-request-dialog.tsx';

type Tool = 'canned' | 'slot' | 'file' | 'answers';

/**
 * What helps the mediator who is there.
 * @param insert puts a text where one writes
 */
export function TalkTools({ item, insert }: { item: Item; insert: (text: string) => void }) {
  const words = useWords();
  const [open, setOpen] = useState<Tool | null>(null);
  // What was ordered in one may be answered when another is open.
  const closing = (tool: Tool) => () => setOpen(now => (now === tool ? null : now));
  useShortcuts({ f: () => setOpen('answers'), c: () => setOpen('canned') });
  return (
    <div className="talk-tools">
      <Button size="small" icon={<MessageOutlined aria-hidden />} onClick={() => setOpen('canned')}>
        {words.cannedReplies}
      </Button>
      <Button size="small" icon={<FormOutlined aria-hidden />} onClick={() => setOpen('slot')}>
        {words.askSlot}
      </Button>
      <Button size="small" icon={<FileSearchOutlined aria-hidden />} onClick={() => setOpen('file')}>
        {words.askFile}
      </Button>
      <Button size="small" icon={<SearchOutlined aria-hidden />} onClick={() => setOpen('answers')}>
        {words.searchAnswers}
      </Button>
      {open === 'canned' && <CannedDialog item={item} insert={insert} close={closing('canned')} />}
      {open === 'slot' && <SlotRequestDialog item={item} close={closing('slot')} />}
      {open === 'file' && <FileRequestDialog item={item} close={closing('file')} />}
      {open === 'answers' && <AnswersDialog item={item} close={closing('answers')} />}
    </div>
  );
}
