import { useCaptureContext } from '#renderer/src/data/capture-context.ts';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { usePersonName } from '#renderer/src/data/people.ts';
import { Chip } from '#renderer/src/ui/Chip.tsx';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { dimensionById } from '#shared/drive/catalogue.ts';
import { type CaptureKind, type CaptureParse, parseCapture } from '#shared/review/capture/capture.ts';
import styles from './RegisterPage.module.css';

type Props = {
  readonly one: string;
  readonly pressed: CaptureKind;
  readonly example: string;
  readonly onAdd: (parse: CaptureParse, clearDraft: string) => void;
  readonly onClose: () => void;
};

/** One line becomes an entry; what was understood of it is shown before Enter takes it. */
export function NewLine({ one, pressed, example, onAdd, onClose }: Props) {
  const context = useCaptureContext();
  const draft = `new ${one}`;
  const { text, setText } = useDraft(draft);
  const parse = parseCapture(text, { ...context, pressed, anomaly: null });
  const take = () => {
    if (parse.text.trim() === '') return;
    onAdd(parse, draft);
    setText('');
  };
  return (
    <div className={styles.newLine}>
      <TextField
        label={`New ${one}`}
        placeholder={example}
        value={text}
        onChange={setText}
        onEnter={take}
        onEscape={onClose}
        autoFocus
      />
      <p className={styles.understood} aria-live="polite">
        {text.trim() === '' ? (
          <span>One line: what, @owner, when, #dimension.</span>
        ) : (
          <Understood parse={parse} />
        )}
        <span className={styles.keys}>
          <Key>Enter</Key> take down <Key>Esc</Key> leave
        </span>
      </p>
    </div>
  );
}

function Understood({ parse }: { readonly parse: CaptureParse }) {
  const nameOf = usePersonName();
  const due = parse.due ?? parse.reviewOn;
  const wantsDate = parse.kind === 'action' || parse.kind === 'initiative';
  return (
    <>
      <Chip meaning="text">{parse.text}</Chip>
      {parse.owner === undefined ? (
        <Chip missing>
          {parse.ownerText === undefined ? 'no owner' : `nobody is called ${parse.ownerText}`}
        </Chip>
      ) : (
        <Chip meaning="owner">{nameOf(parse.owner)}</Chip>
      )}
      {due === undefined ? (
        wantsDate && <Chip missing>no date</Chip>
      ) : (
        <Chip meaning={parse.due === undefined ? 'look again' : 'due'}>{weekDay(due)}</Chip>
      )}
      {parse.dimension !== undefined && (
        <Chip meaning="dimension">{dimensionById(parse.dimension)?.name}</Chip>
      )}
      {parse.tier !== undefined && <Chip meaning="tier">{parse.tier}</Chip>}
      {parse.priority !== undefined && <Chip meaning="priority">{parse.priority}</Chip>}
      {parse.likelihood !== undefined && (
        <Chip meaning="rating">
          {parse.likelihood} × {parse.impact}
        </Chip>
      )}
    </>
  );
}
