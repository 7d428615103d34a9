import { Section } from '#renderer/src/ui/Section.tsx';
import { type Choice, Select } from '#renderer/src/ui/Select.tsx';
import type {
  DateOrder,
  DecimalMark,
  Delimiter,
  Encoding,
  Evidence,
  Reading,
  ReadSettings,
  Shape,
} from '#shared/tabular/reading.ts';
import styles from './Understood.module.css';
import type { Mapping } from './use-mapping.ts';

const NAMES: Readonly<Record<Evidence['setting'], string>> = {
  encoding: 'Text encoding',
  delimiter: 'Separator',
  newline: 'Line ends',
  header: 'Table starts',
  rows: 'Rows',
  decimal: 'Decimal mark',
  date: 'Date',
  shape: 'Shape',
  entity: 'Of what',
  unit: 'Unit',
  nulls: 'Missing',
  'as-of': 'Day',
  zone: 'Time zone',
  year: 'Year',
  'fiscal-year': 'Fiscal year',
};

type Changeable = { readonly choices: readonly Choice[]; readonly to: (id: string) => ReadSettings };

const CHANGEABLE: Partial<Readonly<Record<Evidence['setting'], Changeable>>> = {
  encoding: {
    choices: [
      { id: 'utf-8', name: 'UTF-8' },
      { id: 'utf-16le', name: 'UTF-16' },
      { id: 'utf-16be', name: 'UTF-16, big end first' },
      { id: 'windows-1252', name: 'Windows-1252 (western)' },
      { id: 'windows-1250', name: 'Windows-1250 (central Europe)' },
      { id: 'windows-1251', name: 'Windows-1251 (Cyrillic)' },
      { id: 'windows-1253', name: 'Windows-1253 (Greek)' },
      { id: 'windows-1254', name: 'Windows-1254 (Turkish)' },
      { id: 'shift_jis', name: 'Shift-JIS (Japanese)' },
      { id: 'gb18030', name: 'GB 18030 (Chinese)' },
      { id: 'big5', name: 'Big5 (Chinese)' },
      { id: 'euc-kr', name: 'EUC-KR (Korean)' },
    ],
    to: (id) => ({ encoding: id as Encoding }),
  },
  delimiter: {
    choices: [
      { id: ',', name: 'comma' },
      { id: ';', name: 'semicolon' },
      { id: '\t', name: 'tab' },
      { id: '|', name: 'bar' },
      { id: '^', name: 'caret' },
      { id: '~', name: 'tilde' },
      { id: ':', name: 'colon' },
      { id: ' ', name: 'space' },
    ],
    to: (id) => ({ delimiter: id as Delimiter }),
  },
  decimal: {
    choices: [
      { id: '.', name: 'point' },
      { id: ',', name: 'comma' },
    ],
    to: (id) => ({ decimal: id as DecimalMark }),
  },
  date: {
    choices: [
      { id: 'dmy', name: 'day first' },
      { id: 'mdy', name: 'month first' },
      { id: 'ymd', name: 'year first' },
    ],
    to: (id) => ({ dateOrder: id as DateOrder }),
  },
  header: {
    choices: [{ id: 'none', name: 'no header' }],
    to: () => ({ header: [] }),
  },
  shape: {
    choices: [
      { id: 'long', name: 'a row for each value' },
      { id: 'metric-columns', name: 'metrics in columns' },
      { id: 'entity-rows', name: 'a row for each name and date' },
      { id: 'period-columns', name: 'periods in columns' },
      { id: 'events', name: 'events to be counted' },
    ],
    to: (id) => ({ shape: id as Shape }),
  },
};

/** Each detected setting with what it rests on; changing one reads the file again. */
export function Understood({ reading, mapping }: { readonly reading: Reading; readonly mapping: Mapping }) {
  return (
    <Section
      title="How it was understood"
      remark={mapping.remembered ? 'as an earlier file with this header' : 'each can be changed'}
    >
      <dl className={styles.settings}>
        {reading.evidence.map((one) => {
          const changeable = CHANGEABLE[one.setting];
          return (
            <div key={`${one.setting}${one.value}${one.because}`}>
              <dt>{NAMES[one.setting]}</dt>
              <dd>
                {changeable === undefined ? (
                  one.value
                ) : (
                  <Select
                    label={NAMES[one.setting]}
                    hideLabel
                    look="link"
                    value={null}
                    placeholder={one.value}
                    choices={changeable.choices}
                    onChange={(id) => mapping.change(changeable.to(id))}
                  />
                )}
              </dd>
              <dd className={styles.because}>{one.because}</dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
