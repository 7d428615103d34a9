import { useInitiativesRegister } from './initiatives-register.tsx';
import { RegisterPage } from './RegisterPage.tsx';

/** Every initiative on record. */
export function InitiativesPage() {
  return <RegisterPage register={useInitiativesRegister()} />;
}
