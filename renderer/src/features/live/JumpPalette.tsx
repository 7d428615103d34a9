import { useMemo } from 'react';
import { Palette, type PaletteEntry } from '#renderer/src/ui/Palette.tsx';
import { placesOf } from '#renderer/src/walk/steps.ts';
import { toStep } from './authoring.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { useVerdictWords } from './stage/StageFooter.tsx';

type Props = { readonly open: boolean; readonly onClose: () => void };

/** `g`: every anomaly of the review by its number or by words of its name, those that were set aside as well. */
export function JumpPalette({ open, onClose }: Props) {
  const { review } = useLive();
  const desk = useDesk();
  const verdictWords = useVerdictWords();
  const places = useMemo(() => (open ? placesOf(review) : []), [open, review]);
  const entries = useMemo(
    () =>
      places.map(({ block, anomaly, number }): PaletteEntry => {
        const decided = anomaly.verdict !== null || anomaly.asideReason !== null;
        return {
          id: anomaly.id,
          name: `${number === null ? '' : `${number} `}${anomaly.headline}`,
          group: block.name,
          ...(decided ? { remark: verdictWords(anomaly) } : {}),
        };
      }),
    [places, verdictWords],
  );
  return (
    <Palette
      label="Go to an anomaly"
      placeholder="Its number, or words of its name"
      entries={entries}
      open={open}
      onClose={onClose}
      onChoose={(id) => {
        const place = places.find(({ anomaly }) => anomaly.id === id);
        if (place !== undefined) desk.author(toStep(review, place), '');
      }}
    />
  );
}
