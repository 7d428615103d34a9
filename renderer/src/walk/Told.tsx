import { Fragment } from 'react';

type Props = {
  readonly text: string;
  /** Names that people gave and that stand in it, in whatever script. */
  readonly names?: readonly string[];
};

/** The text cut at every place where one of the names stands. */
function cutAt(text: string, names: readonly string[]): readonly string[] {
  return names.reduce<readonly string[]>(
    (pieces, name) =>
      name === ''
        ? pieces
        : pieces.flatMap((piece) =>
            names.includes(piece)
              ? [piece]
              : piece.split(name).flatMap((part, at) => (at === 0 ? [part] : [name, part])),
          ),
    [text],
  );
}

/**
 * A sentence of Andon's own around names that people gave: it runs from left to right whatever its first name is written
 * in, and each name keeps its own direction.
 */
export function Told({ text, names = [] }: Props) {
  const pieces = cutAt(text, names);
  return (
    <span dir="ltr">
      {pieces.map((piece, at) => {
        const key = `${at} ${piece}`;
        return names.includes(piece) ? <bdi key={key}>{piece}</bdi> : <Fragment key={key}>{piece}</Fragment>;
      })}
    </span>
  );
}
