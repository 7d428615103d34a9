import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import type { Evidence, Reading } from '#shared/tabular/reading.ts';
import { AsOfDay } from './AsOfDay.tsx';
import { MissingWords } from './MissingWords.tsx';
import { changeableOf, DETECTED } from './setting-choices.ts';
import styles from './Understood.module.css';

const NAMES: Readonly<Record<Evidence['setting'], string>> = {
  encoding: 'Text encoding',
  delimiter: 'Separator',
  newline: 'Line ends',
  header: 'Table starts',
  rows: 'Rows',
  decimal: 'Decimal mark',
  date: 'Dates',
  shape: 'Shape',
  entity: 'Of what',
  unit: 'Unit',
  nulls: 'Missing',
  'as-of': 'Day',
  zone: 'Time zone',
  year: 'First year',
  'fiscal-year': 'Fiscal year',
};

/** So many units are listed here; all of them stand beside their columns. */
const MOST_UNITS = 3;

function Value({ evidence, mapping }: { readonly evidence: Evidence; readonly mapping: Mapping }) {
  const reading = mapping.read?.reading;
  if (evidence.setting === 'as-of') return <AsOfDay day={evidence.value} mapping={mapping} />;
  const changeable = reading === undefined ? null : changeableOf(evidence, reading);
  if (changeable === null) return <bdi>{evidence.value}</bdi>;
  const choose = (id: string) =>
    id === DETECTED ? mapping.forget(changeable.key) : mapping.change(changeable.to(id));
  return (
    <Select
      label={NAMES[evidence.setting]}
      hideLabel
      look="link"
      value={null}
      placeholder={evidence.value}
      choices={changeable.choices}
      onChange={choose}
    />
  );
}

/** What the settings come from; everything that was decided can be given back to detection. */
function Remark({ mapping }: { readonly mapping: Mapping }) {
  if (Object.keys(mapping.settings).length === 0) return 'what is underlined can be changed';
  return (
    <>
      {mapping.remembered ? 'as an earlier file with this header; ' : ''}
      <Button look="link" size="small" onPress={() => mapping.set({})}>
        Forget what was decided
      </Button>
    </>
  );
}

function shownEvidence({ evidence }: Reading): readonly Evidence[] {
  let units = 0;
  return evidence.filter((one) => {
    if (one.setting === 'nulls') return false;
    if (one.setting === 'unit') units += 1;
    return one.setting !== 'unit' || units <= MOST_UNITS;
  });
}

/** Each detected setting with what it rests on, in words and on cells; changing one reads the file again. */
export function Understood({ reading, mapping }: { readonly reading: Reading; readonly mapping: Mapping }) {
  const nulls = reading.evidence.find((one) => one.setting === 'nulls');
  return (
    <Section title="How it was understood" remark={<Remark mapping={mapping} />}>
      <dl className={styles.settings}>
        {shownEvidence(reading).map((one) => (
          <div key={`${one.setting}${one.value}${one.because}`}>
            <dt>{NAMES[one.setting]}</dt>
            <dd>
              <Value evidence={one} mapping={mapping} />
            </dd>
            <dd className={styles.because}>
              <bdi>{one.because}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{NAMES.nulls}</dt>
          <dd>{nulls?.value ?? 'no cell'}</dd>
          <dd className={styles.because}>
            {nulls?.because ?? 'every value is there'}
            <MissingWords mapping={mapping} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
