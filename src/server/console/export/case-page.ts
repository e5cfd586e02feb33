import type { CaseFact, HandOverSheet } from '../../../core/case/case-file.ts';
import type { Language } from '../../../core/knowledge/localized.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import type { ExportManifest } from '../../../protocol/console/evidence.ts';
import { escaped } from '../escaped.ts';
import { type Paragraph, type SpokenLine, timeIn } from './spoken-lines.ts';
import { EXPORT_WORDS, type ExportWords } from './words.ts';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.3; }
.quiet { opacity: .75; font-size: .9em; }
dl { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .2rem 1rem; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
article { margin: 1rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid #8aa; break-inside: avoid; }
.user { border-color: #b60; }
.mediator { border-color: #07a; }
article p { margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: .9em; }
th, td { padding: .3rem .5rem; text-align: start; vertical-align: top; border-bottom: 1px solid #8aa6; overflow-wrap: anywhere; }
img { display: block; max-width: 100%; max-height: 20rem; margin: .3rem 0; }
mark { padding: 0 .35em; border: 1px solid #8aa; border-radius: .3em; background: none; color: inherit; font-size: .8em; white-space: nowrap; }
code { font-family: ui-monospace, monospace; word-break: break-all; }
`;

/** Pictures that every browser shows. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

export interface CasePageParts {
  item: Item;
  lines: SpokenLine[];
  manifest: ExportManifest;
  language: Language;
}

/** The whole record on one page to read and to print. It runs no script, and loads only the files beside it. */
export function casePage({ item, lines, manifest, language }: CasePageParts): string {
  const words = EXPORT_WORDS[language];
  const { zone, at, by } = manifest;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:; base-uri 'none'; form-action 'none'"><title>${escaped(words.title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(words.title)}</h1>
<p class="quiet">${escaped(words.madeBy(by.name, timeIn(zone, at), zone))}<br>${escaped(words.conversation)} <code>${escaped(item.conversation)}</code>${manifest.generated ? `<br>${escaped(words.generatedNote)}` : ''}</p>
${caseSections(item, words)}
<h2>${escaped(words.talk)}</h2>
${lines.map(line => lineSection(line, manifest, words)).join('\n')}
${filesSection(manifest, words)}
</body></html>
`;
}

function caseSections({ cases, draft, mediator }: Item, words: ExportWords): string {
  const heldBy: Pair = [words.mediatorOf, mediator?.name ?? words.nobody];
  const filed = cases.map(({ file, status }) => {
    const missing = file.missing.map(({ label }) => label).join('、');
    const title = `${words.case} ${file.number} · ${file.negotiation.label} · ${words.status[status]}`;
    const pairs: Pair[] = [
      heldBy,
      summaryPair(file.sheet, words),
      ...shownFacts(file.slots),
      ...(missing === '' ? [] : [[words.missing, missing] satisfies Pair]),
    ];
    return pairsSection(title, pairs, words);
  });
  const open = draft && [
    pairsSection(
      words.notFiled,
      [heldBy, summaryPair(draft.sheet, words), ...shownFacts(draft.facts)],
      words,
    ),
  ];
  return [...filed, ...(open ?? [])].join('\n');
}

type Pair = [name: string, value: string | Paragraph];

const summaryPair = ({ summary, summaryPhrasing }: HandOverSheet, words: ExportWords): Pair => [
  words.summary,
  { text: summary, isGenerated: summaryPhrasing?.veto === null },
];

const shownFacts = (facts: CaseFact[]): Pair[] => facts.map(({ label, shown }) => [label, shown]);

const pairsSection = (title: string, pairs: Pair[], words: ExportWords): string =>
  `<h2>${escaped(title)}</h2>
<dl>${pairs.map(([name, value]) => `<dt>${escaped(name)}</dt>${element('dd', value, words)}`).join('')}</dl>`;

/** A text; words of a model carry their mark with them. */
function element(tag: 'p' | 'dd', value: string | Paragraph, words: ExportWords): string {
  const { text, isGenerated } = typeof value === 'string' ? { text: value, isGenerated: false } : value;
  return isGenerated
    ? `<${tag} data-generated="true">${escaped(text)} <mark>${escaped(words.generated)}</mark></${tag}>`
    : `<${tag}>${escaped(text)}</${tag}>`;
}

function lineSection(
  { at, from, who, paragraphs, files }: SpokenLine,
  manifest: ExportManifest,
  words: ExportWords,
): string {
  const shown = files.map(({ id, name, mime }) => {
    const path = manifest.evidence.find(one => one.id === id)?.path ?? null;
    if (path === null) return `<p>${escaped(`${words.file(name)} (${words.lost})`)}</p>`;
    const picture = SHOWN.has(mime) ? `<img src="${addressOf(path)}" alt="">` : '';
    return `<p><a href="${addressOf(path)}">${escaped(words.file(name))}</a></p>${picture}`;
  });
  return `<article class="${from}"><p class="quiet"><strong>${escaped(who)}</strong> ${escaped(at)}</p>${paragraphs
    .map(one => element('p', one, words))
    .join('')}${shown.join('')}</article>`;
}

function filesSection({ evidence, zone }: ExportManifest, words: ExportWords): string {
  if (evidence.length === 0) return '';
  const rows = evidence.map(({ name, path, label, storedAt, size, sha256 }) => {
    const file =
      path === null
        ? `${escaped(name)} (${escaped(words.lost)})`
        : `<a href="${addressOf(path)}">${escaped(name)}</a>`;
    return `<tr><td>${file}</td><td>${escaped(label ?? '')}</td><td>${escaped(timeIn(zone, storedAt))}</td><td>${escaped(words.bytes(size))}</td><td><code>${escaped(sha256)}</code></td></tr>`;
  });
  const head = words.filesColumns.map(name => `<th>${escaped(name)}</th>`).join('');
  return `<h2>${escaped(words.files)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

const addressOf = (path: string): string => escaped(path.split('/').map(encodeURIComponent).join('/'));
