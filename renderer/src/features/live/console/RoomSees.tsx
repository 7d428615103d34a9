import { Stage } from '#renderer/src/features/live/stage/Stage.tsx';
import { StageFrame } from '#renderer/src/features/live/stage/StageFrame.tsx';
import { useDark } from '#renderer/src/state/pointing.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './RoomSees.module.css';

/** The stage as the room sees it, small. */
export function RoomSees({ stageOpen }: { readonly stageOpen: boolean }) {
  const dark = useDark();
  return (
    <Section
      title={stageOpen ? 'The room sees' : 'The stage'}
      first
      remark={
        dark ? (
          <>
            dark <Key>b</Key> shows it
          </>
        ) : (
          <>
            <Key>s</Key> {stageOpen ? 'off' : 'opens its window'}
          </>
        )
      }
    >
      <div className={styles['thumb']} aria-hidden="true" inert>
        <StageFrame>
          <Stage layout="whole" />
        </StageFrame>
      </div>
    </Section>
  );
}
