import type { z } from 'zod';
import type { OrderKind } from '../../console/desk.ts';
import type { Actor, StaffActor } from '../../console/staff.ts';
import type { Scope } from '../../core/staff/scope.ts';
import type { Gate } from '../../limits/gate.ts';
import type { ConsoleError } from '../../protocol/console/errors.ts';

/** The least that somebody has to be. A supervisor may do what a mediator may. */
export type Who = 'anybody' | 'mediator' | 'supervisor';

/** What a route can be about, where not everybody who may call it may do so for every one. */
export type Item = 'conversation';

/** Why something is not done, and what more is said of it. */
export type Refusal = { refused: ConsoleError } & Record<string, unknown>;

/** What a route answers: data, nothing, another address, or the bytes of a file of one of these content types. */
export type Answer = z.ZodType | 'nothing' | 'redirect' | { file: readonly string[] };

export interface FileAnswer {
  type: string;
  /** What it is called when it is saved; null: it is shown. */
  name: string | null;
  /** A stream where it is made while it is sent. */
  bytes: Uint8Array | string | ReadableStream<Uint8Array>;
}

/** Where a browser is sent. */
export interface Redirect {
  location: string;
}

/** Sets or drops the cookies of who asks. */
export interface CookieJar {
  keep(session: { token: string; expires: string }): void;
  drop(): void;
  /** What a sign-in that was begun elsewhere has to bring back; null without one. */
  readonly pending: string | null;
  keepPending(pending: string): void;
  dropPending(): void;
}

export interface Call<A, P, Q, B> {
  /** Who asks. */
  actor: A;
  params: P;
  query: Q;
  body: B;
  /** The address that was asked for, as the browser sees it. */
  url: URL;
  /** The browser as it names itself. */
  client: string;
  cookies: CookieJar;
}

type ActorOf<W extends Who, S extends Scope | null> = W extends 'anybody'
  ? Actor | null
  : S extends null
    ? StaffActor
    : Actor;
type AnswerOf<A extends Answer> = A extends z.ZodType
  ? z.input<A>
  : A extends 'nothing'
    ? null
    : A extends 'redirect'
      ? Redirect
      : FileAnswer;
type Parsed<T extends z.ZodType | undefined> = T extends z.ZodType ? z.output<T> : undefined;

interface RouteOf<
  W extends Who,
  S extends Scope | null,
  P extends z.ZodObject | undefined,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
  A extends Answer,
> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `CONSOLE_API`, with `:name` for each of `params`. */
  path: string;
  summary: string;
  who: W;
  /** The scope with which a key may call it; null: no key may. */
  scope: S;
  /** `params.id` names one of these; whoever may not touch that one is answered as if it were missing. */
  of?: Item;
  /**
   * Its body's `id` names an order of this kind: who gave it before is answered what it led to then, also where they may
   * touch the item no longer.
   */
  gives?: OrderKind;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  /** Errors it answers beside those of every route. */
  errors?: readonly ConsoleError[];
  /** What is taken of its limits by one call, beside those by address. */
  limits?: (asked: { address: string; body: Parsed<B> }) => Parameters<Gate['pass']>[];
  handle(call: Call<ActorOf<W, S>, Parsed<P>, Parsed<Q>, Parsed<B>>): Promise<AnswerOf<A> | Refusal>;
}

/** A route as all that is made from the table sees it. */
export type ConsoleRoute = RouteOf<
  Who,
  Scope | null,
  z.ZodObject | undefined,
  z.ZodObject | undefined,
  z.ZodType | undefined,
  Answer
>;

/** One entry of the table; its schemas type what its handler is given and has to answer. */
export const route = <
  const W extends Who,
  const S extends Scope | null,
  A extends Answer,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  one: RouteOf<W, S, P, Q, B, A>,
): ConsoleRoute => one;
