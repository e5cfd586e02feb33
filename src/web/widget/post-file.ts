import { CONVERSATION_HEADER, UPLOAD_FIELD, UPLOAD_PATH } from '../../protocol/agreed.ts';
import type { UploadAnswer } from '../../protocol/upload.ts';
import type { PostFile, PostOutcome } from './uploads.ts';

const STALLED_AFTER = 60_000;
/** Seconds to wait where the server asked for patience and did not say how long. */
const PATIENCE = 5;

/** Posts one file to the server at `base`; returns how to call it off, after which `done` is not called. */
export function postFile(base: string, { session, file, progressed, done }: PostFile): () => void {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append(UPLOAD_FIELD, file, file.name);
  let isOver = false;
  let stall: ReturnType<typeof setTimeout> | undefined;

  const finish = (answer: PostOutcome) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(stall);
    done(answer);
  };
  const watch = () => {
    clearTimeout(stall);
    stall = setTimeout(() => {
      finish(null);
      request.abort();
    }, STALLED_AFTER);
  };

  request.open('POST', base + UPLOAD_PATH);
  request.setRequestHeader('Authorization', `Bearer ${session.token}`);
  request.setRequestHeader(CONVERSATION_HEADER, session.conversation);
  request.upload.onprogress = event => {
    watch();
    if (event.lengthComputable && event.total > 0) progressed(event.loaded / event.total);
  };
  request.onload = () => finish(answerIn(request, file.name));
  request.onerror = () => finish(null);
  request.send(body);
  watch();

  return () => {
    isOver = true;
    clearTimeout(stall);
    request.abort();
  };
}

function answerIn({ responseText, status }: XMLHttpRequest, name: string): PostOutcome {
  const answer = parsed(responseText);
  if (answer && 'taken' in answer && typeof answer.taken.id === 'string') return answer;
  if (answer && 'refused' in answer && typeof answer.refused.reason === 'string') {
    return answer.refused.reason === 'not-saved' ? { later: PATIENCE, because: 'not-saved' } : answer;
  }
  if (answer && 'retryAfter' in answer) return { later: answer.retryAfter, because: 'busy' };
  return status === 413 ? { refused: { name, reason: 'too-large' } } : null;
}

/** Null where it is not our server's words: a proxy's page, or nothing. */
function parsed(text: string): UploadAnswer | { retryAfter: number } | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' ? (answer as UploadAnswer) : null;
  } catch {
    return null;
  }
}
