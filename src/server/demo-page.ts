import type { Language } from '../core/knowledge/localized.ts';
import { DEMO_STYLE } from './demo-style.ts';
import { DEMO_WORDS } from './demo-words.ts';

/** The demo page as HTML. `origin` is the address it is seen under, for the line to copy. */
export function demoPage(language: Language, origin: string): string {
  const words = DEMO_WORDS[language];
  const snippet = `<script src="${origin}/widget.js" data-language="${language}" async></script>`;
  const tries = words.tries.map(
    ({ say, then }) => `<li><q>${escaped(say)}</q><span>${escaped(then)}</span></li>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escaped(words.title)}</title>
<style>${DEMO_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(words.title)}</h1>
<a href="${escaped(words.other.href)}" hreflang="${words.other.language}" lang="${words.other.language}">${escaped(words.other.label)}</a>
</header>
<p class="honest">${escaped(words.honest)}</p>
${words.about.map(text => `<p>${escaped(text)}</p>`).join('\n')}
<h2>${escaped(words.tryTitle)}</h2>
<ol>
${tries.join('\n')}
</ol>
<h2>${escaped(words.dataTitle)}</h2>
<p>${escaped(words.data)}</p>
<h2>${escaped(words.embedTitle)}</h2>
<p class="soft">${escaped(words.embed)}</p>
<pre tabindex="0"><code>${escaped(snippet)}</code></pre>
</main>
<script src="/widget.js" data-language="${language}" async></script>
</body>
</html>
`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, character => ESCAPES[character] ?? character);
