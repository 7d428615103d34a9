import { useActionsRegister } from './actions-register.tsx';
import { RegisterPage } from './RegisterPage.tsx';

/** Every commitment on record. */
export function ActionsPage() {
  return <RegisterPage register={useActionsRegister()} />;
}
