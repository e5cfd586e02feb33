/** The demo page's style. It follows the light or dark setting of the device. */
export const DEMO_STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5a6474; --paper: #fbfaf7; --card: #fff; --line: #e3dfd6; --accent: #1f6f5c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #a3abb8; --paper: #15181d; --card: #1d2128; --line: #323844; --accent: #6cc5ab; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.75 system-ui, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 7rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .5rem 1.5rem; }
h1 { margin: 1rem 0; font-size: clamp(1.6rem, 6vw, 2.2rem); line-height: 1.25; letter-spacing: .01em; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.125rem; }
p { margin: .75rem 0; }
a { color: var(--accent); text-underline-offset: .2em; padding: .5rem 0; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.honest { padding: .75rem 1rem; border-inline-start: 4px solid var(--accent); background: var(--card); border-radius: 0 .5rem .5rem 0; }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
li { padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
q { display: block; font-weight: 600; quotes: none; }
:lang(zh-CN) q { quotes: "「" "」"; }
:lang(en) q { quotes: "“" "”"; }
li span, .soft { color: var(--soft); font-size: .9375rem; }
pre { margin: .75rem 0; padding: .9rem 1.1rem; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { font: .875rem/1.6 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
`;
