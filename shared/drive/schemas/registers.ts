import { z } from '#shared/zod.ts';
import { reviewRules } from './review-rules.ts';
import { type Frozen, slug, text, texts, version } from './vocabulary.ts';

const verdict = z.strictObject({
  id: z.enum(['act', 'watch', 'explained', 'data-problem', 'noise', 'wrong-measure']),
  key: z.string().regex(/^[1-6]$/),
  name: text,
  means: text,
  needs: z.array(z.enum(['owner', 'due', 'until', 'reason'])),
  defaultUntil: text.optional(),
  reason: z.enum(['no', 'optional', 'required']),
  // biome-ignore lint/suspicious/noThenProperty: the file's own word for what follows a verdict.
  then: text,
});

const stateId = z.enum(['routine', 'better', 'worse', 'changed', 'stale', 'missing']);

const priority = z.strictObject({
  id: z.enum(['urgent', 'high', 'normal', 'low']),
  token: z.string().startsWith('!'),
  alias: texts,
  dueDefaultDays: z.number().int().positive(),
  default: z.literal(true).optional(),
});

const initiativeStatus = z.strictObject({
  id: z.enum(['on-track', 'at-risk', 'blocked', 'done', 'dropped']),
  needs: texts.optional(),
});

const grade = z.number().int().min(0).max(3);

const severity = z.strictObject({
  id: text,
  customerGrade: grade,
  alsoGrade: grade.optional(),
  means: text,
  updatesMinutes: z.number().int().positive().nullable(),
  postMortem: z.boolean(),
});

const severities = z.strictObject({
  default: slug,
  note: text,
  scales: z.array(z.strictObject({ id: slug, items: z.array(severity).min(1) })),
  mapping: z.array(z.strictObject({ words: texts.min(1), sev: text.nullable() })),
  mappingNote: text,
});

const step = z.number().int().min(1).max(5);
const riskStep = z.strictObject({ value: step, name: text, means: text });
const riskScore = z.number().int().min(1).max(25);

const riskMatrix = z.strictObject({
  likelihood: z.array(riskStep).length(5),
  impact: z.array(riskStep).length(5),
  score: text,
  bands: z.array(
    z.strictObject({
      id: z.enum(['low', 'medium', 'high', 'extreme']),
      from: riskScore,
      to: riskScore,
      response: text,
      reviewDays: z.number().int().positive(),
    }),
  ),
  bandException: text,
  responses: z.array(
    z.strictObject({
      id: z.enum(['avoid', 'reduce', 'transfer', 'accept']),
      means: text,
      needs: texts.optional(),
      maxDays: z.number().int().positive().optional(),
    }),
  ),
  numbersFrom: text,
});

const scorecardLevel = z.enum(['bronze', 'silver', 'gold']);

const scorecards = z.strictObject({
  levels: z.array(z.strictObject({ id: scorecardLevel, name: text, rank: step, means: text })),
  levelRule: text,
  rules: z.array(
    z.strictObject({
      id: slug,
      level: scorecardLevel,
      text,
      input: text,
      test: text.optional(),
      tiers: z.array(z.number().int().min(1).max(3)).optional(),
      params: z.record(z.string(), z.number()).optional(),
      template: z.literal(true).optional(),
    }),
  ),
  results: z.array(z.enum(['pass', 'fail', 'exempt', 'unknown'])),
  unknownRule: text,
  exemption: z.strictObject({ needs: texts, maxDays: z.number().int().positive(), expiry: text }),
});

const errorBudgetPolicy = z.strictObject({
  states: z.array(
    z.strictObject({
      id: z.enum(['healthy', 'watch', 'warning', 'spent', 'exception']),
      when: text,
      policy: text,
      andon: z.literal(true).optional(),
      needs: texts.optional(),
    }),
  ),
  from: text,
  evaluated: text,
});

export const registersFile = z.strictObject({
  about: text,
  version,
  verdicts: z.array(verdict).length(6),
  notReached: z.strictObject({ id: z.literal('not-reached'), means: text }),
  states: z.array(z.strictObject({ id: stateId, name: text, means: text.optional() })),
  dimensionState: z.strictObject({
    rule: text,
    words: z.strictObject({ worse: text, changed: text, better: text, routine: text, missing: text }),
  }),
  priorities: z.array(priority).length(4),
  priorityNote: text,
  tiers: z.array(
    z.strictObject({ id: z.union([z.literal(1), z.literal(2), z.literal(3)]), name: text, means: text }),
  ),
  actionStatuses: z.array(z.enum(['open', 'done', 'dropped'])),
  initiativeStatuses: z.array(initiativeStatus),
  severities,
  riskMatrix,
  scorecards,
  errorBudgetPolicy,
  otherStatuses: z.record(z.string(), texts.min(1)),
  ...reviewRules,
});

export type RegistersFile = Frozen<z.infer<typeof registersFile>>;
