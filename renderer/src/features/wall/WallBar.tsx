import { CommandMenu } from '#renderer/src/commands/CommandMenu.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { changeWallView, type WallView } from '#renderer/src/state/wall-view.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import styles from './WallPage.module.css';

const BY: readonly { readonly id: WallView['by']; readonly name: string }[] = [
  { id: 'dimension', name: 'by dimension' },
  { id: 'team', name: 'by team' },
  { id: 'entity', name: 'by entity' },
  { id: 'metric', name: 'by metric' },
];

const SHOW: readonly { readonly id: WallView['show']; readonly name: string }[] = [
  { id: 'all', name: 'all series' },
  { id: 'moved', name: 'out of routine' },
  { id: 'unheard', name: 'stale or missing' },
];

function Legend() {
  return (
    <p className={styles.legend}>
      <span>
        <Mark shape="diamond" /> outside limits
      </span>
      <span>
        <Mark shape="square" /> run of eight
      </span>
      <span>
        <Mark shape="triangle" /> three of four near a limit
      </span>
      <span>
        <Mark shape="triangle-down" /> past its target
      </span>
    </p>
  );
}

type Props = {
  readonly view: WallView;
  readonly shown: number;
  readonly all: number;
  readonly onOpenFirst: () => void;
};

/** What the Wall shows and how it is arranged, with the legend of its shapes. */
export function WallBar({ view, shown, all, onOpenFirst }: Props) {
  const { organization } = useRegisters();
  return (
    <header className={styles.bar}>
      <CommandMenu />
      <p>
        <a href="#/home" dir="auto">
          {organization?.name ?? 'Home'}
        </a>
      </p>
      <h1>Wall</h1>
      <p role="status">{shown === all ? `${all} series` : `${shown} series of ${all}`}</p>
      <Select
        label="Arrange"
        hideLabel
        look="link"
        value={view.by}
        choices={BY}
        onChange={(id) => changeWallView({ by: BY.find((one) => one.id === id)?.id ?? 'dimension' })}
      />
      <Select
        label="Show"
        hideLabel
        look="link"
        value={view.show}
        choices={SHOW}
        onChange={(id) => changeWallView({ show: SHOW.find((one) => one.id === id)?.id ?? 'all' })}
      />
      <Legend />
      <div className={styles.find} data-find>
        <TextField
          label="Find a series"
          hideLabel
          type="search"
          placeholder="Type to find a series  /"
          value={view.wanted}
          onChange={(wanted) => changeWallView({ wanted })}
          onEnter={onOpenFirst}
          onEscape={() => changeWallView({ wanted: '' })}
        />
      </div>
    </header>
  );
}
