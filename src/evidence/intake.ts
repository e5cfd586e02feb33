import { createHash } from 'node:crypto';
import type { Refusal } from '../core/conversation/events.ts';
import { checkContent } from './check-content.ts';
import { cleanName } from './clean-name.ts';
import type { EvidenceLimits, EvidenceStore, IntakeResult } from './evidence-store.ts';
import { sniff } from './sniff.ts';

/**
 * Checks a file and stores its bytes as they came. Never rejects: whatever is wrong becomes a refusal with its reason.
 * @param file `owner` is the conversation it was sent in
 * @param alreadyTaken how many files the case has
 * @param newId gives the id of the new piece of evidence
 * @param onError hears why the bytes could not be saved; the person only hears that they were not
 */
export async function takeIn(
  file: { owner: string; name: string; bytes: Uint8Array },
  limits: EvidenceLimits,
  alreadyTaken: number,
  store: EvidenceStore,
  newId: () => string,
  onError: (error: unknown) => void = () => {},
): Promise<IntakeResult> {
  const { bytes } = file;
  const name = cleanName(file.name);
  const refuse = (reason: Refusal['reason']): IntakeResult => ({ refused: { name, reason } });

  if (alreadyTaken >= limits.maxFiles) return refuse('too-many');
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > limits.maxBytes) return refuse('too-large');
  const sniffed = await sniff(name, bytes);
  if ('refused' in sniffed) return refuse(sniffed.refused);
  const fault = await checkContent(sniffed.mime, bytes);
  if (fault) return refuse(fault);

  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    await store.put(file.owner, sha256, bytes);
  } catch (error) {
    onError(error);
    return refuse('not-saved');
  }
  return { taken: { id: newId(), sha256, name, mime: sniffed.mime, size: bytes.length } };
}
