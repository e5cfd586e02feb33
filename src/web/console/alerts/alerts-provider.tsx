import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCounts } from '../api/use-inbox.ts';
import { useOffers } from '../api/use-offers.ts';
import { useMe } from '../api/use-session.ts';
import { useWords } from '../words/words.ts';
import { type Alerts, AlertsContext } from './alerts-context.ts';
import { type Calling, callsFor } from './calls-for.ts';
import { useDeadlineAlerts } from './use-deadline-alerts.tsx';
import { allowSound, chime, isSoundBlocked, whenSoundChanges } from './chime.ts';

const noticesNow = (): Alerts['notices'] => ('Notification' in window ? Notification.permission : 'none');

/** Calls whoever is on duty when somebody waits: by sound, by a notice of the browser, and in the page's title. */
export function AlertsProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  const { onDuty } = useMe();
  const { data: counts } = useCounts();
  useDeadlineAlerts(onDuty);
  const { data: offers } = useOffers();
  const before = useRef<Calling>(undefined);
  const [isBlocked, setBlocked] = useState(isSoundBlocked);
  const [notices, setNotices] = useState(noticesNow);
  const waiting = counts ? counts.urgent + counts.waiting : 0;

  useEffect(() => whenSoundChanges(() => setBlocked(isSoundBlocked())), []);
  useEffect(() => {
    document.title = waiting > 0 ? `${words.alertsTitle(waiting)} - ${words.title}` : words.title;
  }, [waiting, words]);
  useEffect(() => {
    if (!counts || !offers) return;
    const offered = offers.rows.map(({ conversation, offer }) => `${conversation} ${offer?.until}`);
    const now: Calling = { urgent: counts.urgent, waiting: counts.waiting, offered, inTurn: offers.inTurn };
    const call = callsFor(before.current, now);
    before.current = now;
    if (call === null || !onDuty) return;
    chime(call);
    if (noticesNow() !== 'granted' || document.hasFocus()) return;
    // Nothing of what it is about: a notice shows on locked screens too.
    const said = { urgent: words.alertUrgent, offered: words.alertOffered, waiting: words.alertWaiting };
    const notice = new Notification(said[call], { tag: `parley-${call}` });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
    });
  }, [counts, offers, onDuty, words]);

  const allow = useCallback(() => {
    void allowSound().then(isAllowed => setBlocked(!isAllowed));
    if (noticesNow() === 'default') void Notification.requestPermission().then(setNotices);
  }, []);
  const alerts = useMemo<Alerts>(
    () => ({ isSoundBlocked: isBlocked, notices, allow }),
    [isBlocked, notices, allow],
  );
  return <AlertsContext value={alerts}>{children}</AlertsContext>;
}
