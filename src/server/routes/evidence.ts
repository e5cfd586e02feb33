import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Conversations, UnknownConversation } from '../../channels/channel.ts';
import type { Refusal } from '../../core/conversation/events.ts';
import type { EvidenceLimits } from '../../evidence/evidence-store.ts';
import type { Gate } from '../../limits/gate.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { UPLOAD_PATH } from '../../protocol/agreed.ts';
import type { UploadAnswer } from '../../protocol/upload.ts';
import { admittedConversation } from '../bearer.ts';
import { turnAway } from '../limit-requests.ts';
import { EndlessBody, readUpTo } from '../read-up-to.ts';
import type { UploadsUnderWay } from '../uploads-under-way.ts';

/** Seconds after which a client may try again where there is no room, or the store gives no answer. */
const TRY_AGAIN = 5;
/** Characters of a file's name that are kept. */
const LONGEST_NAME = 120;

export interface EvidenceRouteOptions {
  conversations: Conversations;
  limits: EvidenceLimits;
  gate: Gate;
  metrics: Metrics;
  uploads: UploadsUnderWay;
  onError?: (error: unknown) => void;
}

/** `POST /api/evidence`: takes one file into a conversation. A file that is not taken is answered with its reason. */
export function evidenceRoute(server: FastifyInstance, options: EvidenceRouteOptions): void {
  const { conversations, limits, gate, metrics, uploads, onError } = options;
  metrics.watch('uploads-in-flight', () => uploads.count);

  server.post(UPLOAD_PATH, async (request, reply) => {
    const conversation = await admittedConversation(request, conversations).catch(unreadable);
    if (conversation === undefined) return turnAway(reply, { because: 'full', retryAfter: TRY_AGAIN });
    if (conversation === null) return unauthorized(reply);
    if (!request.isMultipart()) return reply.code(415).send({ error: 'not-multipart' });
    const turned = await gate.pass('files', conversation);
    if (turned) return turnAway(reply, turned);
    if (!uploads.hasRoom) {
      metrics.count('refusals', 'full');
      return turnAway(reply, { because: 'full', retryAfter: TRY_AGAIN });
    }
    return uploads.during(() => upload(request, reply, conversation));
  });

  async function upload(request: FastifyRequest, reply: FastifyReply, conversation: string) {
    const file = await receive(request);
    if (file === 'endless') return reply.hijack();
    if (file === 'broken' || file === 'none') {
      metrics.count('uploads', 'broken');
      return reply.code(400).send({ error: file === 'none' ? 'no-file' : 'broken-form' });
    }
    if (file.bytes === null) return refuse(reply, { name: file.name, reason: 'too-large' });
    return take(reply, conversation, { name: file.name, bytes: file.bytes });
  }

  /** The store cannot tell at present: no reason to call anybody unauthorized. */
  function unreadable(error: unknown): undefined {
    metrics.count('uploads', 'not-saved');
    onError?.(error);
  }

  /** The form's first file; `bytes` is null where there are too many. Whatever fails here is the form or the line. */
  async function receive(request: FastifyRequest) {
    try {
      const part = await request.file();
      if (!part) return 'none';
      return { name: shortened(part.filename), bytes: await readUpTo(part.file, limits.maxBytes) };
    } catch (error) {
      if (!(error instanceof EndlessBody)) return 'broken';
      request.raw.destroy();
      return 'endless';
    }
  }

  async function take(reply: FastifyReply, conversation: string, file: { name: string; bytes: Uint8Array }) {
    try {
      const answer: UploadAnswer = await conversations.takeFile(conversation, file);
      if ('refused' in answer) return refuse(reply, answer.refused);
      metrics.count('uploads', 'taken');
      return reply.code(201).send(answer);
    } catch (error) {
      if (error instanceof UnknownConversation) return unauthorized(reply);
      onError?.(error);
      return refuse(reply, { name: file.name, reason: 'not-saved' });
    }
  }

  function refuse(reply: FastifyReply, refused: Refusal): FastifyReply {
    metrics.count('uploads', refused.reason === 'not-saved' ? 'not-saved' : 'refused');
    if (refused.reason === 'not-saved') reply.header('Retry-After', String(TRY_AGAIN));
    return reply.code(statusOf(refused)).send({ refused } satisfies UploadAnswer);
  }
}

const unauthorized = (reply: FastifyReply): FastifyReply =>
  reply.code(401).header('WWW-Authenticate', 'Bearer').send({ error: 'unauthorized' });

/** What the disk refused may be taken the next time; anything else about a file stays as it is. */
const statusOf = ({ reason }: Refusal): number =>
  reason === 'not-saved' ? 503 : reason === 'too-large' ? 413 : 422;

/** The name as the sender's device gave it, cut in the middle where it is long: its ending tells what it is. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return name;
  return `${characters.slice(0, LONGEST_NAME - 21).join('')}…${characters.slice(-20).join('')}`;
}
