import { Switch, Tooltip } from 'antd';
import { AlertsBlocked } from '../alerts/alerts-blocked.tsx';
import { useMe } from '../api/use-session.ts';
import { useSettle } from '../api/use-settle.ts';
import { useWords } from '../words/words.ts';
import { OwnMenu } from './own-menu.tsx';
import { usePlace } from './use-place.ts';

export function Header({ openHelp }: { openHelp: () => void }) {
  const words = useWords();
  const me = useMe();
  const place = usePlace();
  const settle = useSettle();
  const links = [
    { page: 'desk', href: '#/', label: words.navDesk },
    { page: 'figures', href: '#/figures', label: words.navFigures },
    { page: 'replies', href: '#/replies', label: words.navReplies },
    { page: 'staff', href: '#/staff', label: words.navStaff },
    { page: 'keys', href: '#/keys', label: words.navKeys },
    { page: 'audit', href: '#/audit', label: words.navAudit },
  ];
  return (
    <header className="header">
      <h1>{words.title}</h1>
      {me.role === 'supervisor' && (
        <nav>
          {links.map(({ page, href, label }) => (
            <a key={page} href={href} {...(place.page === page ? { 'aria-current': 'page' as const } : {})}>
              {label}
            </a>
          ))}
        </nav>
      )}
      <div className="header-end">
        <AlertsBlocked />
        <Tooltip title={words.dutyHint} placement="left">
          <label className="duty">
            <Switch
              checked={me.onDuty}
              loading={settle.isPending}
              onChange={onDuty => settle.mutate({ onDuty })}
            />
            {me.onDuty ? words.onDuty : words.offDuty}
          </label>
        </Tooltip>
        <OwnMenu openHelp={openHelp} />
      </div>
    </header>
  );
}
