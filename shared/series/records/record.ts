import { z } from '#shared/zod.ts';

const moment = z.number().nullable();
const share = z.number().min(0).max(1).nullable();

const incident = z.strictObject({
  kind: z.literal('incident'),
  id: z.string(),
  title: z.string(),
  team: z.string().nullable(),
  service: z.string().nullable(),
  severity: z.enum(['Sev0', 'Sev1', 'Sev2', 'Sev3']).nullable(),
  startMs: z.number(),
  /** Null while it is open, or where nobody wrote it down. */
  endMs: moment,
  /** Share of customers that it touched, null where it is not known. */
  affectedShare: share,
  /** Null where the file has no column for it: then nothing is known of post-mortems. */
  postMortem: z.strictObject({ publishedMs: moment }).nullable(),
});

const finding = z.strictObject({
  kind: z.literal('finding'),
  id: z.string(),
  asset: z.string(),
  severity: z.enum(['critical', 'high']),
  firstSeenMs: moment,
});

const asset = z.strictObject({
  kind: z.literal('asset'),
  name: z.string(),
  /** As the file has it; null where it names nobody. */
  owner: z.string().nullable(),
  orphaned: z.boolean(),
  /** Null where the file does not say. */
  exposed: z.boolean().nullable(),
});

const launch = z.strictObject({
  kind: z.literal('launch'),
  name: z.string(),
  tier: z.number().nullable(),
  atMs: z.number(),
  /** Share of eligible users that was hoped for at 90 days. */
  target90: share,
  adopted30: share,
  adopted60: share,
  adopted90: share,
  /** Tickets of the first 14 days, and the usual number of 14 days before it. */
  tickets: z.number().nullable(),
  usualTickets: z.number().nullable(),
});

const initiative = z.strictObject({
  kind: z.literal('initiative'),
  id: z.string(),
  name: z.string(),
  tier: z.number().nullable(),
  status: z.enum(['on-track', 'at-risk', 'blocked', 'done', 'dropped']),
  accountable: z.string().nullable(),
  dueMs: moment,
  blockedSinceMs: moment,
  reason: z.string().nullable(),
  /** Null where the file has no column for it; an empty name where it has one and nobody is named. */
  unblockOwner: z.string().nullable(),
});

/** One row of an export that is more than a number: who, what and when of an incident, a finding, an asset. */
const fileRecord = z.discriminatedUnion('kind', [incident, finding, asset, launch, initiative]);

export type FileRecord = z.infer<typeof fileRecord>;
export type IncidentRecord = z.infer<typeof incident>;
export type FindingRecord = z.infer<typeof finding>;
export type AssetRecord = z.infer<typeof asset>;
export type LaunchRecord = z.infer<typeof launch>;
export type InitiativeRecord = z.infer<typeof initiative>;

/** What a file's records are stored as, beside its points. */
export const fileRecords = z.strictObject({ asOfMs: z.number().nullable(), records: z.array(fileRecord) });

/** Records of one file, and the day that they describe where it is a list of how things stand. */
export type FileRecords = z.infer<typeof fileRecords>;
