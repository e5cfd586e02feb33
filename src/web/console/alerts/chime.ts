/** Two notes, three for one's own turn, and three higher ones for what is urgent. Hertz, in the order in which they sound. */
const NOTES = { waiting: [660, 880], offered: [660, 880, 660], urgent: [880, 1175, 880] };
const NOTE_SECONDS = 0.18;
const LOUD = 0.2;

let context: AudioContext | null = null;
const opened = (): AudioContext => (context ??= new AudioContext());

/** Whether the browser lets nothing be heard until somebody has pressed something. */
export const isSoundBlocked = (): boolean => opened().state !== 'running';

/** Resolves with whether sound can be heard now. */
export async function allowSound(): Promise<boolean> {
  await opened()
    .resume()
    .catch(() => {});
  return !isSoundBlocked();
}

export function whenSoundChanges(changed: () => void): () => void {
  opened().addEventListener('statechange', changed);
  return () => opened().removeEventListener('statechange', changed);
}

export function chime(what: keyof typeof NOTES): void {
  const audio = opened();
  if (audio.state !== 'running') return;
  NOTES[what].forEach((hertz, index) => {
    const from = audio.currentTime + index * NOTE_SECONDS;
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUD, from + 0.02);
    volume.gain.linearRampToValueAtTime(0, from + NOTE_SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + NOTE_SECONDS);
  });
}
