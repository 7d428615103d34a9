import type { InRegister } from '#renderer/src/state/pages.ts';
import { useInitiativesRegister } from './initiatives-register.tsx';
import { RegisterPage } from './RegisterPage.tsx';

/** Every initiative on record. */
export function InitiativesPage({ at }: { readonly at: InRegister }) {
  return <RegisterPage register={useInitiativesRegister()} at={at} />;
}
