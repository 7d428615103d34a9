import { useState } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { tiers } from '#shared/drive/registers.ts';
import type { EntityFields } from '#shared/registers/registers.ts';
import { recordChange } from '#shared/review/changes.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';

const NONE = '-';
const KINDS = ['team', 'service', 'initiative', 'asset', 'organization', 'other'] as const;

/** What this name stands for: how it is shown, what kind it is, its tier, its team, another name that it means. */
export function EntityDialog({ reading }: { readonly reading: SeriesReading }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" look="quiet" onPress={() => setOpen(true)}>
        {`About ${reading.entityName}`}
      </Button>
      <Dialog title={`About ${reading.entityName}`} open={open} onClose={() => setOpen(false)}>
        <EntityForm entity={reading.entity} name={reading.entityName} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type Props = { readonly entity: string; readonly name: string; readonly onDone: () => void };

function EntityForm({ entity, name, onDone }: Props) {
  const { entities } = useRegisters();
  const { state } = useCurrentState();
  const append = useAppend();
  const known = entities.find((one) => one.id === entity);
  const [shownName, setShownName] = useState(name);
  const others = [...new Set((state?.readings ?? []).map((one) => one.entity))].filter(
    (one) => one !== entity,
  );
  const change = (changes: Partial<EntityFields>) => {
    const edit =
      known === undefined ? { changes } : recordChange<EntityFields, Partial<EntityFields>>(known, changes);
    append([{ stream: 'organization', type: 'entity-changed', data: { entity, ...edit } }]);
  };
  const rename = () => {
    if (shownName.trim() !== name) change({ displayName: shownName.trim() === '' ? null : shownName.trim() });
    onDone();
  };
  const orNone = (choices: readonly { readonly id: string; readonly name: string }[]) => [
    { id: NONE, name: 'none' },
    ...choices,
  ];
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id }));
  return (
    <div className={styles.form}>
      <TextField
        label="Shown as"
        value={shownName}
        onChange={setShownName}
        onEnter={rename}
        hint={`In the files: ${entity}`}
      />
      <div className={styles.fields}>
        <Select
          label="Kind"
          value={known?.kind ?? 'other'}
          choices={KINDS.map((id) => ({ id, name: id }))}
          onChange={(id) => change({ kind: id as EntityFields['kind'] })}
        />
        <Select
          label="Tier"
          value={known?.tier == null ? NONE : String(known.tier)}
          choices={orNone(tiers.map((tier) => ({ id: String(tier.id), name: tier.name })))}
          onChange={(id) => change({ tier: id === NONE ? null : Number(id) })}
        />
        <Select
          label="Team"
          value={known?.team ?? NONE}
          choices={orNone(named(entities.filter((one) => one.kind === 'team').map((one) => one.id)))}
          onChange={(id) => change({ team: id === NONE ? null : id })}
        />
        <Select
          label="Is another name of"
          value={known?.aliasOf ?? NONE}
          choices={orNone(named(others))}
          onChange={(id) => change({ aliasOf: id === NONE ? null : id })}
        />
        <Select
          label="Customers feel it"
          value={known?.customerFacing === true ? 'yes' : 'no'}
          choices={named(['yes', 'no'])}
          onChange={(id) => change({ customerFacing: id === 'yes' })}
        />
      </div>
      <div className={styles.row}>
        <Button look="primary" keys={['Enter']} onPress={rename}>
          Done
        </Button>
      </div>
    </div>
  );
}
