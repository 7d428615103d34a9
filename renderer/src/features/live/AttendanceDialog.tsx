import { useDraft } from '#renderer/src/data/drafts.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { CheckList } from '#renderer/src/ui/CheckList.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { AttendanceLine, AttendanceMark } from '#shared/review/attendance-line.ts';
import styles from './AttendanceDialog.module.css';
import { useLive } from './live.ts';
import { useAttendance } from './use-attendance.ts';
import { attendanceWords, counted } from './wording.ts';

type Props = { readonly open: boolean; readonly onClose: () => void };

const EXAMPLES = 'all but maria, tom; remote li; late ana; away noor; guest Kim from Acme. Enter takes it.';

function markWords({ attendance, remote, late }: AttendanceMark): string {
  if (attendance === null) return 'not marked';
  if (attendance === 'sent-word') return 'sent word';
  return ['here', ...(remote ? ['remote'] : []), ...(late ? ['late'] : [])].join(', ');
}

/** What a line will do, before it is taken: `9 here; Kim from Acme as a guest; nobody is called Zed`. */
function understood({ marks, guests, unknown }: AttendanceLine, nameOf: (id: string) => string): string {
  const few = marks.length <= 3;
  const words = few
    ? marks.map((mark) => `${nameOf(mark.person)} ${markWords(mark)}`)
    : [`${marks.filter(({ attendance }) => attendance === 'here').length} here`];
  return [
    ...words,
    ...guests.map((name) => `${name} as a guest`),
    ...(unknown.length === 0 ? [] : [`nobody alone is called ${unknown.join(', ')}`]),
  ].join('; ');
}

function AttendanceField() {
  const { review } = useLive();
  const { read, take, nameOf } = useAttendance();
  const { text, setText } = useDraft(`attendance:${review.id}`);
  const line = read(text);
  const enter = () => {
    // A name that is not understood may be the one that is not here.
    if (line.unknown.length > 0 || (line.marks.length === 0 && line.guests.length === 0)) return;
    take(line);
    setText('');
  };
  return (
    <TextField
      label="In one line"
      placeholder="all but maria, tom"
      value={text}
      onChange={setText}
      onEnter={enter}
      hint={text.trim() === '' ? EXAMPLES : understood(line, nameOf)}
      autoFocus
    />
  );
}

function Guests() {
  const { guests, sendOff } = useAttendance();
  if (guests.length === 0) return null;
  return (
    <Section title="Guests" remark={counted(guests.length, 'guest')}>
      <ul className={styles['guests']}>
        {guests.map(({ guest, name }) => (
          <li key={guest}>
            <span dir="auto">{name}</span>
            <Button look="quiet" size="small" label={`${name} is not here`} onPress={() => sendOff(guest)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Who is in the room, who is on the call, who sent word and who sits in. Taken at once; nobody has to be marked. */
export function AttendanceDialog({ open, onClose }: Props) {
  const { review } = useLive();
  const { people, marked, changed, remarkOf } = useAttendance();
  const here = marked('here');
  return (
    <Dialog title="Who is here" open={open} onClose={onClose} width={640}>
      <AttendanceField />
      {people.length === 0 ? (
        <p>Nobody is known yet: an action with @name makes a person known.</p>
      ) : (
        <>
          <Section title="Here" remark="a name, Space; Ctrl+A for all">
            <CheckList
              label="Here"
              focus={false}
              choices={people.map(({ id, name }) => ({ id, name, remark: remarkOf(id) }))}
              chosen={here}
              onChange={(chosen) => changed('here', chosen)}
            />
          </Section>
          <Section title="Sent word" remark="away, and said so">
            <CheckList
              label="Sent word"
              focus={false}
              choices={people.filter(({ id }) => !here.has(id))}
              chosen={marked('sent-word')}
              onChange={(chosen) => changed('sent-word', chosen)}
            />
          </Section>
        </>
      )}
      <Guests />
      <p>{attendanceWords(review) ?? 'Nobody has to be marked.'}</p>
      <Button look="primary" onPress={onClose}>
        Done
      </Button>
    </Dialog>
  );
}
