// Longer than 300 lines: there is an entry for each variable, and they are all here.
import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { OidcSettings } from './identity/oidc-identity.ts';
import { type OpeningHours, readOpeningHours } from './core/calendar/opening-hours.ts';
import { areProxies } from './limits/client-address.ts';
import { type Allowances, LIMITS, readAllowances } from './limits/limits.ts';
import type { LoadMarks } from './limits/load.ts';
import { LOG_LEVELS, type LogLevel } from './logging/log.ts';
import type { LlmSettings } from './phrasing/llm/llm-phraser.ts';
import { problemWith } from './webhooks/problem-with.ts';
import type { WebhookSettings } from './webhooks/signed-webhooks.ts';

export interface Config {
  /** TCP port; 0 lets the system choose one. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** Folder for the database and the evidence, as given. */
  dataDir: string;
  /** IANA zone in which days are counted. */
  zone: string;
  /** Who receives filed cases, as the consent names them. */
  operatorName: string;
  answerWithinDays: number;
  /** When mediators are there, in `zone`. */
  openingHours: OpeningHours;
  /** After which somebody who waits for a mediator is told that nobody has come. */
  acceptWithinMinutes: number;
  /** For which whoever waits is offered to one mediator after the other; null: everybody takes from the inbox. */
  offerSeconds: number | null;
  /** Bytes of one file, and files of one case. */
  evidence: { maxBytes: number; maxFiles: number };
  /** Days after which data are erased; null: they are kept. */
  retention: {
    /** Since the last word of a conversation in which no case was filed. */
    unfiledDays: number | null;
    /** Since the last case of a conversation was closed. */
    closedDays: number | null;
  };
  /** 32 bytes that wrap the key of every conversation; null where none is configured. */
  operatorKey: Uint8Array | null;
  /** Where conversations, cases and jobs lie when several machines share them; null: in files of the data folder. */
  redis: { urls: string[]; prefix: string } | null;
  /** What the keys begin with in any Redis. */
  redisPrefix: string;
  isProduction: boolean;
  webhooks: WebhookSettings;
  /** Origins of pages on other hosts that may embed the widget; empty: only this server's own pages. */
  allowedOrigins: string[];
  logLevel: LogLevel;
  /** Proxies whose word on where a request comes from is taken, see `clientAddress`; empty: nobody's is. */
  trustProxy: string[];
  /** What operators name themselves by at `/metrics`; null: only private addresses may read it. */
  metricsToken: string | null;
  rateLimits: Allowances;
  /** Above these the server says that it is full. */
  full: LoadMarks & { sockets: number };
  /** Milliseconds after which a session of the console ends: unused, and in all. */
  sessions: { idle: number; absolute: number };
  /** Another system that vouches for those who work in the console; null: they sign in with passwords only. */
  oidc: OidcSettings | null;
  /** The language model that may reword what the bot says; null: none does. */
  llm: LlmSettings | null;
  /** Seconds that work under way may take to end when the server is told to stop. */
  drainSeconds: number;
}

/** A setting cannot be used. The message is one sentence that names the variable, its value and what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine(number => number >= least && number <= most);

const list = z.string().transform(text =>
  text
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== ''),
);

const daysOrNever = z
  .string()
  .regex(/^([1-9]\d{0,4}|never)$/)
  .transform(text => (text === 'never' ? null : Number(text)));

const price = {
  absent: '0',
  schema: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/)
    .transform(Number),
  allowed: 'a price of a million tokens such as 2 or 0.15',
};

const MEBIBYTE = 1024 * 1024;
const MINUTE = 60_000;

/** Each variable: what its absence means, how it is read, and what is allowed, as the error says it. */
const VARIABLES = {
  PORT: { absent: '3000', schema: wholeNumber(0, 65_535), allowed: 'a whole number from 0 to 65535' },
  HOST: {
    absent: '127.0.0.1',
    schema: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
    allowed: 'an IP address or a host name',
  },
  DATA_DIR: {
    absent: './data',
    schema: z.string().refine(path => !path.includes('\0')),
    allowed: 'the path of a folder',
  },
  TIME_ZONE: {
    absent: 'Asia/Shanghai',
    schema: z.string().refine(isZone),
    allowed: 'an IANA zone such as Asia/Shanghai',
  },
  OPERATOR_NAME: {
    absent: '本站运营方',
    // A name goes into the consent as a part of a sentence; braces there would be read as a parameter.
    schema: z
      .string()
      .max(80)
      .regex(/^[^{}\p{Cc}]+$/u),
    allowed: 'a name of at most 80 characters without braces and line ends',
  },
  ANSWER_WITHIN_DAYS: {
    absent: '3',
    schema: wholeNumber(1, 60),
    allowed: 'a whole number of days from 1 to 60',
  },
  OPENING_HOURS: {
    absent: 'always',
    schema: z.string().transform((text, context) => readOpeningHours(text) ?? cannotBeRead(context)),
    allowed:
      'always, or each day once with its hours such as Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00; holidays 10:00-12:00',
  },
  ACCEPT_WITHIN_MINUTES: {
    absent: '5',
    schema: z
      .string()
      .regex(/^\d{1,4}(\.\d{1,2})?$/)
      .transform(Number)
      .refine(minutes => minutes >= 0.01 && minutes <= 1_440),
    allowed: 'minutes from 0.01 to 1440, such as 5 or 2.5',
  },
  ASSIGNMENT: { absent: 'offer', schema: z.enum(['offer', 'hand']), allowed: 'offer or hand' },
  OFFER_SECONDS: {
    absent: '45',
    schema: wholeNumber(10, 600),
    allowed: 'a whole number of seconds from 10 to 600',
  },
  EVIDENCE_MAX_MB: {
    absent: '20',
    schema: wholeNumber(1, 1000),
    allowed: 'a whole number of megabytes from 1 to 1000',
  },
  EVIDENCE_MAX_FILES: {
    absent: '20',
    schema: wholeNumber(1, 1000),
    allowed: 'a whole number from 1 to 1000',
  },
  RETAIN_UNFILED_DAYS: {
    absent: '180',
    schema: daysOrNever,
    allowed: 'a whole number of days from 1 to 99999, or never to keep them',
  },
  RETAIN_CLOSED_DAYS: {
    absent: 'never',
    schema: daysOrNever,
    allowed: 'a whole number of days from 1 to 99999, or never to keep them',
  },
  OPERATOR_KEY: {
    absent: '',
    schema: z
      .string()
      .refine(text => text === '' || /^[A-Za-z0-9+/]{43}=$/.test(text))
      .transform(text => (text === '' ? null : Buffer.from(text, 'base64'))),
    allowed: '32 bytes in base64, for example from `openssl rand -base64 32`',
    isSecret: true,
  },
  REDIS_URL: {
    absent: '',
    schema: list.refine(isOneRedis),
    allowed:
      'the URL of a Redis such as redis://:password@redis.example.com:6379/0, or with commas those of several nodes of one cluster, which have no database numbers',
    isSecret: true,
  },
  REDIS_PREFIX: {
    absent: 'parley:',
    schema: z.string().regex(/^[A-Za-z0-9._:-]{1,40}$/),
    allowed: 'up to 40 letters, digits, dots, colons, hyphens and underscores',
  },
  NODE_ENV: {
    absent: 'development',
    schema: z.string(),
    allowed: 'production, or something else',
  },
  WEBHOOK_URLS: { absent: '', schema: list, allowed: 'a list of addresses', isSecret: true },
  WEBHOOK_SECRET: { absent: '', schema: list, allowed: 'a list of secrets', isSecret: true },
  WEBHOOK_ALLOW_PRIVATE: {
    absent: 'false',
    schema: z.enum(['true', 'false']).transform(word => word === 'true'),
    allowed: 'true or false',
  },
  ALLOWED_ORIGINS: {
    absent: '',
    schema: list.refine(origins => origins.every(isOrigin)),
    allowed:
      'a list of origins such as https://www.example.com, with commas between them and nothing after the host and port',
  },
  LOG_LEVEL: { absent: 'info', schema: z.enum(LOG_LEVELS), allowed: `one of ${LOG_LEVELS.join(', ')}` },
  TRUST_PROXY: {
    absent: '',
    schema: list.refine(areProxies),
    allowed:
      'a list of the addresses or networks of proxies such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, with commas between them',
  },
  METRICS_TOKEN: {
    absent: '',
    schema: z.string().regex(/^([\w.~+/=-]{16,500})?$/),
    isSecret: true,
    allowed: 'a secret of at least 16 letters, digits or any of . ~ + / = _ -',
  },
  RATE_LIMITS: {
    absent: 'messages=300/60',
    schema: z.string().transform((text, context) => readAllowances(text) ?? cannotBeRead(context)),
    allowed: `off, or a list such as messages=60/10,uploads=off of times per seconds for ${Object.keys(LIMITS).join(', ')}`,
  },
  MAX_SOCKETS: {
    absent: '20000',
    schema: wholeNumber(1, 1_000_000),
    allowed: 'a whole number from 1 to 1000000',
  },
  MAX_TURNS: {
    absent: '2000',
    schema: wholeNumber(1, 1_000_000),
    allowed: 'a whole number from 1 to 1000000',
  },
  MAX_LOOP_DELAY_MS: {
    absent: '500',
    schema: wholeNumber(10, 60_000),
    allowed: 'a whole number of milliseconds from 10 to 60000',
  },
  SESSION_IDLE_MINUTES: {
    absent: '120',
    schema: wholeNumber(5, 1_440),
    allowed: 'a whole number of minutes from 5 to 1440',
  },
  SESSION_HOURS: {
    absent: '12',
    schema: wholeNumber(1, 168),
    allowed: 'a whole number of hours from 1 to 168',
  },
  OIDC_ISSUER: {
    absent: '',
    schema: z.string().refine(isIssuer),
    allowed: 'the address of an OpenID Connect issuer; https, or http on this machine',
  },
  OIDC_CLIENT_ID: { absent: '', schema: z.string().max(500), allowed: 'at most 500 characters' },
  OIDC_CLIENT_SECRET: {
    absent: '',
    schema: z.string().max(2_000),
    allowed: 'at most 2000 characters',
    isSecret: true,
  },
  OIDC_LOGIN_CLAIM: {
    absent: 'email',
    schema: z.string().regex(/^[\w:./-]{1,200}$/),
    allowed: 'the name of a claim such as email or preferred_username',
  },
  OIDC_ALLOW: {
    absent: '',
    schema: z
      .string()
      .regex(/^([^=]{1,200}=.{1,200})?$/)
      .transform(text => {
        const [claim = '', ...value] = text.split('=');
        return claim === '' ? null : { claim, value: value.join('=') };
      }),
    allowed: 'a claim and its value such as groups=mediators',
  },
  OIDC_LABEL: { absent: '', schema: z.string().max(40), allowed: 'at most 40 characters' },
  LLM_API_KEY: {
    absent: '',
    schema: z.string().regex(/^[\x21-\x7e]{0,1000}$/),
    allowed: 'a key of visible ASCII characters',
    isSecret: true,
  },
  LLM_BASE_URL: {
    absent: '',
    schema: z.string().refine(isBaseUrl),
    allowed:
      'the http(s) address of an OpenAI-compatible API such as https://api.deepseek.com/v1, without a key in it',
    isSecret: true,
  },
  LLM_MODEL: {
    absent: '',
    schema: z.string().regex(/^[\w.:/@+-]{0,200}$/),
    allowed: 'the name of a model such as deepseek-chat',
  },
  LLM_TIMEOUT_MS: {
    absent: '1500',
    schema: wholeNumber(100, 10_000),
    allowed: 'a whole number of milliseconds from 100 to 10000',
  },
  LLM_DAILY_TOKENS: {
    absent: '2000000',
    schema: z
      .string()
      .regex(/^(\d{1,12}|unlimited)$/)
      .transform(text => (text === 'unlimited' ? null : Number(text))),
    allowed: 'a whole number of tokens, or unlimited',
  },
  LLM_SEND_WORDS: {
    absent: 'no',
    schema: z.enum(['yes', 'no']).transform(word => word === 'yes'),
    allowed: 'yes or no',
  },
  LLM_PRICE_IN: price,
  LLM_PRICE_OUT: price,
  DRAIN_SECONDS: {
    absent: '25',
    schema: wholeNumber(1, 3_600),
    allowed: 'a whole number of seconds from 1 to 3600',
  },
} as const;

type Variable = keyof typeof VARIABLES;
type Environment = Record<string, string | undefined>;

/**
 * Reads the settings; a variable that is absent or blank has its default.
 * @throws ConfigError for the first value that is not allowed
 */
export function readConfig(env: Environment): Config {
  function read<V extends Variable>(name: V): z.infer<(typeof VARIABLES)[V]['schema']> {
    const variable = VARIABLES[name];
    const value = env[name]?.trim() || variable.absent;
    const result = variable.schema.safeParse(value);
    if (!result.success) {
      const shown = 'isSecret' in variable ? 'not right' : JSON.stringify(value);
      throw new ConfigError(`${name} is ${shown}, but it must be ${variable.allowed}.`);
    }
    return result.data as z.infer<(typeof VARIABLES)[V]['schema']>;
  }
  const [urls, prefix] = [read('REDIS_URL'), read('REDIS_PREFIX')];
  const [isOffered, offerSeconds] = [read('ASSIGNMENT') === 'offer', read('OFFER_SECONDS')];
  const webhooks = {
    urls: read('WEBHOOK_URLS'),
    secrets: read('WEBHOOK_SECRET'),
    allowPrivate: read('WEBHOOK_ALLOW_PRIVATE'),
  };
  const problem = problemWith(webhooks);
  if (problem !== null) throw new ConfigError(problem);
  const oidc = oidcOf({
    issuer: read('OIDC_ISSUER'),
    clientId: read('OIDC_CLIENT_ID'),
    clientSecret: read('OIDC_CLIENT_SECRET'),
    loginClaim: read('OIDC_LOGIN_CLAIM'),
    allow: read('OIDC_ALLOW'),
    label: read('OIDC_LABEL'),
  });
  const llm = llmOf({
    apiKey: read('LLM_API_KEY') || null,
    baseUrl: read('LLM_BASE_URL'),
    model: read('LLM_MODEL'),
    timeoutMs: read('LLM_TIMEOUT_MS'),
    dailyTokens: read('LLM_DAILY_TOKENS'),
    sendsWords: read('LLM_SEND_WORDS'),
    prices: { in: read('LLM_PRICE_IN'), out: read('LLM_PRICE_OUT') },
  });
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: read('DATA_DIR'),
    zone: read('TIME_ZONE'),
    operatorName: read('OPERATOR_NAME'),
    answerWithinDays: read('ANSWER_WITHIN_DAYS'),
    openingHours: read('OPENING_HOURS'),
    acceptWithinMinutes: read('ACCEPT_WITHIN_MINUTES'),
    offerSeconds: isOffered ? offerSeconds : null,
    evidence: { maxBytes: read('EVIDENCE_MAX_MB') * MEBIBYTE, maxFiles: read('EVIDENCE_MAX_FILES') },
    retention: { unfiledDays: read('RETAIN_UNFILED_DAYS'), closedDays: read('RETAIN_CLOSED_DAYS') },
    operatorKey: read('OPERATOR_KEY'),
    redis: urls.length === 0 ? null : { urls, prefix },
    redisPrefix: prefix,
    isProduction: read('NODE_ENV') === 'production',
    webhooks,
    allowedOrigins: read('ALLOWED_ORIGINS'),
    logLevel: read('LOG_LEVEL'),
    trustProxy: read('TRUST_PROXY'),
    metricsToken: read('METRICS_TOKEN') || null,
    rateLimits: read('RATE_LIMITS'),
    full: { sockets: read('MAX_SOCKETS'), turns: read('MAX_TURNS'), delay: read('MAX_LOOP_DELAY_MS') },
    sessions: { idle: read('SESSION_IDLE_MINUTES') * MINUTE, absolute: read('SESSION_HOURS') * 60 * MINUTE },
    oidc,
    llm,
    drainSeconds: read('DRAIN_SECONDS'),
  };
}

/**
 * The settings of this process: its environment, and for what is not set there the file `.env` in the working folder.
 * @throws ConfigError
 */
export function configFromEnvironment(): Config {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
  } catch (error) {
    throw new ConfigError(`The file .env cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  return readConfig(process.env);
}

function cannotBeRead(context: z.RefinementCtx): never {
  context.addIssue('cannot be read');
  return z.NEVER;
}

function isZone(zone: string): boolean {
  // Offsets are known to Intl, but have no summer time and no name, so days would be counted wrongly half the year.
  if (/^[+-]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** @throws ConfigError where only some of it is set */
function oidcOf(given: OidcSettings): OidcSettings | null {
  const { issuer, clientId, clientSecret, label } = given;
  const needed = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === '' ? [name] : []));
  if (missing.length === 3) return null;
  if (missing.length > 0)
    throw new ConfigError(`${missing.join(' and ')} must be set too, for signing in by OpenID Connect.`);
  return { ...given, label: label || new URL(issuer).hostname };
}

/** Where the models are that need no address. */
const OPENAI = 'https://api.openai.com/v1';

/** A key or an address switches it on: servers of one's own want no key. @throws ConfigError where no model is named */
function llmOf(given: LlmSettings): LlmSettings | null {
  const { apiKey, baseUrl, model } = given;
  if (apiKey === null && baseUrl === '') {
    if (model === '') return null;
    throw new ConfigError('LLM_API_KEY or LLM_BASE_URL must be set too, for a language model to reword.');
  }
  if (model === '') throw new ConfigError('LLM_MODEL must be set too, for a language model to reword.');
  return { ...given, baseUrl: baseUrl || OPENAI };
}

function isBaseUrl(text: string): boolean {
  if (text === '') return true;
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false;
  return [url.username, url.password, url.search, url.hash].every(part => part === '');
}

function isIssuer(text: string): boolean {
  if (text === '') return true;
  const url = URL.parse(text);
  const isHere = url !== null && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
}

function isOneRedis(urls: string[]): boolean {
  const databases = urls.length === 1 ? /^\/?\d{0,4}$/ : /^\/?$/;
  return urls.every(text => {
    const url = URL.parse(text);
    return (
      url !== null &&
      ['redis:', 'rediss:'].includes(url.protocol) &&
      url.hostname !== '' &&
      databases.test(url.pathname)
    );
  });
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === text;
}
