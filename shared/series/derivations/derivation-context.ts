/** What an organization knows and a file does not. Every absent field has a stated default. */
export type DerivationContext = {
  /** Team that answers for a service, null when nobody said; the service itself is then the entity. */
  readonly teamOf?: (service: string) => string | null;
  /** Environments that count as production, in lower case. Default: `production`, `prod`, `prd`, `live`. */
  readonly production?: readonly string[];
  /** Severity words beyond those of the register, in lower case, to `Sev0`..`Sev3`; null is no incident. */
  readonly severityWords?: Readonly<Record<string, string | null>>;
  /** On-call weeks that a team staffs in a week. Default: 1. */
  readonly onCallWeeks?: (team: string) => number;
  /** Hours of the working day, Monday to Friday, `[from, to)`. Default: 9 to 18. */
  readonly workingHours?: readonly [from: number, to: number];
  /** Teams that exist; when given, an asset of any other owner is an orphan. */
  readonly teams?: readonly string[];
  /** Lower case parts of names of services whose cost is AI cost rather than cloud cost. Default: `MODEL_SERVICES`. */
  readonly modelServices?: readonly string[];
  /** Days after which an open fixable finding of a grade is past its limit. Default: critical 14, high 30. */
  readonly findingLimits?: { readonly critical: number; readonly high: number };
};
