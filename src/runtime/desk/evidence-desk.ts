import type { EvidenceDesk, GivenFile, NotGiven } from '../../console/evidence.ts';
import type { Evidence, Mediator } from '../../core/conversation/events.ts';
import type { EvidenceStore, Previews } from '../../evidence/evidence-store.ts';
import { noteLook } from './note-look.ts';
import { type DeskReader, itemOf, readShared } from './read-desk.ts';

export interface EvidenceDeskParts extends DeskReader {
  evidence: EvidenceStore;
  previews: Previews;
  onError: (error: unknown) => void;
}

/** Where those who work on conversations look at what was sent in them. */
export function evidenceDesk(parts: EvidenceDeskParts): EvidenceDesk {
  const { store, clock, evidence, previews, onError } = parts;

  const read = (conversation: string, { sha256 }: Evidence): Promise<Uint8Array | null> =>
    evidence.get(conversation, sha256).catch((error: unknown) => {
      onError(error);
      return null;
    });

  async function original(
    conversation: string,
    id: string,
    by: Mediator,
    at: 'original' | 'evidence' = 'original',
  ): Promise<GivenFile | NotGiven> {
    const { state } = await readShared(store, conversation);
    const file = state.stored[id] ?? state.storedBefore[id];
    if (!file) return { refused: 'not-found' };
    await noteLook(parts, conversation, { at, file: id, by });
    const bytes = await read(conversation, file);
    return bytes ? { evidence: file, type: file.mime, bytes } : { refused: 'file-lost' };
  }

  return {
    original: (conversation, file, by) => original(conversation, file, by),

    async shown(conversation, file, by) {
      const given = await original(conversation, file, by, 'evidence');
      if ('refused' in given) return given;
      const preview = await previews(given.evidence.mime, given.bytes);
      return preview ? { evidence: given.evidence, ...preview } : { refused: 'no-preview' };
    },

    async takeAway(conversation, by) {
      const at = clock.now();
      const item = await itemOf(parts, conversation);
      const { events } = await readShared(store, conversation);
      await noteLook(parts, conversation, { at: 'export', file: null, by });
      return { at, item, events, read: file => read(conversation, file) };
    },
  };
}
