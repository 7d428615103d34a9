import { type ReactNode, useEffect, useRef } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import styles from './Ask.module.css';

export type AskedChoice = {
  readonly label: string;
  /** Cells of the file, each with what this choice makes of it. */
  readonly cells: readonly { readonly cell: string; readonly reads: string }[];
  /** What follows for the file as a whole. */
  readonly so: string | null;
  readonly onChoose: () => void;
};

type Props = {
  readonly title: string;
  readonly why: string;
  readonly choices: readonly AskedChoice[];
  readonly children?: ReactNode;
};

/** Keys 1 to 9 choose; Enter does not, so that a habit never answers. */
function useChoiceKeys(choices: readonly AskedChoice[]): void {
  useCommands(
    choices.slice(0, 9).map((choice, at) => ({
      id: `choice-${at}`,
      name: choice.label,
      group: 'Import',
      keys: [String(at + 1)],
      run: choice.onChoose,
    })),
  );
}

/** One thing that only a person can decide, with what each answer makes of real cells, side by side. */
export function Ask({ title, why, choices, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useChoiceKeys(choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question takes the place of this one.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <section className={styles.frame} aria-labelledby="question">
      <div>
        <h2 id="question" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>{why} Nothing is added until you choose.</p>
      </div>
      <div className={styles.choices}>
        {choices.map((choice, at) => (
          <div key={choice.label} className={styles.choice}>
            <Button keys={at < 9 ? [String(at + 1)] : []} onPress={choice.onChoose}>
              {choice.label}
            </Button>
            <dl>
              {choice.cells.map(({ cell, reads }) => (
                <div key={cell}>
                  <dt>
                    <bdi>{cell}</bdi>
                  </dt>
                  <dd>
                    <bdi>{reads}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
            {choice.so !== null && <p>{choice.so}</p>}
          </div>
        ))}
        {children}
      </div>
    </section>
  );
}
