import { errorBudgetPolicy } from '#shared/drive/registers.ts';

export type BudgetState = (typeof errorBudgetPolicy.states)[number]['id'];

/** Somebody lets named work through although the budget is spent, until a day. */
export type BudgetException = { readonly grantedBy: string; readonly what: string; readonly until: string };

const WATCH_LEFT = 0.5;
const WARNING_LEFT = 0.25;
const WATCH_WEEKS = 2;
const WARNING_WEEKS = 4;

/**
 * The state that the policy puts a budget in (registers.json, errorBudgetPolicy): by what is left of it (1 is whole,
 * under 0 overspent), and by how many weeks running it burnt faster than it renews. A granted exception stands in for *spent*.
 */
export function budgetState(
  left: number,
  weeksBurning: number,
  exception: BudgetException | null = null,
): BudgetState {
  if (left <= 0) return exception === null ? 'spent' : 'exception';
  if (left <= WARNING_LEFT || weeksBurning >= WARNING_WEEKS) return 'warning';
  if (left <= WATCH_LEFT || weeksBurning >= WATCH_WEEKS) return 'watch';
  return 'healthy';
}

/** What the policy says to do in a state. */
export function policyOf(state: BudgetState): string {
  return errorBudgetPolicy.states.find(({ id }) => id === state)?.policy ?? '';
}

const ORDER: readonly BudgetState[] = ['spent', 'exception', 'warning', 'watch', 'healthy'];

/** The worst of the states of a service's SLOs: the one that its policy follows. */
export function worstState(states: readonly BudgetState[]): BudgetState | null {
  return ORDER.find((state) => states.includes(state)) ?? null;
}
