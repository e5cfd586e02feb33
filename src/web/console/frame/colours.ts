import type { ThemeConfig } from 'antd';

const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';

/** The components' colours; those of our own stand in `styles/base.css` and agree with them. Quiet ones are still read easily. */
export const colours = (isDark: boolean): NonNullable<ThemeConfig['token']> =>
  isDark
    ? {
        fontFamily: FONT,
        colorPrimary: '#177d76',
        controlItemBgActive: '#1d4241',
        colorError: '#ff9b8f',
        colorErrorHover: '#ffb5ab',
        colorLink: '#63c2bb',
        colorBgBase: '#0e1517',
        colorBgContainer: '#151e21',
        colorBgElevated: '#1b272a',
        colorTextBase: '#e6eeee',
        colorTextSecondary: '#b6c5c7',
        colorTextTertiary: '#a3b5b8',
        colorTextDescription: '#a3b5b8',
        colorTextPlaceholder: '#93a6a9',
        colorBorder: '#54676b',
      }
    : {
        fontFamily: FONT,
        colorPrimary: '#0b6666',
        controlItemBgActive: '#d5ebe9',
        colorError: '#b3261e',
        colorErrorHover: '#8c1d17',
        colorLink: '#0b6666',
        colorBgLayout: '#f2f6f6',
        colorTextBase: '#16262a',
        colorTextSecondary: '#42545a',
        colorTextTertiary: '#51646a',
        colorTextDescription: '#51646a',
        colorTextPlaceholder: '#61747a',
        colorBorder: '#b9c8c9',
      };

/** The accent as text: what buttons are filled with is too dark to be read on a dark ground. */
export const tabColours = (isDark: boolean) => {
  const accent = isDark ? '#63c2bb' : '#0b6666';
  return { itemSelectedColor: accent, itemHoverColor: accent, itemActiveColor: accent, inkBarColor: accent };
};
