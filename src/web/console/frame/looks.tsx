import { App, ConfigProvider, theme as antTheme } from 'antd';
import en from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect } from 'react';
import type { Language } from '../../../core/knowledge/localized.ts';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { LanguageContext } from '../words/words.ts';
import { colours, tabColours } from './colours.ts';
import { useIsDark } from './use-is-dark.ts';

const LOCALES = { 'zh-CN': zhCN, en };
const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce;
/** Layers lie in a place of their own: where they lie in the body, components lock it by styles without the nonce. */
const layers = document.getElementById('layers') ?? document.body;
const browsers = (): Language => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');

/** Language and colours, as whoever is signed in has settled them, or as the browser would have them. */
export function Looks({ me, children }: { me: StaffMember | null; children: ReactNode }) {
  const language = me?.language ?? browsers();
  const isDark = useIsDark(me?.theme ?? 'system');
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [language, isDark]);
  return (
    <LanguageContext value={language}>
      <ConfigProvider
        {...(nonce ? { csp: { nonce } } : {})}
        locale={LOCALES[language]}
        getPopupContainer={() => layers}
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: isDark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
          // Whoever works here all day waits for no animation; and one that is cut short leaves its layer standing.
          token: { ...colours(isDark), motion: false },
          components: { Tabs: tabColours(isDark) },
        }}
      >
        <App message={{ maxCount: 3, duration: 5 }}>{children}</App>
      </ConfigProvider>
    </LanguageContext>
  );
}
