import { MoveRefused } from '../backup/move-store.ts';
import { BrokenFile } from '../backup/record-file.ts';
import { ChatFlagError } from '../channels/terminal/chat-flags.ts';
import { NotSaved } from '../channels/terminal/terminal.ts';
import { ConfigError } from '../config.ts';
import { StartError } from '../runtime/data-folder.ts';
import { KnowledgeError } from '../runtime/load-knowledge.ts';
import { OperatorError } from '../runtime/operator/operator-error.ts';
import { CannotListen } from '../server/listen.ts';
import { CopyRefused } from '../stores/copy-ledger.ts';
import { LedgerUnavailable } from '../stores/ledger-in.ts';
import { WrongOperatorKey } from '../stores/sealing/keyring.ts';

/** What may be wrong around Parley; each message is made to be read by an operator. */
const expected = [
  ConfigError,
  StartError,
  NotSaved,
  CannotListen,
  KnowledgeError,
  OperatorError,
  ChatFlagError,
  WrongOperatorKey,
  BrokenFile,
  CopyRefused,
  LedgerUnavailable,
  MoveRefused,
];

/** Whether an error's message says all there is to say. */
export const isExpected = (error: unknown): error is Error =>
  expected.some(kind => error instanceof kind) ||
  (error instanceof Error && String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS'));
