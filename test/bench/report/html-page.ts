import type { Machine } from '../measure/this-machine.ts';
import { chartOf } from './chart.ts';
import { STYLE } from './page-style.ts';
import { shown } from './print-report.ts';
import type { Report, Table, Target } from './report.ts';

/** All that was found as one page that loads nothing: its charts are drawn already, its colours follow the system's. */
export function htmlPage(reports: Report[], machine: Machine): string {
  const targets = reports.flatMap(report => report.targets);
  const reached = targets.filter(target => target.reached).length;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Parley, measured</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Parley, measured</h1>
<p>How fast Parley is, beside other software doing the same and beside what this machine gives at best. Everything on this page was measured in one run, on ${escaped(machineWords(machine))}.</p>
<p class="key"><span class="ours"></span>Parley <span class="peer"></span>other software <span class="ceiling"></span>ceiling: the same, with nearly nothing done</p>
${warnings(machine)}
</header>
<main>
${targets.length > 0 ? `<section><h2>What was to be reached: ${reached} of ${targets.length}</h2><ul class="targets">${targets.map(targetCard).join('')}</ul></section>` : ''}
${reports.map(section).join('\n')}
</main>
</body>
</html>
`;
}

const machineWords = ({ node, processor, cores, at }: Machine): string =>
  `${at.slice(0, 10)}, with Node ${node} on ${cores} cores of ${processor}`;

function warnings({ isBusy, load, scratchInMemory }: Machine): string {
  const lines = [
    ...(isBusy
      ? [
          `Other programs were at work when the run began (load ${load}): the true figures are better than these.`,
        ]
      : []),
    ...(scratchInMemory
      ? [
          'The folder for temporary files lies in memory here: what is said about syncing to disk proves nothing.',
        ]
      : []),
  ];
  return lines.map(line => `<p class="warning">${escaped(line)}</p>`).join('');
}

/** How far along the way to the target, in percent; full when it is reached. */
const wayTo = ({ is, value, reach, reached }: Target): number =>
  reached ? 100 : Math.round(100 * Math.min(1, is === 'at least' ? value / reach : reach / value));

const targetCard = (target: Target): string => `<li class="${target.reached ? 'reached' : 'missed'}">
<p class="name">${escaped(target.name)}</p>
<p class="value">${shown(target.value)} <small>${escaped(target.unit)}</small></p>
<p class="way"><span style="width:${wayTo(target)}%"></span></p>
<p class="reach">${target.reached ? '✓ reached' : '✗ not reached'}: ${target.is} ${target.reach.toLocaleString('en')} ${escaped(target.unit)}</p>
</li>`;

const section = ({ bench, question, tables, notes }: Report): string => `<section>
<h2>${escaped(question)}</h2>
${tables.map(figure).join('\n')}
<details><summary>How this was measured</summary>
<ul>${notes.map(note => `<li>${escaped(note)}</li>`).join('')}</ul>
<p>Again: <code>npm run bench -- ${escaped(bench)}</code></p>
${tables.map(plainTable).join('\n')}
</details>
</section>`;

const BETTER = {
  bars: { more: 'longer is better', less: 'shorter is better' },
  lines: { more: 'higher is better', less: 'lower is better' },
};

const figure = (table: Table): string => `<figure>
<figcaption>${escaped(table.title)} <small>${BETTER[table.draw][table.better]}</small></figcaption>
<div class="chart" role="img" aria-label="${escaped(spoken(table))}">${chartOf(table)}</div>
</figure>`;

/** The chart for those who hear the page. */
const spoken = ({ title, unit, rows }: Table): string =>
  `${title}: ${rows.map(({ name, values }) => `${name} ${values.map(shown).join(', ')} ${unit}`).join('; ')}`;

const plainTable = ({ title, unit, columns, rows }: Table): string => `<table>
<caption>${escaped(title)}, ${escaped(unit)}</caption>
<thead><tr><th></th>${columns.map(name => `<th>${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>${rows
  .map(
    ({ name, values }) =>
      `<tr><th>${escaped(name)}</th>${values.map(value => `<td>${shown(value)}</td>`).join('')}</tr>`,
  )
  .join('')}</tbody>
</table>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, character => ENTITIES[character] ?? '');
