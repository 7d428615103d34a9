import { outcomeById } from '#shared/drive/catalogue.ts';
import { outcomeLines, readoutSectionById } from '#shared/drive/readout-form.ts';
import { formatFigure } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import type { ReadoutEvidence, ReadoutOutcome } from './readout.ts';
import { dayAndMonth, sentence, weekOf } from './wording.ts';

/** Series that speak for an outcome when no finding does, best first; organization-wide ones only. */
const SPEAKS_FOR: Readonly<Record<string, readonly string[]>> = {
  'revenue-protected': ['customer-impact-minutes', 'slos-met', 'sev01-incidents'],
  'incident-cost': ['incident-cost', 'incidents'],
  'customer-satisfaction': ['customer-satisfaction', 'support-tickets'],
  'time-to-market': ['change-lead-time', 'deployment-frequency'],
};

/** Verdicts that leave a change standing as one: the number was right and something did change. */
const REAL: ReadonlySet<string | null> = new Set(['act', 'watch', 'explained', 'wrong-measure', null]);

/** The newest final value, with what it is measured on and when. */
function newest(reading: SeriesReading, locale: string): Pick<ReadoutOutcome, 'figure' | 'of'> {
  const point = reading.points.findLast(({ value, mature }) => value !== null && mature);
  if (point === undefined) return { figure: null, of: null };
  const when = reading.grain === 'week' ? weekOf(point.period) : dayAndMonth(point.period, locale);
  return {
    figure: formatFigure(point.value, reading.unit, { locale }),
    of: `${reading.entityName}, ${when}`,
  };
}

type Proposed = Omit<ReadoutOutcome, 'id' | 'name' | 'sentence'> & { readonly text: string };

function fromEvidence(entry: ReadoutEvidence, locale: string): Proposed {
  const { anomaly } = entry;
  return {
    ...newest(anomaly.reading, locale),
    direction: anomaly.direction,
    text: sentence(anomaly.headline),
    evidence: entry.id,
  };
}

function fromReading(reading: SeriesReading, locale: string): Proposed {
  const { state } = reading;
  return {
    ...newest(reading, locale),
    direction: state === 'worse' || state === 'better' ? state : 'neither',
    text: sentence(reading.sentence),
    evidence: null,
  };
}

function propose(
  outcome: string,
  evidence: readonly ReadoutEvidence[],
  readings: readonly SeriesReading[],
  locale: string,
): Proposed {
  const touching = evidence.filter(
    ({ anomaly, verdict }) => anomaly.outcome === outcome && REAL.has(verdict),
  );
  const finding = touching.find(({ verdict }) => verdict === 'act') ?? touching[0];
  if (finding !== undefined) return fromEvidence(finding, locale);
  const own = (SPEAKS_FOR[outcome] ?? []).flatMap((metric) =>
    readings.filter(
      (reading) =>
        reading.metric === metric &&
        reading.entity === 'organization' &&
        reading.state !== 'stale' &&
        reading.state !== 'missing',
    ),
  );
  if (own[0] !== undefined) return fromReading(own[0], locale);
  const nothing = readoutSectionById('outcomes')?.whenEmpty ?? '';
  return { figure: null, of: null, direction: 'neither', text: nothing, evidence: null };
}

/** The four business outcomes, each from its weightiest finding, else from the organization's own series. */
export function outcomesOf(
  evidence: readonly ReadoutEvidence[],
  readings: readonly SeriesReading[],
  edits: Readonly<Record<string, string>>,
  locale: string,
): readonly ReadoutOutcome[] {
  return outcomeLines.map(({ outcome }) => {
    const { text, ...proposed } = propose(outcome, evidence, readings, locale);
    const edited = edits[`outcome:${outcome}`];
    return {
      id: outcome,
      name: outcomeById(outcome)?.name ?? outcome,
      ...proposed,
      sentence: edited === undefined ? { text, proposed: null } : { text: edited, proposed: text },
    };
  });
}
