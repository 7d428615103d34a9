import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useRehearse } from '#renderer/src/data/rehearsal/use-rehearse.ts';
import { Button } from '#renderer/src/ui/Button.tsx';

/** Runs the coming review as it will be, with nothing kept; not there while one rehearses. */
export function RehearseButton() {
  const rehearse = useRehearse();
  useCommands(
    rehearse === null
      ? []
      : [
          {
            id: 'rehearse-here',
            name: 'Rehearse',
            group: 'Prepare',
            keys: ['r'],
            hidden: true,
            run: rehearse,
          },
        ],
  );
  if (rehearse === null) return null;
  return (
    <Button keys={['r']} onPress={rehearse}>
      Rehearse
    </Button>
  );
}
