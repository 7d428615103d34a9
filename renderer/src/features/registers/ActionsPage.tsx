import type { InRegister } from '#renderer/src/state/pages.ts';
import { useActionsRegister } from './actions-register.tsx';
import { RegisterPage } from './RegisterPage.tsx';

/** Every commitment on record. */
export function ActionsPage({ at }: { readonly at: InRegister }) {
  return <RegisterPage register={useActionsRegister()} at={at} />;
}
