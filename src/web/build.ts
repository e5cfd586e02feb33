import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';

const here = import.meta.dirname;
const output = join(here, '../../dist/web');
const common: InlineConfig = { configFile: false, logLevel: 'warn', publicDir: false };

/** The widget, one file that any page can load: `dist/web/widget.js`. */
const widget: InlineConfig = {
  ...common,
  root: here,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: output,
    emptyOutDir: false,
    target: ['chrome100', 'edge100', 'firefox100', 'safari15'],
    minify: true,
    lib: {
      entry: join(here, 'widget/main.tsx'),
      formats: ['iife'],
      name: 'ParleyWidget',
      fileName: () => 'widget.js',
    },
  },
};

/** The console, a page and what it loads bit by bit: `dist/web/console/`. The server puts a nonce in. */
const console: InlineConfig = {
  ...common,
  root: join(here, 'console'),
  base: '/console/',
  html: { cspNonce: 'PARLEY_NONCE' },
  plugins: [react()],
  build: {
    outDir: join(output, 'console'),
    emptyOutDir: true,
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
};

await build(widget);
await build(console);

const assets = (await readdir(join(output, 'console/assets'))).map(name => `console/assets/${name}`);
for (const name of ['widget.js', ...assets]) {
  const path = join(output, name);
  const { size } = await stat(path);
  const packed = gzipSync(await readFile(path)).length;
  process.stdout.write(`${name}: ${(size / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB gzip\n`);
}
