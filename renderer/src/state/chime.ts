import { create } from 'zustand';

const KEY = 'andon.chime';

const store = create<{ readonly on: boolean }>(() => ({
  on: globalThis.localStorage?.getItem(KEY) !== 'off',
}));

/** Whether this device sounds when the time of a block runs out. */
export function useChime(): boolean {
  return store((state) => state.on);
}

export function setChime(on: boolean): void {
  globalThis.localStorage?.setItem(KEY, on ? 'on' : 'off');
  store.setState({ on });
}

const TONE_SECONDS = 0.18;
const LOUDNESS = 0.06;

/** Two quiet tones, rising while time is left and falling when it is used up. Silent where sound is not allowed. */
export function chime(kind: 'last-fifth' | 'overtime'): void {
  if (!store.getState().on || globalThis.AudioContext === undefined) return;
  const audio = new AudioContext();
  const tones = kind === 'last-fifth' ? [523, 659] : [659, 440];
  for (const [at, hertz] of tones.entries()) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const from = audio.currentTime + at * TONE_SECONDS;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(LOUDNESS, from);
    volume.gain.linearRampToValueAtTime(0, from + TONE_SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + TONE_SECONDS);
  }
  setTimeout(() => void audio.close(), 1000);
}
