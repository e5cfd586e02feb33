import { z } from 'zod';
import { type Conversation, emptyConversation } from '../../src/core/conversation/state.ts';
import { REFUSALS, type ConversationEvent } from '../../src/core/conversation/events.ts';
import { evolve } from '../../src/core/conversation/evolve.ts';
import { turnReport, type TurnReport } from '../../src/core/conversation/views/turn-report.ts';
import type { Mind } from '../../src/core/dialogue/mind.ts';
import {
  type Command,
  COMMAND_REFUSALS,
  type CommandRefusal,
  takeCommand,
} from '../../src/core/dialogue/take-command.ts';
import { decideTurn, greet } from '../../src/core/dialogue/take-turn.ts';
import type { Turn } from '../../src/core/dialogue/turn.ts';
import { Language } from '../../src/core/knowledge/localized.ts';

const ExpectedValue = z.strictObject({
  slot: z.string(),
  status: z.enum(['proposed', 'filled', 'rejected', 'withdrawn']),
  value: z.unknown().optional(),
});

/** One turn: what the person sends, and what must follow. What is not mentioned is not checked. */
export const TranscriptTurn = z.strictObject({
  user: z.string().optional(),
  /** A message too long to write out. */
  repeat: z.strictObject({ text: z.string(), times: z.int().positive() }).optional(),
  /** The value of a pressed button. */
  press: z.string().optional(),
  /** Name of a file that is sent. */
  file: z.string().optional(),
  refused: z.enum(REFUSALS).optional(),
  /** What a mediator does instead; without a name it is 王. */
  mediator: z.looseObject({ command: z.string(), name: z.string().default('王') }).optional(),
  /** Why the mediator was refused. */
  refuses: z.enum(COMMAND_REFUSALS).optional(),
  acts: z.array(z.string()).optional(),
  /** Acts among others. */
  says: z.array(z.string()).optional(),
  neverSays: z.array(z.string()).optional(),
  values: z.array(ExpectedValue).optional(),
  /** Values among others. */
  fills: z.record(z.string(), z.unknown()).optional(),
  type: z.string().nullable().optional(),
  asking: z.string().nullable().optional(),
  filed: z.boolean().optional(),
  handoff: z.enum(['bot', 'requested', 'mediator']).optional(),
  faq: z.string().nullable().optional(),
});
export type TranscriptTurn = z.infer<typeof TranscriptTurn>;

/** `test/transcripts/<phenomenon>/<a-sentence>.yaml`. They assert acts and slots, never wording. */
export const Transcript = z.strictObject({
  language: Language.default('zh-CN'),
  now: z.string().default('2026-11-24T02:00:00.000Z'),
  zone: z.string().default('Asia/Shanghai'),
  turns: z.array(TranscriptTurn).min(1),
});
export type Transcript = z.infer<typeof Transcript>;

/** What one turn came to. */
export interface Played {
  turn: TranscriptTurn;
  report: TurnReport;
  at: number;
  refused: CommandRefusal | null;
  /** All that was stored up to now. */
  history: readonly ConversationEvent[];
}

/**
 * Plays a transcript through the core. The state goes through JSON between turns, so each one tests persistence too.
 * @param eventsOf what is stored of a decided turn: by itself all of it as it is
 */
export async function* playTranscript(
  transcript: Transcript,
  mind: Mind,
  eventsOf: (turn: Turn) => ConversationEvent[] | Promise<ConversationEvent[]> = turn => turn.events,
): AsyncGenerator<Played> {
  const { language, zone, now } = transcript;
  const moment = {
    now,
    freshCaseNumber: '261124-00000-00001',
    receiver: '测试运营方',
    answerWithinDays: 3,
    limits: { maxBytes: 20 * 1024 * 1024, maxFiles: 20 },
    caseStatus: null,
    desk: { isOpen: true, opensAt: null },
  };
  const started: ConversationEvent = {
    type: 'ConversationStarted',
    language,
    zone,
    channel: 'test',
    tokenHash: '',
  };
  const history: ConversationEvent[] = [];
  let state = store(emptyConversation, [started]);
  state = store(state, greet(state, mind, moment));
  for (const [at, turn] of transcript.turns.entries()) {
    if (turn.mediator) {
      const { name, ...what } = turn.mediator;
      const command = { instead: false, element: null, mediator: { id: name, name }, ...what } as Command;
      const decision = takeCommand(state, command, mind, moment);
      const events = 'events' in decision ? decision.events : [];
      state = store(state, events);
      const refused = 'refused' in decision ? decision.refused : null;
      yield { turn, report: turnReport(events, state), at, refused, history };
      continue;
    }
    const evidence: string[] = [];
    if (turn.file !== undefined && !turn.refused) {
      const id = `file-${at}`;
      evidence.push(id);
      const stored = { id, sha256: '0'.repeat(64), name: turn.file, mime: 'image/png', size: 1_000 };
      state = store(state, [{ type: 'EvidenceStored', evidence: stored }]);
    }
    const refusals = turn.refused ? [{ name: turn.file ?? '', reason: turn.refused }] : [];
    const message = {
      id: `message-${at}`,
      text: turn.repeat ? turn.repeat.text.repeat(turn.repeat.times) : (turn.user ?? ''),
      choice: turn.press,
      evidence,
      refusals,
    };
    const decided = decideTurn(state, message, mind, {
      ...moment,
      caseStatus: state.filed.length > 0 ? 'filed' : null,
      desk: { isOpen: true, opensAt: null },
    });
    const events = await eventsOf(decided);
    state = store(state, events);
    yield { turn, report: turnReport(events, state), at, refused: null, history };
  }

  function store(before: Conversation, events: ConversationEvent[]): Conversation {
    history.push(...events);
    return fold(before, events);
  }
}

const fold = (state: Conversation, events: ConversationEvent[]): Conversation =>
  JSON.parse(
    JSON.stringify((JSON.parse(JSON.stringify(events)) as ConversationEvent[]).reduce(evolve, state)),
  ) as Conversation;
