import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { dimensions } from '#shared/drive/catalogue.ts';
import {
  hasDimension,
  ORDER_WORDS,
  type RegisterChoice,
  registerTitle,
} from '#shared/review/register-view.ts';
import styles from './BlockDialog.module.css';
import type { BlockForm } from './block-form.ts';
import { SeriesChoice } from './SeriesChoice.tsx';

type Props = {
  readonly form: BlockForm;
  readonly onChange: (changes: Partial<BlockForm>) => void;
};

/** The fields of what a block shows. */
export function ContentFields({ form, onChange }: Props) {
  switch (form.what) {
    case 'text':
      return (
        <TextField
          label="Text"
          multiline
          hint="A line that begins with a dash or a number is a list. Addresses stay text."
          value={form.text}
          onChange={(text) => onChange({ text })}
        />
      );
    case 'checklist':
      return (
        <TextField
          label="Things to tick"
          multiline
          hint="One for each line."
          value={form.lines}
          onChange={(lines) => onChange({ lines })}
        />
      );
    case 'register':
      return <ViewFields view={form.view} onChange={(view) => onChange({ view })} />;
    case 'charts':
      return <SeriesChoice form={form} onChange={onChange} />;
    default:
      return null;
  }
}

const REGISTERS = [
  { id: 'actions', name: 'Actions' },
  { id: 'initiatives', name: 'Initiatives' },
  { id: 'risks', name: 'Risks' },
  { id: 'decisions', name: 'Decisions' },
  { id: 'changes', name: 'Upcoming changes' },
];
const SHOWN = [
  { id: 'open', name: 'What is open' },
  { id: 'all', name: 'Everything' },
];
const ORDERS = Object.entries(ORDER_WORDS).map(([id, name]) => ({ id, name }));
const EVERYWHERE = 'every';

type ViewProps = { readonly view: RegisterChoice; readonly onChange: (view: RegisterChoice) => void };

function ViewFields({ view, onChange }: ViewProps) {
  // The choices are the schema's own, so what comes back from a list is one of them.
  const set = (changes: { readonly [Key in keyof RegisterChoice]?: string | null }) =>
    onChange({ ...view, ...changes } as RegisterChoice);
  const narrowed = hasDimension(view.register);
  const all = [
    { id: EVERYWHERE, name: 'Every dimension' },
    ...dimensions.map(({ id, name }) => ({ id, name })),
  ];
  return (
    <>
      <div className={styles['pair']}>
        <Select
          label="Register"
          value={view.register}
          choices={REGISTERS}
          onChange={(register) =>
            set({ register, dimension: register === 'changes' ? null : view.dimension })
          }
        />
        <Select label="Which" value={view.show} choices={SHOWN} onChange={(show) => set({ show })} />
        {narrowed && (
          <Select
            label="Dimension"
            value={view.dimension ?? EVERYWHERE}
            choices={all}
            onChange={(dimension) => set({ dimension: dimension === EVERYWHERE ? null : dimension })}
          />
        )}
        <Select label="Order" value={view.order} choices={ORDERS} onChange={(order) => set({ order })} />
      </div>
      <TextField
        label="With these words"
        placeholder="all of them"
        value={view.words}
        onChange={(words) => set({ words })}
      />
      <p className={styles['quiet']}>{registerTitle(view)}.</p>
    </>
  );
}
