import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  FileAddOutlined,
  MessageOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { InboxRow } from '../../../protocol/console/desk.ts';
import { useWords } from '../words/words.ts';

const ICONS = {
  urgent: WarningFilled,
  waiting: ClockCircleOutlined,
  new: FileAddOutlined,
  open: MessageOutlined,
  closed: CheckCircleOutlined,
};

/** Where a conversation stands, by a sign and a word, not by colour alone. */
export function StandingTag({ standing }: { standing: InboxRow['standing'] }) {
  const words = useWords();
  const Icon = ICONS[standing];
  return (
    <span className={`standing standing-${standing}`}>
      <Icon aria-hidden /> {words.standings[standing]}
    </span>
  );
}
