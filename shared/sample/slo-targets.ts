import type { SampleObjective } from '#shared/sample/objectives.ts';
import { OBJECTIVES } from '#shared/sample/objectives.ts';

function document({ service, team, kind, target }: SampleObjective): string {
  const promise = kind === 'latency' ? 'answered within 300 ms' : 'answered without an error of ours';
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${service}-${kind}
  displayName: ${service} ${kind}
  labels:
    team: ${team}
spec:
  description: Share of requests ${promise}.
  service: ${service}
  indicator:
    metadata:
      name: ${service}-${kind}
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: slo-events
            spec:
              query: slo_good_events{service="${service}"}
        total:
          metricSource:
            type: slo-events
            spec:
              query: slo_total_events{service="${service}"}
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Promise to customers
      target: ${target}
`;
}

/** The objectives of `slo-events.csv` as OpenSLO documents; targets are ratios. */
export function sloTargets(): string {
  return OBJECTIVES.map(document).join('---\n');
}
