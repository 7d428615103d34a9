import type { InRegister } from '#renderer/src/state/pages.ts';
import { useDecisionsRegister } from './decisions-register.tsx';
import { RegisterPage } from './RegisterPage.tsx';

/** Every decision on record. */
export function DecisionsPage({ at }: { readonly at: InRegister }) {
  return <RegisterPage register={useDecisionsRegister()} at={at} />;
}
