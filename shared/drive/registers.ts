import registersJson from './data/registers.json' with { type: 'json' };
import type { RegistersFile } from './schemas/registers.ts';

export type Verdict = RegistersFile['verdicts'][number];
export type Priority = RegistersFile['priorities'][number];
export type PriorityId = Priority['id'];
export type Tier = RegistersFile['tiers'][number]['id'];
export type ActionStatus = RegistersFile['actionStatuses'][number];
export type ClosingRule = RegistersFile['closing'][number];
export type ClosingRuleId = ClosingRule['id'];
export type ReadinessRule = RegistersFile['readiness'][number];
export type RiskBand = RegistersFile['riskMatrix']['bands'][number];

// The build validates the file against the schema of its type (validate.ts), so it is not parsed again here.
const registers = registersJson as unknown as RegistersFile;

export const verdicts: readonly Verdict[] = registers.verdicts;
export const seriesStates: RegistersFile['states'] = registers.states;
export const dimensionStates: RegistersFile['dimensionState'] = registers.dimensionState;
export const priorities: readonly Priority[] = registers.priorities;
export const tiers: RegistersFile['tiers'] = registers.tiers;
export const actionStatuses: readonly ActionStatus[] = registers.actionStatuses;
export const initiativeStatuses: RegistersFile['initiativeStatuses'] = registers.initiativeStatuses;
export const riskMatrix: RegistersFile['riskMatrix'] = registers.riskMatrix;
export const commitmentRules: RegistersFile['commitments'] = registers.commitments;
export const closingRules: readonly ClosingRule[] = registers.closing;
export const readinessRules: readonly ReadinessRule[] = registers.readiness;
export const errorBudgetPolicy: RegistersFile['errorBudgetPolicy'] = registers.errorBudgetPolicy;
export const constraintRules: RegistersFile['constraint'] = registers.constraint;

export function verdictById(id: string): Verdict | undefined {
  return verdicts.find((verdict) => verdict.id === id);
}

export function verdictByKey(key: string): Verdict | undefined {
  return verdicts.find((verdict) => verdict.key === key);
}

export function closingRuleById(id: string): ClosingRule | undefined {
  return closingRules.find((rule) => rule.id === id);
}

/** The band of a risk by its score, likelihood times impact, each 1 to 5. Impact 5 never ranks under high. */
export function riskBand(likelihood: number, impact: number): RiskBand | undefined {
  const high = riskMatrix.bands.find((band) => band.id === 'high');
  const floor = impact === 5 && high !== undefined ? high.from : 1;
  const score = Math.max(likelihood * impact, floor);
  return riskMatrix.bands.find((band) => score >= band.from && score <= band.to);
}
