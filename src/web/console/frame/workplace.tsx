import { Skeleton } from 'antd';
import { lazy, useState } from 'react';
import { useMe } from '../api/use-session.ts';
import { AlertsProvider } from '../alerts/alerts-provider.tsx';
import { DeskPage } from './desk-page.tsx';
import { LiveProvider } from '../live/live-provider.tsx';
import { OfferBar } from '../offers/offer-bar.tsx';
import '../styles/workplace.css';
import { ConnectionBar } from './connection-bar.tsx';
import { Header } from './header.tsx';
import { LoadedLate } from './loaded-late.tsx';
import { ShortcutsOverlay } from './shortcuts-overlay.tsx';
import { usePlace } from './use-place.ts';
import { useShortcuts } from './use-shortcuts.ts';

const FiguresPage = lazy(() =>
  import('../figures/figures-page.tsx').then(({ FiguresPage }) => ({ default: FiguresPage })),
);
const RepliesPage = lazy(() =>
  import('../replies/replies-page.tsx').then(({ RepliesPage }) => ({ default: RepliesPage })),
);
const StaffPage = lazy(() =>
  import('../people/staff-page.tsx').then(({ StaffPage }) => ({ default: StaffPage })),
);
const KeysPage = lazy(() =>
  import('../people/keys-page.tsx').then(({ KeysPage }) => ({ default: KeysPage })),
);
const AuditPage = lazy(() =>
  import('../people/audit-page.tsx').then(({ AuditPage }) => ({ default: AuditPage })),
);
const PAGES = {
  figures: FiguresPage,
  replies: RepliesPage,
  staff: StaffPage,
  keys: KeysPage,
  audit: AuditPage,
};

/** Everything there is for who is signed in. */
export function Workplace() {
  const me = useMe();
  const place = usePlace();
  const [isHelpOpen, setHelpOpen] = useState(false);
  // Kept here alone: it may be somebody's name, and goes when one signs out.
  const [sought, setSought] = useState('');
  useShortcuts({ '?': () => setHelpOpen(true) });
  const page =
    place.page in PAGES && me.role === 'supervisor' ? PAGES[place.page as keyof typeof PAGES] : null;
  return (
    <LiveProvider>
      <AlertsProvider>
        <div className="workplace">
          <Header openHelp={() => setHelpOpen(true)} />
          <ConnectionBar />
          <OfferBar />
          {page ? (
            <main className="page">
              <LoadedLate key={place.page} fallback={<Skeleton active />}>
                {renderOf(page)}
              </LoadedLate>
            </main>
          ) : (
            <DeskPage
              conversation={place.page === 'desk' ? place.conversation : null}
              sought={sought}
              setSought={setSought}
            />
          )}
        </div>
        <ShortcutsOverlay isOpen={isHelpOpen} close={() => setHelpOpen(false)} />
      </AlertsProvider>
    </LiveProvider>
  );
}

const renderOf = (Page: (typeof PAGES)[keyof typeof PAGES]) => <Page />;
