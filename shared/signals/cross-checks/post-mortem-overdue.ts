import { addDays, DAY_MS, dayToMs, msToDay } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import type { IncidentRecord } from '#shared/series/records/record.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { isCustomerGrade, placeOf } from './incidents-of.ts';
import type { PostMortemAction } from './on-record.ts';
import { dayWords } from './weekly.ts';
import { counted } from './wording.ts';

const ID = 'post-mortem-overdue';
const HOURS = checkThreshold(ID, 'hours');
const REQUIRED: ReadonlySet<string | null> = new Set(['Sev0', 'Sev1', 'Sev2']);
/** Older ones were lived with: the room speaks of a quarter where publication is recorded, of four weeks where it is not. */
const RECORDED_DAYS = 91;
const UNRECORDED_DAYS = 28;
const MOST = 5;

function actionFor(incident: IncidentRecord, actions: readonly PostMortemAction[]): PostMortemAction | null {
  return actions.find(({ text }) => text.toLowerCase().includes(incident.id.toLowerCase())) ?? null;
}

/** Whether one has to be there by now, and none is as far as anything on record says. */
function isOverdue(incident: IncidentRecord, nowMs: number): boolean {
  const { endMs, postMortem } = incident;
  if (endMs === null || endMs + HOURS * 3_600_000 >= nowMs) return false;
  if (postMortem !== null) {
    return (
      REQUIRED.has(incident.severity) &&
      postMortem.publishedMs === null &&
      nowMs - endMs < RECORDED_DAYS * DAY_MS
    );
  }
  return isCustomerGrade(incident) && nowMs - endMs < UNRECORDED_DAYS * DAY_MS;
}

function foundFor(incident: IncidentRecord, action: PostMortemAction | null, nowMs: number): Found {
  const endMs = incident.endMs ?? nowMs;
  const days = Math.floor((nowMs - endMs) / DAY_MS);
  const over = Math.floor((nowMs - endMs - HOURS * 3_600_000) / DAY_MS);
  const [resolved, place] = [dayWords(msToDay(endMs)), placeOf(incident)];
  return {
    entities: place === null ? [incident.id] : [incident.id, place],
    onset: msToDay(endMs + HOURS * 3_600_000),
    headline: `${incident.id}: no post-mortem ${days} days after it was resolved`,
    text: `${incident.id} (${incident.severity}) was resolved ${days} days ago; its post-mortem is not published.`,
    rule: `Resolved on ${resolved}; a post-mortem is due within ${HOURS} hours of that, which is ${counted(over, 'day')} past, and none is on record.`,
    evidence: [
      {
        label: `${incident.id} (${incident.severity})`,
        value: incident.title,
        period: `resolved ${resolved}`,
        link: { kind: 'incident', id: incident.id },
      },
      ...(action === null
        ? []
        : [
            {
              label: action.id,
              value: `${action.text}, open`,
              period: action.due === null ? 'no date' : `due ${dayWords(action.due)}`,
              link: { kind: 'action', id: action.id } as const,
            },
          ]),
    ],
    series: null,
    covers: [],
    notes:
      incident.postMortem === null && action === null
        ? ['No file says when post-mortems are published: what is known is that none is on record.']
        : [],
  };
}

/** Incidents whose post-mortem is past its time; where no file records publication, those of Sev0 and Sev1 alone. */
export function postMortemOverdue(input: CheckInput): Outcome {
  const { incidents } = input.records;
  if (incidents === null) return notChecked('no incidents, one row each, are imported');
  const nowMs = dayToMs(addDays(input.asOf, 1)) ?? Number.NaN;
  const overdue = incidents
    .filter((incident) => isOverdue(incident, nowMs - 1))
    .toSorted((a, b) => b.startMs - a.startMs);
  const actions = input.onRecord?.postMortems ?? [];
  return checked(
    overdue.slice(0, MOST).map((incident) => foundFor(incident, actionFor(incident, actions), nowMs - 1)),
  );
}
