import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { LIMITS } from '../src/limits/limits.ts';

const { uploads: _, ...withoutUploads } = LIMITS;

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const OTHER_SECRET = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
const nineToSix = [{ from: 9 * 60, to: 18 * 60 }];
const DEFAULTS = {
  port: 3000,
  host: '127.0.0.1',
  dataDir: './data',
  zone: 'Asia/Shanghai',
  operatorName: '本站运营方',
  answerWithinDays: 3,
  openingHours: 'always',
  acceptWithinMinutes: 5,
  offerSeconds: 45,
  evidence: { maxBytes: 20 * 1024 * 1024, maxFiles: 20 },
  retention: { unfiledDays: 180, closedDays: null },
  operatorKey: null,
  redis: null,
  redisPrefix: 'parley:',
  isProduction: false,
  webhooks: { urls: [], secrets: [], allowPrivate: false },
  allowedOrigins: [],
  logLevel: 'info',
  trustProxy: [],
  metricsToken: null,
  rateLimits: LIMITS,
  full: { sockets: 20_000, turns: 2_000, delay: 500 },
  sessions: { idle: 120 * 60_000, absolute: 12 * 3_600_000 },
  oidc: null,
  llm: null,
  drainSeconds: 25,
};
const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  it('takes blank for absent', () => {
    expect(readConfig({ PORT: '', HOST: '  ', OPERATOR_NAME: '' })).toEqual(DEFAULTS);
  });

  it('reads every variable', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '::1',
      DATA_DIR: '/var/lib/协商',
      TIME_ZONE: 'Europe/Berlin',
      OPERATOR_NAME: '阳光调解中心',
      ANSWER_WITHIN_DAYS: '60',
      OPENING_HOURS: 'daily 09:00-18:00',
      ACCEPT_WITHIN_MINUTES: '10',
      ASSIGNMENT: 'offer',
      OFFER_SECONDS: '90',
      EVIDENCE_MAX_MB: '5',
      EVIDENCE_MAX_FILES: '7',
      RETAIN_UNFILED_DAYS: 'never',
      RETAIN_CLOSED_DAYS: '365',
      OPERATOR_KEY: Buffer.alloc(32, 5).toString('base64'),
      REDIS_URL: 'rediss://one:7000, rediss://two:7000',
      REDIS_PREFIX: 'shop:',
      NODE_ENV: 'production',
      WEBHOOK_URLS: 'https://hooks.example.com/a?key=b, http://10.0.0.8:8080/',
      WEBHOOK_SECRET: `${SECRET},${OTHER_SECRET}`,
      WEBHOOK_ALLOW_PRIVATE: 'true',
      ALLOWED_ORIGINS: 'https://www.example.com, http://localhost:8000,',
      LOG_LEVEL: 'warn',
      TRUST_PROXY: 'loopback, 10.0.0.0/8',
      METRICS_TOKEN: 'only-for-prometheus',
      RATE_LIMITS: 'messages=60/10, uploads=off',
      MAX_SOCKETS: '500',
      MAX_TURNS: '100',
      MAX_LOOP_DELAY_MS: '200',
      SESSION_IDLE_MINUTES: '30',
      SESSION_HOURS: '9',
      OIDC_ISSUER: 'https://id.example.com',
      OIDC_CLIENT_ID: 'parley',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_LOGIN_CLAIM: 'preferred_username',
      OIDC_ALLOW: 'groups=a=b',
      LLM_API_KEY: 'sk-a.b_c',
      LLM_BASE_URL: 'https://api.deepseek.com/v1',
      LLM_MODEL: 'deepseek-chat',
      LLM_TIMEOUT_MS: '900',
      LLM_DAILY_TOKENS: 'unlimited',
      LLM_SEND_WORDS: 'yes',
      LLM_PRICE_IN: '2',
      LLM_PRICE_OUT: '0.15',
      DRAIN_SECONDS: '5',
    });
    expect(config).toEqual({
      port: 8080,
      host: '::1',
      dataDir: '/var/lib/协商',
      zone: 'Europe/Berlin',
      operatorName: '阳光调解中心',
      answerWithinDays: 60,
      openingHours: { week: Array.from({ length: 7 }, () => nineToSix), makeUp: nineToSix, holidays: [] },
      acceptWithinMinutes: 10,
      offerSeconds: 90,
      evidence: { maxBytes: 5 * 1024 * 1024, maxFiles: 7 },
      retention: { unfiledDays: null, closedDays: 365 },
      operatorKey: Buffer.alloc(32, 5),
      redis: { urls: ['rediss://one:7000', 'rediss://two:7000'], prefix: 'shop:' },
      redisPrefix: 'shop:',
      isProduction: true,
      webhooks: {
        urls: ['https://hooks.example.com/a?key=b', 'http://10.0.0.8:8080/'],
        secrets: [SECRET, OTHER_SECRET],
        allowPrivate: true,
      },
      allowedOrigins: ['https://www.example.com', 'http://localhost:8000'],
      logLevel: 'warn',
      trustProxy: ['loopback', '10.0.0.0/8'],
      metricsToken: 'only-for-prometheus',
      rateLimits: { ...withoutUploads, messages: { times: 60, seconds: 10 } },
      full: { sockets: 500, turns: 100, delay: 200 },
      sessions: { idle: 30 * 60_000, absolute: 9 * 3_600_000 },
      oidc: {
        issuer: 'https://id.example.com',
        clientId: 'parley',
        clientSecret: 'secret',
        loginClaim: 'preferred_username',
        allow: { claim: 'groups', value: 'a=b' },
        label: 'id.example.com',
      },
      llm: {
        apiKey: 'sk-a.b_c',
        baseUrl: 'https://api.deepseek.com/v1',
        model: 'deepseek-chat',
        timeoutMs: 900,
        dailyTokens: null,
        sendsWords: true,
        prices: { in: 2, out: 0.15 },
      },
      drainSeconds: 5,
    });
  });

  it('offers nobody anything where mediators take by hand', () => {
    expect(readConfig({ ASSIGNMENT: 'hand', OFFER_SECONDS: '90' }).offerSeconds).toBeNull();
  });

  it.each([
    ['ASSIGNMENT', 'both'],
    ['OFFER_SECONDS', '9'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', '3000 or so'],
    ['HOST', 'http://localhost'],
    ['TIME_ZONE', 'Beijing'],
    ['TIME_ZONE', '+08:00'],
    ['OPERATOR_NAME', '{receiver}'],
    ['OPERATOR_NAME', '长'.repeat(81)],
    ['ANSWER_WITHIN_DAYS', '0'],
    ['ANSWER_WITHIN_DAYS', '61'],
    ['OPENING_HOURS', 'Mon-Fri'],
    ['OPENING_HOURS', 'Mon-Fri 09:00-18:00; Wed 10:00-12:00'],
    ['EVIDENCE_MAX_MB', '0.5'],
    ['EVIDENCE_MAX_FILES', '0'],
    ['RETAIN_UNFILED_DAYS', '0'],
    ['RETAIN_CLOSED_DAYS', 'always'],
    ['ALLOWED_ORIGINS', 'www.example.com'],
    ['ALLOWED_ORIGINS', 'https://www.example.com/'],
    ['ALLOWED_ORIGINS', '*'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'everybody'],
    ['RATE_LIMITS', 'messages=60'],
    ['RATE_LIMITS', 'messages=0/60'],
    ['RATE_LIMITS', 'letters=60/60'],
    ['RATE_LIMITS', 'toString=off'],
    ['MAX_SOCKETS', '0'],
    ['MAX_TURNS', 'many'],
    ['MAX_LOOP_DELAY_MS', '1'],
    ['SESSION_IDLE_MINUTES', '4'],
    ['SESSION_HOURS', '0.5'],
    ['OIDC_ISSUER', 'http://id.example.com'],
    ['OIDC_ALLOW', 'groups'],
    ['LLM_MODEL', 'deepseek chat'],
    ['LLM_TIMEOUT_MS', '99'],
    ['LLM_TIMEOUT_MS', '10001'],
    ['LLM_DAILY_TOKENS', '2e6'],
    ['LLM_SEND_WORDS', 'true'],
    ['LLM_PRICE_IN', '-1'],
    ['LLM_PRICE_OUT', '1.'],
    ['DRAIN_SECONDS', '0'],
    ['REDIS_PREFIX', 'a{b}'],
  ])('refuses %s=%s in one sentence', (name, value) => {
    const read = (): unknown => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`${name} is ${JSON.stringify(value)}, but it must be `);
  });
});

it.each([
  ['OPERATOR_KEY', 'c2VjcmV0', '32 bytes in base64'],
  ['REDIS_URL', 'http://user:secret@10.0.0.1', 'the URL of a Redis'],
  ['REDIS_URL', 'redis://10.0.0.1, 10.0.0.2', 'the URL of a Redis'],
  ['REDIS_URL', 'redis://:secret@10.0.0.1/db', 'the URL of a Redis'],
  ['REDIS_URL', 'redis://10.0.0.1/1, redis://10.0.0.2', 'the URL of a Redis'],
  ['METRICS_TOKEN', 'short', ''],
  ['LLM_API_KEY', 'sk secret', 'a key of visible ASCII characters'],
  ['LLM_BASE_URL', 'https://me:secret@api.example.com/v1', 'the http(s) address'],
  ['LLM_BASE_URL', 'https://api.example.com/v1?key=secret', 'the http(s) address'],
  ['LLM_BASE_URL', 'api.example.com', 'the http(s) address'],
  ['LLM_BASE_URL', 'file:///etc/passwd', 'the http(s) address'],
])('never repeats a secret that is wrong: %s', (name, value, allowed) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name} is not right, but it must be ${allowed}`);
});

describe('a language model', () => {
  it('is there with a key, at the address of OpenAI where no other is set', () => {
    expect(readConfig({ LLM_API_KEY: 'k', LLM_MODEL: 'm' }).llm).toEqual({
      apiKey: 'k',
      baseUrl: 'https://api.openai.com/v1',
      model: 'm',
      timeoutMs: 1_500,
      dailyTokens: 2_000_000,
      sendsWords: false,
      prices: { in: 0, out: 0 },
    });
  });

  it('is there with an address alone, for a server that wants no key', () => {
    expect(readConfig({ LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'qwen' }).llm).toMatchObject({
      apiKey: null,
      baseUrl: 'http://127.0.0.1:11434/v1',
    });
  });

  it('is not there when only how it is to be used is set', () => {
    expect(readConfig({ LLM_TIMEOUT_MS: '900', LLM_SEND_WORDS: 'yes', LLM_PRICE_IN: '1' }).llm).toBeNull();
  });

  it.each([
    [{ LLM_API_KEY: 'k' }, 'LLM_MODEL must be set too'],
    [{ LLM_BASE_URL: 'http://127.0.0.1:1/v1' }, 'LLM_MODEL must be set too'],
    [{ LLM_MODEL: 'm' }, 'LLM_API_KEY or LLM_BASE_URL must be set too'],
  ])('says what is missing of %j', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });
});

describe('webhooks', () => {
  it.each([
    ['an address that is none', { WEBHOOK_URLS: 'hooks.example.com' }, 'address 1 must begin with https://'],
    ['a file', { WEBHOOK_URLS: 'file:///etc/passwd' }, 'address 1 must begin with https://'],
    [
      'no TLS',
      { WEBHOOK_URLS: 'https://a.example,http://b.example' },
      'address 2 (b.example) must begin with https://',
    ],
    ['an own network', { WEBHOOK_URLS: 'https://10.0.0.1' }, 'address 1 (10.0.0.1) is not public'],
    ['IPv6 loopback', { WEBHOOK_URLS: 'https://[::1]:8443' }, 'address 1 ([::1]:8443) is not public'],
    ['an address in octal', { WEBHOOK_URLS: 'https://0177.0.0.1' }, 'address 1 (127.0.0.1) is not public'],
    [
      'metadata',
      { WEBHOOK_URLS: 'https://169.254.169.254' },
      'is an address that webhooks are never sent to',
    ],
    ['twice the same', { WEBHOOK_URLS: 'https://a.example,https://a.example' }, 'names an address twice'],
    ['no secret', { WEBHOOK_URLS: 'https://a.example' }, 'WEBHOOK_SECRET is missing'],
    ['a bare secret', { WEBHOOK_SECRET: 'c2VjcmV0' }, 'WEBHOOK_SECRET must be whsec_'],
    ['a short secret', { WEBHOOK_SECRET: 'whsec_c2VjcmV0' }, 'WEBHOOK_SECRET must be whsec_'],
    [
      'half a provider',
      { OIDC_ISSUER: 'https://id.example.com' },
      'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must',
    ],
    ['neither yes nor no', { WEBHOOK_ALLOW_PRIVATE: 'maybe' }, 'but it must be true or false'],
  ])('are refused with %s', (_, env: Record<string, string>, why) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(why);
  });
});

describe('.env.example', () => {
  const documented = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));

  it('documents exactly the variables that are read, each with its default', () => {
    const asked = new Set<string>();
    readConfig(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }));
    expect(Object.keys(documented).sort()).toEqual([...asked].sort());
    expect(
      readConfig({
        ...documented,
        ALLOWED_ORIGINS: '',
        OPERATOR_KEY: '',
        REDIS_URL: '',
        WEBHOOK_URLS: '',
        WEBHOOK_SECRET: '',
        OIDC_ISSUER: '',
        OIDC_CLIENT_ID: '',
        OIDC_CLIENT_SECRET: '',
        LLM_API_KEY: '',
        LLM_BASE_URL: '',
        LLM_MODEL: '',
      }),
    ).toEqual(DEFAULTS);
    expect(readConfig(documented).oidc).toMatchObject({ loginClaim: 'email' });
    expect(readConfig(documented).allowedOrigins).toHaveLength(2);
  });

  it('changes nothing when it is copied as it is', () => {
    expect(parseEnv(example)).toEqual({});
  });
});

describe('the process', () => {
  it('reads .env in its folder, and the environment before it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-config-'));
    writeFileSync(join(folder, '.env'), 'PORT=4001\nOPERATOR_NAME="阳光 调解"\n');
    const config = fileURLToPath(new URL('../src/config.ts', import.meta.url));
    const script = `import { configFromEnvironment } from ${JSON.stringify(config)}; console.log(JSON.stringify(configFromEnvironment()))`;
    const env = { PATH: process.env['PATH'] ?? '', PORT: '4002' };
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env,
    });
    rmSync(folder, { recursive: true });
    expect(JSON.parse(String(printed))).toMatchObject({ port: 4002, operatorName: '阳光 调解' });
  });
});
