import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import type { Theme } from '../../../core/staff/account.ts';
import type { Language } from '../../../core/knowledge/localized.ts';
import { call } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { useMe } from '../api/use-session.ts';
import { useSettle } from '../api/use-settle.ts';
import { useWords } from '../words/words.ts';
import { PasswordDialog } from './password-dialog.tsx';

/** What everybody settles for themselves, and the way out. */
export function OwnMenu({ openHelp }: { openHelp: () => void }) {
  const words = useWords();
  const me = useMe();
  const settle = useSettle();
  const { tell } = useFailure();
  const [isPasswordOpen, setPasswordOpen] = useState(false);
  // The page is loaded anew, so that nothing of anybody's stays behind in it.
  const signOut = () => call('DELETE', '/session').then(() => location.assign(location.pathname), tell);
  const choices = (name: string, some: Record<string, string>) =>
    Object.entries(some).map(([key, label]) => ({ key: `${name}:${key}`, label }));
  const menu: MenuProps = {
    selectable: true,
    selectedKeys: [`theme:${me.theme}`, `language:${me.language}`],
    items: [
      { type: 'group', label: words.theme, children: choices('theme', words.themes) },
      { type: 'group', label: words.language, children: choices('language', words.languages) },
      { type: 'divider' },
      { key: 'help', label: words.shortcuts },
      { key: 'password', label: words.changePassword },
      { key: 'leave', label: words.signOut },
    ],
    onClick({ key }) {
      const [name, value] = key.split(':');
      if (name === 'theme') settle.mutate({ theme: value as Theme });
      else if (name === 'language') settle.mutate({ language: value as Language });
      else if (name === 'help') openHelp();
      else if (name === 'password') setPasswordOpen(true);
      else void signOut();
    },
  };
  return (
    <>
      <Dropdown menu={menu} trigger={['click']}>
        <Button type="text" className="own-menu">
          {me.name} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {isPasswordOpen && <PasswordDialog close={() => setPasswordOpen(false)} />}
    </>
  );
}
