import { escaped } from './escaped.ts';
import type { OpenApi } from './openapi.ts';

export const DOCS_STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
summary { cursor: pointer; padding: .3rem 0; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
pre { overflow-x: auto; padding: .8rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .4rem; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 600; }
details { border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
`;

interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: unknown[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
}

/** The description as a page to read: every route with who may call it, what it takes and what it answers. */
export function docsPage(description: OpenApi): string {
  const routes = Object.entries(description.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  );
  const groups = Object.groupBy(routes, ({ operation }) => operation.tags?.[0] ?? '');
  const sections = Object.entries(groups).map(
    ([tag, some = []]) =>
      `<section><h2>${escaped(tag)}</h2>${some.map(({ path, method, operation }) => section(method, path, operation)).join('')}</section>`,
  );
  const { title, description: about = '' } = description.info;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${DOCS_STYLE}</style></head>
<body><h1>${escaped(title)}</h1><p>${prose(about)}</p><p><a href="openapi.json">openapi.json</a></p>
${sections.join('\n')}
<section><h2>Schemas</h2>${Object.entries(description.components?.schemas ?? {})
    .map(([name, schema]) => `<h3 id="${escaped(name)}">${escaped(name)}</h3>${json(schema)}`)
    .join('')}</section>
</body></html>`;
}

function section(method: string, path: string, operation: Operation): string {
  const { summary = '', description = '', parameters = [], requestBody, responses = {} } = operation;
  const answers = Object.entries(responses).map(
    ([status, { description: means = '', content }]) =>
      `<h4>${escaped(status)}</h4><p>${prose(means)}</p>${status < '300' ? schemas(content) : ''}`,
  );
  return `<details><summary><code><span class="method">${escaped(method.toUpperCase())}</span>${escaped(path)}</code> ${escaped(summary)}</summary>
<p>${prose(description)}</p>
${parameters.length > 0 ? `<h4>Parameters</h4>${json(parameters)}` : ''}
${requestBody ? `<h4>Body</h4>${schemas(requestBody.content)}` : ''}
${answers.join('')}</details>`;
}

const schemas = (content: Record<string, { schema?: unknown }> = {}): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `<p><code>${escaped(type)}</code></p>${json(schema)}`)
    .join('');

const json = (value: unknown): string => `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;

/** Text in which what stands between backticks is code. */
const prose = (text: string): string => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
