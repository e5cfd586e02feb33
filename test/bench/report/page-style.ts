/** The look of the page: one set of colours for a light system and one for a dark one, none far from the other. */
export const STYLE = `
:root {
  --paper: #fbfaf7; --card: #fff; --ink: #22262b; --soft: #5c656e; --faint: #e3e1da;
  --ours: #0b7a75; --peer: #9aa3ab; --ceiling: #d08a1d; --other: #7a5bb5; --good: #1d7f45; --bad: #b3402e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --card: #1d2226; --ink: #e6e8ea; --soft: #a2abb3; --faint: #363d43;
    --ours: #3fb8ae; --peer: #78828b; --ceiling: #e0a84a; --other: #ad92e0; --good: #5cc487; --bad: #ee8a78;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 62rem; padding: 2.5rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif;
}
h1 { margin: 0 0 .5rem; font-size: 2rem; letter-spacing: -.01em; }
h2 { margin: 0 0 1rem; font-size: 1.25rem; line-height: 1.35; text-wrap: balance; }
header p { max-width: 46rem; color: var(--soft); margin: .4rem 0; }
.key span { display: inline-block; width: .8em; height: .8em; margin: 0 .4em 0 1em; border-radius: 3px; }
.key span:first-child { margin-left: 0; }
.key .ours { background: var(--ours); }
.key .peer { background: var(--peer); }
.key .ceiling { background: var(--ceiling); }
header .warning { color: var(--ink); border-left: 4px solid var(--ceiling); padding: .3rem .8rem; background: var(--card); }
section { margin-top: 2rem; padding: 1.5rem; border: 1px solid var(--faint); border-radius: 14px; background: var(--card); }
.targets { display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); gap: .9rem; margin: 0; padding: 0; list-style: none; }
.targets li { padding: .9rem 1rem; border: 1px solid var(--faint); border-radius: 10px; }
.targets p { margin: 0; }
.name { color: var(--soft); font-size: .875rem; min-height: 2.7em; line-height: 1.35; }
.value { font-size: 1.6rem; font-weight: 650; font-variant-numeric: tabular-nums; line-height: 1.4; }
.value small, figcaption small { font-size: .8rem; font-weight: 400; color: var(--soft); }
.way { height: 5px; margin: .3rem 0 .45rem !important; border-radius: 3px; background: var(--faint); overflow: hidden; }
.way span { display: block; height: 100%; background: var(--bad); }
.reached .way span { background: var(--good); }
.reach { font-size: .8125rem; color: var(--bad); }
.reached .reach { color: var(--good); }
figure { margin: 0 0 1.5rem; }
figcaption { font-weight: 600; margin-bottom: .35rem; }
.chart { overflow-x: auto; }
.chart svg { display: block; max-width: 100%; min-width: 34rem; height: auto; }
details { color: var(--soft); font-size: .9375rem; }
summary { cursor: pointer; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { padding: .2rem .9rem .2rem 0; text-align: right; font-weight: 400; border-bottom: 1px solid var(--faint); }
tbody th, thead th:first-child { text-align: left; }
code { font: .875em ui-monospace, 'Cascadia Mono', Menlo, monospace; }
@media print { body { background: none; } section { break-inside: avoid; } }
`;
