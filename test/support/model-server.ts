import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came. */
export interface Asked {
  instructions: string;
  /** What stands between the tags of the message. */
  draft: string;
  mood: string;
  /** Null where no words of a person came along. */
  person: string | null;
  /** The whole body, byte for byte. */
  body: string;
  headers: IncomingHttpHeaders;
}

/** Words, or anything else that a server may do with a response. */
export type Answer = string | ((response: ServerResponse) => void);

export interface ModelServer {
  /** The base URL of its API. */
  url: string;
  /** All requests so far, in the order in which they came. */
  asked: Asked[];
  /** What it answers from now on. A promise lets whoever asks wait. */
  answer(by: (asked: Asked) => Answer | Promise<Answer>): void;
  close(): Promise<void>;
}

/** Says nothing, ever. */
export const never: Answer = () => {};

/** A response as a provider gives it, with these words. */
export const completion = (text: string, more: { finish?: string; usage?: object | null } = {}): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_795_000_000,
    model: 'loopback',
    choices: [
      { index: 0, message: { role: 'assistant', content: text }, finish_reason: more.finish ?? 'stop' },
    ],
    ...(more.usage === null
      ? {}
      : { usage: more.usage ?? { prompt_tokens: 600, completion_tokens: 40, total_tokens: 640 } }),
  });

/** A small OpenAI-compatible server on this machine. Without a script it says every draft as it is. */
export async function startModelServer(): Promise<ModelServer> {
  const asked: Asked[] = [];
  let script: (one: Asked) => Answer | Promise<Answer> = ({ draft }) => draft;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = read(Buffer.concat(chunks).toString(), request.headers);
      asked.push(one);
      void Promise.resolve(script(one)).then(answer => send(answer, response));
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer: by => void (script = by),
    close: () =>
      new Promise(closed => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function send(answer: Answer, response: ServerResponse): void {
  if (typeof answer === 'function') return answer(response);
  response.writeHead(200, { 'content-type': 'application/json' }).end(completion(answer));
}

function read(body: string, headers: IncomingHttpHeaders): Asked {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
  const said = (role: string): string => messages.find(message => message.role === role)?.content ?? '';
  const within = (tag: string): string | null =>
    new RegExp(`<${tag}>([^]*)</${tag}>`).exec(said('user'))?.[1] ?? null;
  return {
    instructions: said('system'),
    draft: within('draft') ?? '',
    mood: within('mood') ?? '',
    person: within('person'),
    body,
    headers,
  };
}
