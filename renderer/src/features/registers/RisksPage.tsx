import type { InRegister } from '#renderer/src/state/pages.ts';
import { RegisterPage } from './RegisterPage.tsx';
import { useRisksRegister } from './risks-register.tsx';

/** Every risk on record. */
export function RisksPage({ at }: { readonly at: InRegister }) {
  return <RegisterPage register={useRisksRegister()} at={at} />;
}
