import { z } from '#shared/zod.ts';
import { slug, text, texts, version } from './vocabulary.ts';

const ritual = z.strictObject({
  id: slug,
  name: text,
  every: z.enum(['daily', 'twice a week', 'weekly', 'every 2 weeks', 'monthly', 'quarterly', 'twice a year']),
  /** 0 for what is done in writing. */
  minutes: z.number().int().nonnegative(),
  runBy: text,
  purpose: text,
  artifact: text,
  asynchronous: z.boolean(),
  defaultWhen: text.nullable(),
});

const artifact = z.strictObject({
  id: slug,
  name: text,
  path: text,
  staleDays: z.number().int().positive().nullable(),
});

const checklist = z.strictObject({
  id: slug,
  name: text,
  usedIn: z.array(z.enum(['incident', 'organization', 'person', 'team'])),
  groups: z.array(z.strictObject({ name: text, items: z.array(z.strictObject({ id: slug, text })).min(1) })),
});

const launch = z.strictObject({
  tiers: z.array(
    z.strictObject({
      id: z.number().int().min(1).max(3),
      name: text,
      means: text,
      gates: z.union([z.literal('all'), z.array(slug)]),
    }),
  ),
  gates: z.array(z.strictObject({ id: slug, owner: text, items: texts.min(1) })),
  rule: text,
  afterwards: text,
});

const incidentField = z.strictObject({
  id: text,
  vocabulary: text.optional(),
  type: text.optional(),
  values: texts.optional(),
  hint: text.optional(),
  extra: texts.optional(),
  ref: slug.optional(),
});

export const cadenceFile = z.strictObject({
  about: text,
  version,
  rituals: z.array(ritual),
  keptRule: text,
  roles: z.array(z.strictObject({ id: slug, means: text })),
  artifacts: z.array(artifact),
  checklists: z.array(checklist),
  launch,
  onboardingPlan: z.strictObject({
    days: z.array(z.strictObject({ day: z.number().int().positive(), goals: texts })),
    fields: texts,
  }),
  incidentRecord: z.strictObject({
    id: text,
    idRule: text,
    file: text,
    fields: z.array(incidentField),
    derived: texts,
  }),
  decisionRecord: z.strictObject({ id: text, file: text, fileRule: text, fields: texts }),
});
