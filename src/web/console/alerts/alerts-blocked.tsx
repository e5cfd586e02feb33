import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useContext } from 'react';
import { useWords } from '../words/words.ts';
import { AlertsContext } from './alerts-context.ts';

/** Says that alerts do not all get through, with what can be done about it; nothing where they do. */
export function AlertsBlocked() {
  const words = useWords();
  const { isSoundBlocked, notices, allow } = useContext(AlertsContext);
  const mayAsk = notices === 'default';
  if (!isSoundBlocked && !mayAsk && notices !== 'denied') return null;
  const label = isSoundBlocked ? words.allowSound : words.allowNotices;
  const hint = notices === 'denied' ? words.noticesDenied : words.alertsBlocked;
  return (
    <Popover content={<div className="alerts-hint">{hint}</div>}>
      <Button size="small" className="alerts-blocked" icon={<BellOutlined aria-hidden />} onClick={allow}>
        {label}
      </Button>
    </Popover>
  );
}
