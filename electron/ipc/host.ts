import type { Caller } from '#electron/ipc/handle.ts';
import type { Owner } from '#electron/services/grants.ts';
import type { Input, Message, Output, Payload, Reply } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import type { ShownMenu } from '#shared/ipc/shown-menu.ts';
import type { Result } from '#shared/result.ts';

type Done = Result<Output<'stage:open'>, Failure>;

/** What only a host can do: dialogs, windows, printing, power. Everything else is the services' work. */
export type Host = {
  readonly about: Pick<
    Output<'app:hello'>,
    'host' | 'version' | 'locale' | 'zone' | 'canChooseFiles' | 'canPrint' | 'canOpenStage'
  >;
  readonly chooseFiles: (caller: Caller, multiple: boolean) => Promise<Result<readonly string[], Failure>>;
  readonly chooseFolder: (caller: Caller) => Promise<Result<string | null, Failure>>;
  /** Asks where to save and writes there; tells the name under which it was saved. */
  readonly saveText: (caller: Caller, suggestedName: string, text: string) => Promise<Reply<'text:save'>>;
  readonly print: (caller: Caller, html: string, suggestedName: string) => Promise<Reply<'readout:print'>>;
  readonly openStage: (caller: Caller, stage: Input<'stage:open'>) => Promise<Done>;
  readonly moveStage: () => Promise<Done>;
  readonly closeStage: () => Promise<Done>;
  readonly openConsole: () => Promise<Done>;
  readonly showMenus: (caller: Caller, menus: readonly ShownMenu[]) => Promise<Done>;
  readonly holdAwake: (caller: Caller, on: boolean) => Promise<Done>;
  /** Tells one window or session, or everyone. */
  readonly tell: <M extends Message>(to: Owner, message: M, payload: Payload<M>) => void;
};
