import { App, Button } from 'antd';
import { useEffect } from 'react';
import { conversationPlace } from '../frame/place.ts';
import { goTo } from '../frame/use-place.ts';
import { useLive } from '../live/live-context.ts';
import { useWords } from '../words/words.ts';
import { chime } from './chime.ts';

/** Says, until it is put away, that something is due soon or overdue; also by sound and a notice while one is on duty. */
export function useDeadlineAlerts(onDuty: boolean): void {
  const words = useWords();
  const { notification } = App.useApp();
  const { hearDeadline } = useLive();
  useEffect(
    () =>
      hearDeadline(({ conversation, warning }) => {
        const title = words.alertDeadline[warning];
        const key = `deadline:${conversation}`;
        const open = () => {
          notification.destroy(key);
          goTo(conversationPlace(conversation));
        };
        notification.warning({
          key,
          title,
          duration: 0,
          actions: (
            <Button size="small" type="primary" onClick={open}>
              {words.openIt}
            </Button>
          ),
        });
        if (!onDuty) return;
        chime('waiting');
        // Nothing of what it is about: a notice shows on locked screens too.
        if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus())
          return;
        const notice = new Notification(title, { tag: key });
        notice.addEventListener('click', () => {
          window.focus();
          notice.close();
          open();
        });
      }),
    [hearDeadline, notification, onDuty, words],
  );
}
