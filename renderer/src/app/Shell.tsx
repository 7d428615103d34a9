import { type ReactNode, useEffect } from 'react';
import { CommandMenu } from '#renderer/src/commands/CommandMenu.tsx';
import { CommandPalette } from '#renderer/src/commands/CommandPalette.tsx';
import { KeyHelp } from '#renderer/src/commands/KeyHelp.tsx';
import { showPalette } from '#renderer/src/state/commands.ts';
import { usePlace } from '#renderer/src/state/navigation.ts';
import { useNotice } from '#renderer/src/state/notices.ts';
import { hashOf } from '#renderer/src/state/pages.ts';
import { CordMark } from '#renderer/src/ui/CordMark.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import { nameOf, PAGES } from './pages.ts';
import { SavedLine } from './SavedLine.tsx';
import { SavingTrouble } from './SavingTrouble.tsx';
import styles from './Shell.module.css';
import { useFindings } from './use-findings.ts';
import { useKeepOpen } from './use-keep-open.ts';
import { useKeptFocus } from './use-kept-focus.ts';

type Props = {
  readonly organization: string;
  readonly counts: Readonly<Record<string, string>>;
  /** Without the side bar: the Wall, and a live review. */
  readonly folded: boolean;
  readonly children: ReactNode;
};

/** The frame of every screen: side bar, banner when saving fails, the palette, one notice. */
export function Shell({ organization, counts, folded, children }: Props) {
  const place = usePlace();
  const notice = useNotice();
  useKeepOpen();
  useKeptFocus();
  const screen = nameOf(place);
  useEffect(() => {
    document.title = `${screen}, Andon`;
  }, [screen]);
  return (
    <div className={styles['app']} data-folded={folded || undefined}>
      <button type="button" className={styles['skip']} onClick={skipToMain}>
        Skip to the screen
      </button>
      <aside className={styles['side']}>
        <div className={styles['organization']}>
          <CordMark />
          <span dir="auto">{organization}</span>
          <CommandMenu />
        </div>
        <button type="button" className={styles['find']} onClick={() => showPalette('open')}>
          Go to
          <span>
            <Key>Ctrl+K</Key>
          </span>
        </button>
        <nav className={styles['nav']} aria-label="Screens">
          <ul>
            {PAGES.map(({ place: target, name, gapBefore }) => (
              <li key={name} data-gap={gapBefore === true || undefined}>
                <a href={hashOf(target)} aria-current={place.page === target.page ? 'page' : undefined}>
                  {name}
                  <small>{counts[target.page]}</small>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <footer>
          <SavedLine />
        </footer>
      </aside>
      <main className={styles['main']} id="main" tabIndex={-1}>
        <SavingTrouble />
        {children}
      </main>
      <div role="status" aria-live="polite">
        {notice !== null && <p className={styles['notice']}>{notice.text}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {screen}
      </p>
      <CommandPalette useFindings={useFindings} />
      <KeyHelp />
    </div>
  );
}

function skipToMain(): void {
  document.getElementById('main')?.focus();
}
