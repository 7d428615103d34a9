/** Expected range of n values in sigmas, n from 2 on; the printed table to three decimals, as R qcc has it. */
const D2 = [
  1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.97, 3.078, 3.173, 3.258, 3.336, 3.407, 3.472, 3.532,
  3.588, 3.64, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931,
] as const;

/** Standard deviation of the range of n values in sigmas, n from 2 on, to seven decimals. */
const D3 = [
  0.8525033, 0.8883697, 0.8798108, 0.8640855, 0.8480442, 0.8332108, 0.8198378, 0.8078413, 0.7970584, 0.787323,
  0.7784873, 0.7704257, 0.763033, 0.7562217, 0.7499188, 0.7440627, 0.7386021, 0.7334929, 0.728698, 0.7241851,
  0.7199267, 0.7158987, 0.7120802, 0.7084528,
] as const;

/** d2(n); NaN beyond 25 values, where a range says too little of what lies within. */
export function d2(n: number): number {
  return D2[n - 2] ?? Number.NaN;
}

/** d3(n); NaN beyond 25 values. */
export function d3(n: number): number {
  return D3[n - 2] ?? Number.NaN;
}

/**
 * c4(n) = sqrt(2 / (n - 1)) Gamma(n / 2) / Gamma((n - 1) / 2), the expected standard deviation of n values in sigmas.
 * The quotient follows from the one before: q(n + 1) = (n - 1) / 2 / q(n).
 */
export function c4(n: number): number {
  let quotient = 1 / Math.sqrt(Math.PI);
  for (let k = 2; k < n; k++) quotient = (k - 1) / 2 / quotient;
  return Math.sqrt(2 / (n - 1)) * quotient;
}
