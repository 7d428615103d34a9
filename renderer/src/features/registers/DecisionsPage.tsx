import { useDecisionsRegister } from './decisions-register.tsx';
import { RegisterPage } from './RegisterPage.tsx';

/** Every decision on record. */
export function DecisionsPage() {
  return <RegisterPage register={useDecisionsRegister()} />;
}
