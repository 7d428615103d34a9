import { RegisterPage } from './RegisterPage.tsx';
import { useRisksRegister } from './risks-register.tsx';

/** Every risk on record. */
export function RisksPage() {
  return <RegisterPage register={useRisksRegister()} />;
}
