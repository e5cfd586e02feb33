import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './support/imports.ts';

interface Boundary {
  /** Files the rule speaks of. */
  from: RegExp;
  /** What of the project they may import. */
  mayImport: RegExp;
  because: string;
}

const ports =
  'src/(progress|signals/(signals|attendance)|stores/(store|ledger|audit|sealer|stream-names)|evidence/evidence-(store|files)|channels/channel|console/[a-z-]+|limits/gate|metrics/metrics|phrasing/phraser|jobs/(jobs|reason)|webhooks/webhooks)\\.ts';
const boundaries: Boundary[] = [
  {
    from: /^src\/core\/knowledge\//,
    mayImport: /^src\/core\/(knowledge\/|calendar\/add-period\.ts)/,
    because: 'knowledge is what all the rest is written in, and periods are counted as the calendar can',
  },
  {
    from: /^src\/core\/language\//,
    mayImport: /^src\/core\/(language|knowledge)\//,
    because: 'language data knows no dialogue',
  },
  {
    from: /^src\/core\/calendar\//,
    mayImport: /^src\/core\/(calendar|knowledge\/localized\.ts|language\/day\.ts)/,
    because: 'days are counted alike whatever they are counted for',
  },
  {
    from: /^src\/core\/conversation\//,
    mayImport: /^src\/core\/(conversation|case|knowledge)\//,
    because: 'what happened must not depend on how it was understood',
  },
  {
    from: /^src\/core\/staff\//,
    mayImport: /^src\/core\/(staff|knowledge)\//,
    because: 'who may work here does not depend on what is worked on',
  },
  {
    from: /^src\/core\/case\//,
    mayImport: /^src\/core\/(conversation|case|knowledge|calendar|language\/day\.ts)/,
    because: 'what happened must not depend on how it was understood, only deadlines on the calendar',
  },
  {
    from: /^src\/core\/(nlu|faq)\//,
    mayImport: /^src\/core\/(nlu|faq|language|knowledge)\//,
    because: 'reading a message knows no conversation',
  },
  { from: /^src\/core\//, mayImport: /^src\/core\//, because: 'the core is pure and stands alone' },
  {
    from: /^src\/runtime\//,
    mayImport: new RegExp(`^(src/(core|runtime)/|${ports})`),
    because: 'the runtime knows ports, never an adapter',
  },
  {
    from: /^src\/calendar\//,
    mayImport: /^src\/(calendar|core\/(calendar|knowledge\/localized\.ts|language\/day\.ts))/,
    because: 'a calendar knows days and nothing of what is due on them',
  },
  {
    from: /^src\/stores\//,
    mayImport: /^src\/(core|protocol|stores|sqlite)\//,
    because: 'adapters know their own port and nothing beside them',
  },
  {
    from: /^src\/jobs\//,
    mayImport: /^src\/(jobs|sqlite)\//,
    because: 'what a job is about is known to its handler alone',
  },
  {
    from: /^src\/signals\//,
    mayImport: /^src\/(core|signals)\//,
    because: 'what is passed between processes is told by whoever passes it',
  },
  {
    from: /^src\/files\//,
    mayImport: /^src\/files\//,
    because: 'a folder is a folder, whatever lies in it',
  },
  {
    from: /^src\/sqlite\//,
    mayImport: /^src\/sqlite\//,
    because: 'a file is a file, whoever keeps what in it',
  },
  {
    from: /^src\/evidence\//,
    mayImport: /^src\/((core|protocol|evidence|files)\/|stores\/sealer\.ts)/,
    because: 'adapters know their own port, and what seals for them',
  },
  {
    from: /^src\/backup\//,
    mayImport: new RegExp(`^(src/(backup|core|files)/|src/stores/copy-(ledger|records)\\.ts|${ports})`),
    because: 'a copy is made over any ledger and any files',
  },
  {
    from: /^src\/channels\/web\//,
    mayImport: new RegExp(`^(src/(core|protocol|channels/web)/|${ports})`),
    because: 'channels never know each other nor the runtime',
  },
  {
    from: /^src\/channels\/terminal\//,
    mayImport: new RegExp(`^(src/(core|protocol|channels/terminal)/|${ports})`),
    because: 'channels never know each other nor the runtime',
  },
  {
    from: /^src\/console\//,
    mayImport: /^src\/((core|console)\/|stores\/store\.ts)/,
    because: 'what the console asks for is said in words of the core and of what is stored, whoever answers',
  },
  {
    from: /^src\/demo\//,
    mayImport: new RegExp(`^(src/(core|runtime|demo)/|${ports})`),
    because: 'invented people do all through the runtime, as real ones do, and write nothing past it',
  },
  {
    from: /^src\/server\//,
    mayImport: new RegExp(`^(src/(core|protocol|server)/|${ports})`),
    because: 'the server knows no channel and no adapter',
  },
  {
    from: /^src\/identity\//,
    mayImport: /^src\/(identity\/|console\/identity\.ts)/,
    because: 'who somebody is elsewhere is told in one shape, whoever tells it',
  },
  {
    from: /^src\/limits\//,
    mayImport: new RegExp(`^(src/limits/|${ports})`),
    because: 'what turns people away knows nothing of what it guards but its port',
  },
  {
    from: /^src\/phrasing\//,
    mayImport: /^src\/(phrasing\/|core\/(knowledge\/localized|language\/day)\.ts|metrics\/metrics\.ts)/,
    because: 'whoever rewords is given a text, and knows nothing of whose talk it is from',
  },
  {
    from: /^src\/(metrics|logging)\//,
    mayImport: /^src\/(metrics|logging)\//,
    because: 'what is told to operators must not know of conversations',
  },
  {
    from: /^src\/protocol\//,
    mayImport: /^src\/(protocol|core)\//,
    because: 'both ends of the wire read it',
  },
  {
    from: /^src\/web\/widget\//,
    mayImport: /^src\/(web\/widget|protocol|core)\//,
    because: 'what persons load has nothing of what mediators load',
  },
  {
    from: /^src\/web\/console\//,
    mayImport: /^src\/(web\/console|protocol|core)\//,
    because: 'the console is built by itself',
  },
  {
    from: /^src\/web\//,
    mayImport: /^src\/(web|protocol|core)\//,
    because: 'browser code shares the wire format and view types only',
  },
  {
    from: /^src\/webhooks\//,
    mayImport: /^src\/webhooks\//,
    because: 'they carry what they are given, and know nothing of it',
  },
  { from: /^src\/launch\//, mayImport: /^src\/launch\//, because: 'it runs before anything is installed' },
  {
    from: /^src\/config\.ts$/,
    mayImport: /^src\/(core|identity|limits|logging|phrasing|webhooks)\//,
    because: 'configuration is read before all else, and knows only how what is set is written',
  },
];

/** Packages that may be imported in one place only. */
const onlyHere: { packages: RegExp; folder: RegExp; because: string }[] = [
  {
    packages: /^(botkit|botbuilder.*|botframework.*)$/,
    folder: /^src\/channels\/web\//,
    because: 'Botkit is transport',
  },
  {
    packages: /^(fastify|@fastify\/(?!proxy-addr).*)$/,
    folder: /^src\/server\//,
    because: 'HTTP has one home',
  },
  { packages: /^openid-client$/, folder: /^src\/identity\//, because: 'a provider is one adapter' },
  {
    packages: /^zod-openapi$/,
    folder: /^src\/server\/console\//,
    because: 'the API is described from the table of its routes',
  },
  { packages: /^@fastify\/proxy-addr$/, folder: /^src\/limits\//, because: 'a client has one address' },
  { packages: /^(preact|@preact)\b/, folder: /^src\/web\/widget\//, because: 'the widget has to be tiny' },
  {
    packages: /^(react|react-dom|antd|@ant-design|@tanstack)\b/,
    folder: /^src\/web\/console\//,
    because: 'what is large is loaded by those who work with it all day',
  },
  {
    packages: /^(ws)$/,
    folder: /^src\/(channels\/web|server\/console\/socket)\//,
    because: 'people and those who work with them come over a socket each',
  },
  {
    packages: /^rate-limiter-flexible$/,
    folder: /^src\/limits\//,
    because: 'who may go on is decided in one place',
  },
  {
    packages: /^ipaddr\.js$/,
    folder: /^src\/(limits|webhooks)\//,
    because: 'addresses are judged where somebody comes in, and where something goes out',
  },
  {
    packages: /^chinese-days\b/,
    folder: /^src\/calendar\//,
    because: 'a day is one and the same everywhere',
  },
  {
    packages: /^csv-stringify\b/,
    folder: /^src\/server\/console\//,
    because: 'one place makes tables safe to open',
  },
  {
    packages: /^(client-zip|content-disposition|range-parser)$/,
    folder: /^src\/server\/console\//,
    because: 'one place decides how files leave the house',
  },
  { packages: /^prom-client$/, folder: /^src\/metrics\/prometheus\//, because: 'metrics are one adapter' },
  { packages: /^pino$/, folder: /^src\/logging\//, because: 'one place decides what may stand in a log' },
  { packages: /^file-type$/, folder: /^src\/evidence\//, because: 'files are judged in one place' },
  {
    packages: /^sharp$/,
    folder: /^src\/(evidence|demo)\//,
    because: 'pictures that people send are judged in one place; those of a demo are drawn',
  },
  {
    packages: /^node:sqlite$/,
    folder: /^src\/((stores|jobs)\/)?sqlite\//,
    because: 'a store is one adapter',
  },
  {
    packages: /^standardwebhooks$/,
    folder: /^src\/webhooks\//,
    because: 'what goes out is signed in one place',
  },
  { packages: /^(ai|@ai-sdk\/.*)$/, folder: /^src\/phrasing\/llm\//, because: 'a model only rewords' },
  { packages: /^cockatiel$/, folder: /^src\/phrasing\/llm\//, because: 'only a model may be left alone' },
  {
    packages: /^(ioredis|bullmq)$/,
    folder: /^src\/jobs\/bullmq\//,
    because: 'an adapter is one way of keeping jobs',
  },
  {
    packages: /^(redis|@redis\/.*)$/,
    folder: /^src\/(stores|signals)\/redis\//,
    because: 'a store is one adapter',
  },
];

/** Words that may stand in one place only. */
const impure =
  /\bDate\.now\(|new Date\(\s*\)|\bMath\.random\(|\bsetTimeout\(|\bsetInterval\(|\bprocess\.|\bfetch\(/;

function violations(files: SourceFile[]): string[] {
  return files.flatMap(file => [
    ...file.imports
      .filter(one => one.isOwn)
      .flatMap(one => {
        const boundary = boundaries.find(rule => rule.from.test(file.path));
        return !boundary || boundary.mayImport.test(one.target)
          ? []
          : [`${file.path} imports ${one.target}: ${boundary.because}`];
      }),
    ...file.imports
      .filter(one => !one.isOwn)
      .flatMap(one => {
        if (file.path.startsWith('src/core/') && one.target !== 'zod')
          return [`${file.path} imports ${one.target}: the core knows zod alone`];
        const rule = onlyHere.find(({ packages }) => packages.test(one.target));
        return rule && !rule.folder.test(file.path)
          ? [`${file.path} imports ${one.target}: ${rule.because}`]
          : [];
      }),
    ...(file.path.startsWith('src/core/') && impure.test(file.text)
      ? [`${file.path} has ${impure.exec(file.text)?.[0]}: what cannot be repeated is passed into the core`]
      : []),
    ...(file.path !== 'src/config.ts' &&
    !file.path.startsWith('src/launch/') &&
    /process\.env\b/.test(file.text)
      ? [`${file.path} reads process.env: config.ts is its only reader`]
      : []),
  ]);
}

const files = sourceFiles();

test('there are files to look at, in every part', () => {
  expect(files.length).toBeGreaterThan(80);
  for (const rule of boundaries)
    expect(
      files.some(file => rule.from.test(file.path)),
      String(rule.from),
    ).toBe(true);
});

test('every import stays within its bounds', () => expect(violations(files)).toEqual([]));

describe('a planted fault is found', () => {
  const plant = (path: string, text: string): string[] =>
    violations([{ path, text, imports: importsOf(path, text) }]);
  test.each([
    ['src/core/nlu/x.ts', `import { a } from '../dialogue/turn.ts';`],
    ['src/core/nlu/x.ts', `import { readFile } from 'node:fs';`],
    ['src/core/dialogue/x.ts', `const now = Date.now();`],
    ['src/core/dialogue/x.ts', `const now = new Date();`],
    ['src/runtime/x.ts', `import { sqliteStore } from '../stores/sqlite/sqlite-store.ts';`],
    ['src/server/x.ts', `import { Botkit } from 'botkit';`],
    ['src/server/x.ts', `export { webChannel } from '../channels/web/web-channel.ts';`],
    ['src/stores/sqlite/x.ts', `const { a } = await import('../../runtime/commit.ts');`],
    ['src/runtime/x.ts', `const port = process.env.PORT;`],
    ['src/channels/terminal/x.ts', `import '../web/web-channel.ts';`],
    ['src/jobs/sqlite/x.ts', `import type { Store } from '../../stores/store.ts';`],
    ['src/runtime/x.ts', `import { bullmqJobs } from '../jobs/bullmq/bullmq-jobs.ts';`],
    ['src/stores/redis/x.ts', `import { Queue } from 'bullmq';`],
    ['src/web/widget/x.ts', `import { Button } from 'antd';`],
    ['src/web/widget/x.ts', `import { call } from '../console/api/call.ts';`],
  ])('%s: %s', (path, text) => expect(plant(path, text)).toHaveLength(1));
});

describe('files', () => {
  test('are at most 300 lines, or say why in their first lines', () => {
    const long = files.filter(
      ({ text }) => text.split('\n').length > 300 && !/Longer than|in one file/.test(text.slice(0, 600)),
    );
    expect(long.map(file => file.path)).toEqual([]);
  });

  test('are named in kebab-case, and for what they hold', () => {
    const bad = files
      .map(({ path }) => path)
      .filter(
        path =>
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.(ts|tsx|mjs)$/.test(basename(path)) ||
          /^(utils?|helpers?|types|managers?|services?)\./.test(basename(path)),
      );
    expect(bad).toEqual([]);
  });
});
