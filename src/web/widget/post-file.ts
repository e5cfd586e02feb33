import { CONVERSATION_HEADER, UPLOAD_FIELD, UPLOAD_PATH } from '../../protocol/agreed.ts';
import type { UploadAnswer } from '../../protocol/upload.ts';
import type { PostFile } from './uploads.ts';

const STALLED_AFTER = 60_000;

/** Posts one file to the server at `base`; returns how to call it off, after which `done` is not called. */
export function postFile(base: string, { session, file, progressed, done }: PostFile): () => void {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append(UPLOAD_FIELD, file, file.name);
  let isOver = false;
  let stall: ReturnType<typeof setTimeout> | undefined;

  const finish = (answer: UploadAnswer | null) => {
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

function answerIn(request: XMLHttpRequest, name: string): UploadAnswer | null {
  try {
    const answer = JSON.parse(request.responseText) as UploadAnswer;
    if ('taken' in answer && typeof answer.taken.id === 'string') return answer;
    if ('refused' in answer && typeof answer.refused.reason === 'string') return answer;
  } catch {
    // Not our server's words: a proxy's page, or nothing.
  }
  return request.status === 413 ? { refused: { name, reason: 'too-large' } } : null;
}
