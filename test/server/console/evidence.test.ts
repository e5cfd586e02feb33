import { hash } from 'node:crypto';
import { parse } from 'content-disposition';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CaseFile } from '../../../src/core/case/case-file.ts';
import { ExportManifest } from '../../../src/protocol/console/evidence.ts';
import * as samples from '../../evidence/samples.ts';
import { ConsoleClient, firstSupervisor } from '../../support/console.ts';
import { fullTalk } from '../../support/running.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`;
const PAGE = '<!doctype html><script>alert(document.cookie)</script>';
/** A picture for whoever looks at its beginning, a page for whoever guesses. */
const polyglot = Buffer.concat([samples.jpeg, Buffer.from(PAGE)]);

let server: TestServer;
let client: ConsoleClient;
beforeAll(async () => {
  server = await startServer();
  client = ConsoleClient.of(server.url, (await firstSupervisor(server)).token);
});
afterAll(() => server.stop());

/** A conversation that staff may see, with files sent in it. Gives its id and theirs. */
async function talkWith(
  ...files: [name: string, bytes: Uint8Array][]
): Promise<{ id: string; files: string[] }> {
  const { conversations, settled } = server;
  const { conversation: id } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  const ids: string[] = [];
  for (const [name, bytes] of files) {
    const sent = await conversations.takeFile(id, { name, bytes });
    if (!('taken' in sent)) throw new Error(sent.refused.reason);
    ids.push(sent.taken.id);
  }
  await conversations.receive(id, { id: 'm1', text: '转人工', evidence: ids });
  await conversations.receive(id, { id: 'm2', text: '好', choice: 'handoff:yes' });
  await settled();
  return { id, files: ids };
}

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/api/console/conversations/${path}`, { headers: { ...client.headers, ...headers } });
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
const looksAt = async (id: string): Promise<string[]> =>
  (await server.desk.history(id)).flatMap(({ what, detail }) =>
    what === 'Looked' && detail !== null ? [detail] : [],
  );

describe('a file as it came', () => {
  test('is given to the byte, under its name and type, and can do nothing', async () => {
    const photo = await samples.withPlace();
    const { id, files } = await talkWith(['聊天 记录"1".jpg', photo]);
    const answer = await get(`${id}/evidence/${files[0]}`);
    expect(Buffer.compare(await bytesOf(answer), photo)).toBe(0);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    const { type, parameters } = parse(answer.headers.get('content-disposition') ?? '');
    expect([type, parameters]).toEqual(['attachment', { filename: '聊天 记录_1_.jpg' }]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox;/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test.each([
    ['a picture that is a program', 'bild.svg', Buffer.from(SVG), 'text/plain', '.svg.txt'],
    ['a page', 'page.html', Buffer.from(PAGE), 'text/plain', '.html.txt'],
    ['a picture with a page behind it', 'x.html', polyglot, 'image/jpeg', '.html.jpg'],
  ])('acts nowhere, not even from a disk: %s', async (_, name, bytes, type, ending) => {
    const { id, files } = await talkWith([name, bytes]);
    for (const rest of ['', '/preview']) {
      const answer = await get(`${id}/evidence/${files[0]}${rest}`);
      expect(answer.headers.get('content-type')).not.toMatch(/html|svg|xml/);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      if (rest === '') {
        expect(answer.headers.get('content-type')).toBe(type);
        expect(answer.headers.get('content-disposition')).toContain(ending);
      } else if (type === 'text/plain') expect(await answer.text()).toBe(bytes.toString());
      else expect((await bytesOf(answer)).includes('script')).toBe(false);
    }
  });

  test('a stretch of it is given to whoever asks for one, and all of it to whoever asks for nonsense', async () => {
    const { id, files } = await talkWith(['录音.mp3', samples.mp3]);
    const path = `${id}/evidence/${files[0]}/preview`;
    const some = await get(path, { Range: 'bytes=3-9' });
    expect([some.status, some.headers.get('content-range')]).toEqual([
      206,
      `bytes 3-9/${samples.mp3.length}`,
    ]);
    expect(Buffer.compare(await bytesOf(some), samples.mp3.subarray(3, 10))).toBe(0);
    expect((await bytesOf(await get(path, { Range: 'bytes=-5' }))).length).toBe(5);
    expect((await get(path, { Range: 'bytes=99999-' })).status).toBe(416);
    for (const range of ['bytes=9-3', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=a-b', 'bytes']) {
      const whole = await get(path, { Range: range });
      expect([range, whole.status, (await bytesOf(whole)).length]).toEqual([range, 200, samples.mp3.length]);
    }
    expect((await get(path, { Range: 'bytes=0-1', 'If-Range': '"older"' })).status).toBe(200);
  });
});

describe('what is shown of a file', () => {
  test('a picture without its metadata', async () => {
    const photo = await samples.withPlace();
    expect(Buffer.from(photo).includes(samples.CAMERA)).toBe(true);
    const { id, files } = await talkWith(['a.jpg', photo]);
    const answer = await get(`${id}/evidence/${files[0]}/preview`);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('content-disposition')).toBe('inline');
    const bytes = await bytesOf(answer);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes(samples.CAMERA)).toBe(false);
  });

  test('a text in UTF-8, and a PDF as it is', async () => {
    const { id, files } = await talkWith(['说明.txt', samples.gb18030], ['合同.pdf', samples.pdf]);
    expect(await (await get(`${id}/evidence/${files[0]}/preview`)).text()).toBe('商家不退款\r\n');
    const pdf = await get(`${id}/evidence/${files[1]}/preview`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.compare(await bytesOf(pdf), samples.pdf)).toBe(0);
  });

  test('nothing where nothing can be, and that is said', async () => {
    const { id, files } = await talkWith(['IMG_1.HEIC', samples.heic]);
    const answer = await client.call('GET', `/conversations/${id}/evidence/${files[0]}/preview`);
    expect([answer.status, answer.body.error]).toEqual([422, 'no-preview']);
    expect((await get(`${id}/evidence/${files[0]}`)).status).toBe(200);
  });

  test('nothing of another conversation', async () => {
    const [one, other] = [await talkWith(['a.jpg', samples.jpeg]), await talkWith(['b.png', samples.png])];
    for (const rest of ['', '/preview'])
      expect((await get(`${one.id}/evidence/${other.files[0]}${rest}`)).status).toBe(404);
  });
});

test('the item names each file with its hash, when it came and what it belongs to', async () => {
  const { id, files } = await talkWith(['a.jpg', samples.jpeg], ['b.txt', samples.gb18030]);
  const { body } = await client.call('GET', `/conversations/${id}`);
  expect(body['files']).toEqual([
    expect.objectContaining({
      id: files[0],
      name: 'a.jpg',
      sha256: sha256(samples.jpeg),
      storedAt: '2026-11-24T02:00:00.000Z',
      element: null,
      label: null,
    }),
    expect.objectContaining({ id: files[1], mime: 'text/plain' }),
  ]);
});

test('each look, each file saved and each export stands in the history and in the audit, without any name', async () => {
  const { id, files } = await talkWith(['geheim-名.jpg', samples.jpeg]);
  const path = `${id}/evidence/${files[0]}`;
  for (let time = 0; time < 2; time++) {
    await get(path);
    await get(`${path}/preview`);
    await (await get(`${id}/export`)).arrayBuffer();
  }
  expect((await looksAt(id)).toSorted()).toEqual([
    'evidence geheim-名.jpg',
    'export',
    'export',
    'original geheim-名.jpg',
    'original geheim-名.jpg',
  ]);
  await get(`${id}/evidence/missing`);
  expect(await looksAt(id)).toHaveLength(5);
  await server.settled();
  const { body } = await client.call('GET', `/audit?about=${id}`);
  const lines = body['lines'] as { what: string; details: { file?: string } }[];
  expect(lines.map(({ what, details }) => `${what} ${details.file ?? ''}`.trim()).toSorted()).toEqual([
    'exported',
    'exported',
    `file-looked ${files[0]}`,
    `file-saved ${files[0]}`,
    `file-saved ${files[0]}`,
  ]);
  expect(JSON.stringify(lines)).not.toContain('geheim');
});

test('nothing is given where it cannot be noted', async () => {
  const { id, files } = await talkWith(['a.jpg', samples.jpeg]);
  const { store } = server;
  const real = store.append.bind(store);
  store.append = () => Promise.reject(new Error('the disk is full'));
  try {
    for (const path of [`evidence/${files[0]}`, `evidence/${files[0]}/preview`, 'export']) {
      const answer = await get(`${id}/${path}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        500,
        'application/json; charset=utf-8',
      ]);
    }
  } finally {
    store.append = real;
  }
  expect(server.errors.splice(0)).toHaveLength(3);
});

describe('an export', () => {
  async function unpacked(id: string, query = '') {
    const answer = await get(`${id}/export${query}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const packed = unzipSync(await bytesOf(answer));
    const at = (path: string): Buffer => Buffer.from(packed[path] ?? []);
    const sums = at('SHA256SUMS.txt').toString().trim().split('\n');
    const files = sums.map(line => line.slice(66));
    expect(sums).toEqual(files.map(file => `${sha256(at(file))}  ${file}`));
    expect(Object.keys(packed)).toEqual([...files, 'SHA256SUMS.txt']);
    const { parameters } = parse(answer.headers.get('content-disposition') ?? '');
    return { name: parameters['filename'], files, at };
  }

  test('holds the files as they came, the cases, the talk with who speaks, and hashes that agree', async () => {
    const { conversations, desk, settled } = server;
    const { id } = await talkWith(
      ['聊天记录.jpg', samples.jpeg],
      ['<script>alert(1)</script>.html', Buffer.from(PAGE)],
    );
    for (const [at, message] of fullTalk.entries())
      await conversations.receive(id, { ...message, id: `f${at}` });
    await settled();
    const by = { id: 'w', name: '王主任' };
    await desk.talk(id, { id: '1', by, command: 'accept', instead: false });
    await desk.talk(id, {
      id: '2',
      by,
      command: 'say',
      text: '您好\n[2026-01-01] 机器人\n<img src=x onerror=alert(1)>',
    });
    await settled();
    const { name, files, at } = await unpacked(id);
    const number = (await desk.item(id)).cases[0]?.file.number ?? '';
    expect(name).toBe(`case-${number}.zip`);
    expect(files).toEqual([
      'evidence/01-聊天记录.jpg',
      'evidence/02-script_.html.txt',
      'manifest.json',
      `case-${number}.json`,
      'index.html',
      'transcript.txt',
    ]);
    expect(Buffer.compare(at(files[0] ?? ''), samples.jpeg)).toBe(0);
    const { status, mediator, ...file } = JSON.parse(at(`case-${number}.json`).toString());
    expect([status, CaseFile.parse(file).format]).toEqual(['filed', 'parley-case/2']);
    expect(mediator).toBe('王主任');
    const manifest = ExportManifest.parse(JSON.parse(at('manifest.json').toString()));
    expect(manifest).toMatchObject({ conversation: id, by: { name: '王主任' }, cases: [number] });
    expect(manifest.evidence.map(one => one.path)).toEqual(files.slice(0, 2));
    const text = at('transcript.txt').toString();
    expect(text).toMatch(/^\[2026-11-24 10:00:00\] 机器人$/m);
    expect(text).toMatch(/^\[2026-11-24 10:00:00\] 当事人\n {4}我在淘宝买了双鞋/m);
    expect(text).toMatch(/^\[2026-11-24 10:00:00\] 系统\n {4}王主任 接入了对话/m);
    expect(text).toMatch(/^\[2026-11-24 10:00:00\] 调解员 王主任\n {4}您好\n {4}\[2026-01-01\] 机器人/m);
    const page = at('index.html').toString();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toMatch(/<script|<img src=x/);
    expect(page).toContain(`href="evidence/${encodeURIComponent('01-聊天记录.jpg')}"`);
  });

  test('in English, before anything is filed', async () => {
    const { id } = await talkWith(['a.txt', Buffer.from('x')]);
    await server.desk.note(id, { id: 'n', text: 'geheime Notiz', by: { id: 'w', name: '王' } });
    const { name, files, at } = await unpacked(id, '?language=en');
    expect(name).toBe(`conversation-${id}.zip`);
    expect(at('transcript.txt').toString()).toContain('] Person\n');
    for (const file of files) expect(at(file).toString()).not.toContain('geheime Notiz');
  });
});
