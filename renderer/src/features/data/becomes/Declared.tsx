import { metricName } from '#renderer/src/features/data/file/column-heads.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import { formatFigure } from '#shared/figures.ts';
import { strictestTargets } from '#shared/formats/strictest-targets.ts';
import type { ReadOwner, ReadTarget } from '#shared/tabular/reading.ts';
import styles from './Becomes.module.css';

const SHOWN = 6;

const SIGNS: Readonly<Record<ReadTarget['op'], string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

/** Unit of a target: that of the metric as it is stored, where shares are kept from 0 to 1. */
function unitOf(metric: string): string | null {
  const unit = metricById(metric)?.unit ?? null;
  return unit === '%' ? 'share' : unit;
}

function targetText({ metric, entity, op, value }: ReadTarget): string {
  return `${entity}, ${metricName(metric)} ${SIGNS[op]} ${formatFigure(value, unitOf(metric))}`;
}

function ownerText({ entity, owner }: ReadOwner): string {
  return owner === null ? `${entity}: nobody named` : `${entity}: ${owner}`;
}

function Listed({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div className={styles.declared}>
      <h3>{title}</h3>
      <ul>
        {texts.slice(0, SHOWN).map((text) => (
          <li key={text} dir="auto">
            {text}
          </li>
        ))}
        {texts.length > SHOWN && <li>and {texts.length - SHOWN} more</li>}
      </ul>
    </div>
  );
}

type Props = { readonly targets: readonly ReadTarget[]; readonly owners: readonly ReadOwner[] };

/** What the file declares beside measurements: targets and owners, which are taken with it. */
export function Declared({ targets, owners }: Props) {
  const strictest = strictestTargets(targets);
  const targetTexts = strictest.map(targetText);
  const weaker = targets.length - strictest.length;
  const ownerTexts = [...new Set(owners.map(ownerText))];
  return (
    <>
      <Listed title={`Targets it sets: ${targetTexts.length}`} texts={targetTexts} />
      {weaker > 0 && <p className={styles.more}>The strictest of several for one series counts.</p>}
      <Listed title={`Owners it names: ${ownerTexts.length}`} texts={ownerTexts} />
    </>
  );
}
