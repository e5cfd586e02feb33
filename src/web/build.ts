import { stat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = import.meta.dirname;
const root = join(here, '../..');
const output = join(root, 'dist/web');

/** Builds the widget into one file that any page can load: `dist/web/widget.js`. */
await build({
  root: here,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
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
});

const path = join(output, 'widget.js');
const { size } = await stat(path);
const packed = gzipSync(await readFile(path)).length;
process.stdout.write(`${path}: ${(size / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB gzip\n`);
