import { BlockName } from '#renderer/src/blocks/BlockName.tsx';
import type { AgendaBlock } from '#shared/review/review.ts';

type Props = {
  readonly block: AgendaBlock;
  /** When it begins, `10:06`. */
  readonly start: string;
  readonly anomalies: number;
  readonly onMinutes: (minutes: number) => void;
  readonly onOpen: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDrop: () => void;
};

/** One block of the plan: its name is the handle, its minutes are typed. */
export function AgendaRow({ block, start, anomalies, onMinutes, onOpen, onMove, onDrop }: Props) {
  return (
    <li>
      <time>{start}</time>
      <BlockName block={block} onOpen={onOpen} onMove={onMove} onDrop={onDrop}>
        {block.dimension !== null && anomalies > 0 && (
          <small>{anomalies === 1 ? '1 anomaly' : `${anomalies} anomalies`}</small>
        )}
      </BlockName>
      <i
        style={{ width: block.minutes * 3 }}
        data-protected={block.protected || undefined}
        aria-hidden="true"
      />
      <input
        type="number"
        min={0}
        max={240}
        aria-label={`Minutes for ${block.name}`}
        value={block.minutes}
        onChange={(event) => onMinutes(Math.round(Number(event.target.value)))}
      />
    </li>
  );
}
