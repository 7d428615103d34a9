import { Button } from '#renderer/src/ui/Button.tsx';
import { CheckList } from '#renderer/src/ui/CheckList.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Attendance } from '#shared/review/review.ts';
import { inReview } from './authoring.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { attendanceWords } from './wording.ts';

type Props = { readonly open: boolean; readonly onClose: () => void };

/** Who is in the room, and who sent word. Taken at once, name by name; nobody has to be marked. */
export function AttendanceDialog({ open, onClose }: Props) {
  const { review, registers } = useLive();
  const desk = useDesk();
  const people = registers.people.filter((person) => person.active || person.id in review.attendance);
  const marked = (mark: Attendance) =>
    new Set(people.flatMap(({ id }) => (review.attendance[id] === mark ? [id] : [])));
  const mark = (attendance: Attendance, chosen: ReadonlySet<string>) => {
    const before = marked(attendance);
    const events = people.flatMap(({ id }) => {
      if (chosen.has(id) === before.has(id)) return [];
      return [
        inReview(review, 'attendance-marked', { person: id, attendance: chosen.has(id) ? attendance : null }),
      ];
    });
    if (events.length > 0) desk.author(events);
  };
  const here = marked('here');
  return (
    <Dialog title="Who is here" open={open} onClose={onClose} width={640}>
      {people.length === 0 ? (
        <p>Nobody is known yet: an action with @name makes a person known.</p>
      ) : (
        <>
          <CheckList
            label="Here"
            choices={people}
            chosen={here}
            onChange={(chosen) => mark('here', chosen)}
          />
          <Section title="Sent word" remark="away, and said so">
            <CheckList
              label="Sent word"
              focus={false}
              choices={people.filter(({ id }) => !here.has(id))}
              chosen={marked('sent-word')}
              onChange={(chosen) => mark('sent-word', chosen)}
            />
          </Section>
        </>
      )}
      <p>{attendanceWords(review.attendance) ?? 'Type a name to go there, Space marks it, Ctrl+A all.'}</p>
      <Button look="primary" onPress={onClose}>
        Done
      </Button>
    </Dialog>
  );
}
