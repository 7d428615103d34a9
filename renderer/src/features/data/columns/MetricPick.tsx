import { useState } from 'react';
import { metricName } from '#renderer/src/features/data/file/column-heads.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Palette } from '#renderer/src/ui/Palette.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { metricChoices, NEW_METRIC } from './measure-choices.ts';

type Props = {
  /** What becomes a metric: a column, a name in the rows, a count. */
  readonly name: string;
  readonly metric: string | null;
  readonly onChoose: (metric: string) => void;
};

/** The metric that something becomes; another one is found by its words, or given a name. */
export function MetricPick({ name, metric, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = metric === null ? 'choose a metric' : metricName(metric);
  if (typed !== null) {
    const take = () => {
      if (typed.trim() !== '') onChoose(`own:${typed.trim()}`);
      setTyped(null);
    };
    return (
      <TextField
        label={`Name of the metric for ${name}`}
        hideLabel
        autoFocus
        value={typed}
        onChange={setTyped}
        onEnter={take}
        onEscape={() => setTyped(null)}
        onLeave={take}
      />
    );
  }
  return (
    <>
      <Button look="link" label={`Metric of ${name}: ${shown}`} onPress={() => setOpen(true)}>
        <bdi>{shown}</bdi>
      </Button>
      {open && (
        <Palette
          label={`Metric of ${name}`}
          placeholder={`What ${name} measures`}
          open
          entries={metricChoices(name, metric)}
          onClose={() => setOpen(false)}
          onChoose={(id) => (id === NEW_METRIC ? setTyped(name) : onChoose(id))}
        />
      )}
    </>
  );
}
