import type { Evidence, Refusal } from '../../core/conversation/events.ts';
import { MAX_FILES_A_MESSAGE } from '../../protocol/agreed.ts';
import type { UploadAnswer } from '../../protocol/upload.ts';
import type { WidgetSettings } from '../../protocol/widget-words.ts';
import type { Session } from './session.ts';
import { askedWait } from './waits.ts';

/** What came of posting a file; null where no answer came and trying again makes sense. */
export type PostOutcome =
  | UploadAnswer
  | {
      /** Seconds after which to try again. */
      later: number;
      because: 'busy' | 'not-saved';
    }
  | null;

/** One file on its way; `post-file` carries it out. */
export interface PostFile {
  session: Session;
  file: File;
  /** Share of the bytes that are out, 0 to 1. */
  progressed(share: number): void;
  done(outcome: PostOutcome): void;
}

export interface Upload {
  key: number;
  name: string;
  /** Bytes. */
  size: number;
  mime: string;
  state: 'waiting' | 'uploading' | 'uploaded' | 'failed' | 'refused';
  /** Share of the bytes that are out, 0 to 1. */
  share: number;
  file: File;
  /** The conversation that holds `evidence`. */
  conversation?: string;
  evidence?: Evidence;
  reason?: Refusal['reason'];
  /** Why it waits though its turn has come: it goes out by itself when the server can take it. */
  heldUp?: 'busy' | 'not-saved';
  callOff?: () => void;
}

export interface Uploads {
  tray(): Upload[];
  add(files: File[]): void;
  remove(key: number): void;
  retry(key: number): void;
  /** Starts what waits, and once more what a lost connection broke off. */
  resume(): void;
  /** Takes the files that are through out of the tray, as many as one message may show. */
  take(): { evidence: Evidence[]; refusals: Refusal[]; from: Upload[] };
}

interface UploadsParts {
  session(): Session | null;
  limits(): WidgetSettings['limits'];
  /** Files the conversation holds already. */
  held(): number;
  post(request: PostFile): () => void;
  changed(): void;
  /** Milliseconds; returns how to call it off. */
  after(wait: number, work: () => void): () => void;
}

const AT_ONCE = 2;
const NAME_SHOWN = 200;

export const isThrough = ({ state }: Upload): boolean => state === 'uploaded' || state === 'refused';

/** The files that were picked and have not been sent with a message yet. */
export function uploadsWith({ session, limits, held, post, changed, after }: UploadsParts): Uploads {
  let tray: Upload[] = [];
  let keys = 0;

  const set = (key: number, part: Partial<Upload>) => {
    tray = tray.map(upload => (upload.key === key ? { ...upload, ...part } : upload));
  };

  function reasonAgainst(file: File, before: number): Refusal['reason'] | undefined {
    if (file.size === 0) return 'empty';
    if (file.size > limits().maxBytes) return 'too-large';
    return before >= limits().maxFiles ? 'too-many' : undefined;
  }

  function add(files: File[]): void {
    for (const file of files) {
      const before = held() + tray.filter(upload => upload.state !== 'refused').length;
      const reason = reasonAgainst(file, before);
      const { name, size, type: mime } = file;
      const upload = { key: keys++, name: name.slice(-NAME_SHOWN), size, mime, share: 0, file };
      tray = [...tray, reason ? { ...upload, state: 'refused', reason } : { ...upload, state: 'waiting' }];
    }
    pump();
  }

  function pump(): void {
    const current = session();
    for (const upload of tray) {
      const running = tray.filter(one => one.state === 'uploading').length;
      if (current && upload.state === 'waiting' && !upload.heldUp && running < AT_ONCE)
        start(upload, current);
    }
    changed();
  }

  function start({ key, file }: Upload, current: Session): void {
    const callOff = post({
      session: current,
      file,
      progressed(share) {
        set(key, { share });
        changed();
      },
      done(outcome) {
        if (outcome && 'later' in outcome) hold(key, outcome.later, outcome.because);
        else set(key, { ...settled(outcome), conversation: current.conversation });
        pump();
      },
    });
    set(key, { state: 'uploading', share: 0, callOff });
  }

  function hold(key: number, seconds: number, because: 'busy' | 'not-saved'): void {
    const callOff = after(askedWait(seconds, Math.random()), () => {
      const upload = tray.find(one => one.key === key);
      if (upload) again(upload);
      pump();
    });
    set(key, { state: 'waiting', share: 0, heldUp: because, callOff });
  }

  function again({ key, callOff }: Upload): void {
    callOff?.();
    tray = tray.map(one => {
      if (one.key !== key) return one;
      const { evidence: _, reason: __, heldUp: ___, ...rest } = one;
      return { ...rest, state: 'waiting', share: 0 };
    });
  }

  return {
    tray: () => tray,
    add,
    remove(key) {
      tray.find(upload => upload.key === key)?.callOff?.();
      tray = tray.filter(upload => upload.key !== key);
      pump();
    },
    retry(key) {
      const upload = tray.find(one => one.key === key);
      if (upload) again(upload);
      pump();
    },
    resume() {
      const current = session();
      if (!current) return;
      const isElsewhere = ({ state, conversation }: Upload) =>
        state === 'uploaded' && conversation !== current.conversation;
      for (const upload of tray) {
        if (isElsewhere(upload) || (upload.state === 'failed' && !upload.reason)) again(upload);
      }
      pump();
    },
    take() {
      const from = tray.filter(isThrough).slice(0, MAX_FILES_A_MESSAGE);
      tray = tray.filter(upload => !from.includes(upload));
      changed();
      return {
        from,
        evidence: from.flatMap(({ evidence }) => evidence ?? []),
        refusals: from.flatMap(({ name, reason }) => (reason ? { name, reason } : [])),
      };
    },
  };
}

function settled(answer: UploadAnswer | null): Partial<Upload> {
  if (!answer) return { state: 'failed' };
  if ('taken' in answer) return { state: 'uploaded', share: 1, evidence: answer.taken };
  return { state: 'refused', reason: answer.refused.reason };
}
