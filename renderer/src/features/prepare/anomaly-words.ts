import type { CurrentState } from '#shared/signals/reading.ts';

/** Why nothing is put forward: nothing is measured, nothing is new, or nothing moved. */
export function nothingWords({ readings }: CurrentState): string {
  const stale = readings.filter(({ state }) => state === 'stale' || state === 'missing').length;
  const looked = readings.length - stale;
  if (readings.length === 0) {
    return 'No series is measured yet. Drop exports on this window; a review can be held without. To rehearse with numbers, try the sample organization on Home and press r there.';
  }
  if (looked === 0)
    return `Nothing new has arrived for ${counted(stale)}, so nothing can be said. Take in newer exports.`;
  const rest = stale === 0 ? '' : ` Nothing new has arrived for ${counted(stale)}.`;
  return `Nothing left its routine. ${counted(looked)} ${looked === 1 ? 'was' : 'were'} looked at.${rest}`;
}

function counted(series: number): string {
  return `${series} series`;
}

/** How many series were looked at, and how many of what is put forward are expected to be false. */
export function expectedWords(state: CurrentState): string {
  const routine = state.readings.filter((reading) => reading.state === 'routine').length;
  const rate = state.expectedFalse < 0.1 ? 'under 0.1' : `about ${state.expectedFalse.toFixed(1)}`;
  const left = state.readings.filter(
    (reading) => reading.state === 'worse' || reading.state === 'changed',
  ).length;
  const parts = left - state.anomalies.length;
  const whole =
    parts > 0 ? `; ${parts} that left it too ${parts === 1 ? 'is' : 'are'} part of one already listed` : '';
  return `${state.readings.length} series, ${routine} routine${whole}; of what is put forward, ${rate} a week expected false`;
}
