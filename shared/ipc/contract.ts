import type { Failure } from '#shared/ipc/failure.ts';
import { readSettings } from '#shared/ipc/read-settings.ts';
import { shownMenu } from '#shared/ipc/shown-menu.ts';
import type { Result } from '#shared/result.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { Reading } from '#shared/tabular/reading.ts';
import { z } from '#shared/zod.ts';

const nothing = z.strictObject({});
const done = z.strictObject({});
const count = z.int().min(0);
/** UTF-16 units. The start of a review freezes its anomalies with their points, about 15 000 for each of a year. */
export const MAX_EVENT_TEXT = 16_000_000;

const fileName = z.string().min(1).max(255);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Expected bytes');

/** Stands for one file or folder that the user handed over; the path behind it never leaves the main process. */
const token = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const grant = z.strictObject({ token, name: fileName, bytes: count });
const grants = z.array(grant).readonly();

/** Names of streams and snapshots become file names, so they hold nothing that a file system treats specially. */
const streamName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,119}$/);
const snapshotId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,119}$/);

/** What is known before a file is read: names in use, and how files with the same header were read. */
const known = z.strictObject({
  entities: z.array(z.string().max(1000)).max(20_000).readonly(),
  remembered: z
    .array(z.strictObject({ signature: z.string().max(1_000_000), settings: readSettings }))
    .max(2000)
    .readonly(),
});

const exportRequest = z.strictObject({ token, settings: readSettings, known: known.exactOptional() });
const reading = z.custom<Reading>((value) => typeof value === 'object' && value !== null);
const points = z.custom<PointTable>((value) => typeof value === 'object' && value !== null);
const folder = z.strictObject({ name: fileName });

/** What the screen may ask of the machine: channel to what goes in and what comes out. */
export const contract = {
  /** Where the screen runs and what this host can do. */
  'app:hello': {
    input: nothing,
    output: z.strictObject({
      host: z.enum(['desktop', 'web']),
      version: z.string(),
      /** Random, made once, kept in the data folder: names this device in events. */
      device: z.string().regex(/^[a-z0-9-]{8,40}$/),
      locale: z.string(),
      zone: z.string(),
      inbox: folder.nullable(),
      canChooseFiles: z.boolean(),
      canPrint: z.boolean(),
      /** Whether `stage:open` opens a window; where it does not, the screen opens one itself. */
      canOpenStage: z.boolean(),
    }),
  },

  /** Asks the user for files. Nothing chosen gives no grants. */
  'file:choose': { input: z.strictObject({ multiple: z.boolean() }), output: grants },

  /** SHA-256 of the file as it lies there, to know it before it is read. */
  'export:hash': { input: z.strictObject({ token }), output: z.strictObject({ sha256: z.string() }) },
  'export:read': { input: exportRequest, output: reading },
  'export:points': { input: exportRequest, output: z.strictObject({ reading, points: points.nullable() }) },
  /** The rejected rows with their reasons, as CSV to correct in a spreadsheet. */
  'export:rejects': { input: exportRequest, output: z.strictObject({ csv: z.string() }) },
  /** Stops a reading that is under way; the request that started it fails with `cancelled`. */
  'export:cancel': { input: z.strictObject({ token }), output: done },
  /** Gives the file back: the token means nothing any more. */
  'export:release': { input: z.strictObject({ token }), output: done },

  'sample:list': { input: nothing, output: grants },

  /** Asks the user for a folder; null when none was chosen. */
  'inbox:choose': {
    input: nothing,
    output: z.strictObject({ token, name: fileName }).nullable(),
  },
  /** Watches the folder from now on, over restarts too; null stops watching. */
  'inbox:set': { input: z.strictObject({ token: token.nullable() }), output: folder.nullable() },
  /** What lies in the inbox and was not dealt with yet. */
  'inbox:list': {
    input: nothing,
    output: z.strictObject({
      folder: folder.nullable(),
      /** A sentence when the folder cannot be read, else null. */
      trouble: z.string().nullable(),
      files: z.array(z.strictObject({ ...grant.shape, sha256: z.string() })).readonly(),
      /** What lies there and is left alone (folders, links, what may not be read), a sentence each. */
      notes: z.array(z.strictObject({ name: z.string(), sentence: z.string() })).readonly(),
      moveTaken: z.boolean(),
    }),
  },
  /** Whether files that were dealt with are moved into the inbox's folder `taken`. */
  'inbox:move': { input: z.strictObject({ on: z.boolean() }), output: done },
  /** Marks the file's content as dealt with: it is not offered again, under whatever name. */
  'inbox:done': { input: z.strictObject({ token }), output: done },

  /** Appends events to a stream's journal. Answers only when they are on the disk. */
  'journal:append': {
    input: z.strictObject({
      stream: streamName,
      events: z.array(z.string().min(2).max(MAX_EVENT_TEXT)).min(1).max(10_000).readonly(),
    }),
    output: z.strictObject({ count, bytes: count }),
  },
  /** Every event of this device's journal, in the order in which it was written. */
  'journal:read': {
    input: nothing,
    output: z.strictObject({
      streams: z
        .array(z.strictObject({ stream: z.string(), events: z.array(z.string()).readonly() }))
        .readonly(),
      /** Places in the files that could not be read and were passed over, never removed. */
      passedOver: count,
    }),
  },

  /** One part of the columns of a large snapshot, in order from 0, before `snapshot:keep` names how many there are. */
  'snapshot:part': {
    input: z.strictObject({ id: snapshotId, part: count, columns: bytes }),
    output: done,
  },
  /** Keeps a snapshot beside the journal so that the journal's side alone rebuilds everything. */
  'snapshot:keep': {
    input: z.strictObject({
      id: snapshotId,
      header: z.string().max(50_000_000),
      /** All of them, or none where they came in parts. */
      columns: bytes,
      parts: count.exactOptional(),
    }),
    output: z.strictObject({ bytes: count }),
  },
  'snapshot:read': {
    input: z.strictObject({ id: snapshotId }),
    output: z.strictObject({ header: z.string(), columns: bytes }).nullable(),
  },
  'snapshot:list': {
    input: nothing,
    output: z.array(z.strictObject({ id: snapshotId, bytes: count })).readonly(),
  },

  /** Saves text where the user says. Not available on the web, where the screen offers a download. */
  'text:save': {
    input: z.strictObject({
      suggestedName: fileName,
      text: z.string().max(100_000_000),
      kind: z.enum(['markdown', 'html', 'csv', 'json', 'calendar']),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), name: fileName }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Prints a self-contained page to PDF: saved where the user says, or its bytes for a download. */
  'readout:print': {
    input: z.strictObject({ html: z.string().max(100_000_000), suggestedName: fileName }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), name: fileName }),
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({ kind: z.literal('pdf'), pdf: bytes }),
    ]),
  },

  /** Opens the stage for a review, on another display where there is one. */
  'stage:open': {
    /** `rehearsal` where the review is only rehearsed. */
    input: z.strictObject({ review: streamName, rehearsal: streamName.exactOptional() }),
    output: done,
  },
  'stage:close': { input: nothing, output: done },
  /** Takes the stage to the next display that the console is not on; it opens there from then on. */
  'stage:move': { input: nothing, output: done },
  /** Brings the app's own window to the front, or opens it again: the stage may outlive it. */
  'console:open': { input: nothing, output: done },
  /** What the application's own menu shows while this window has the focus. Not available on the web. */
  'menu:set': { input: z.strictObject({ menus: z.array(shownMenu).max(20).readonly() }), output: done },
  /** Keeps the display awake while a review is live. */
  'awake:hold': { input: z.strictObject({ on: z.boolean() }), output: done },
  /** The wall clock, and how long the machine has been up, sleep included: it tells sleep from a clock that was set. */
  'clock:read': {
    input: nothing,
    output: z.strictObject({ wallMs: z.number(), uptimeMs: z.number() }),
  },
} as const;

/** What the machine tells the screen without being asked. */
export const messages = {
  'export:progress': z.strictObject({ token, bytes: count, total: count, rows: count }),
  'inbox:arrived': z.strictObject({ token, name: fileName }),
  'power:resumed': z.strictObject({}),
  'stage:changed': z.strictObject({
    open: z.boolean(),
    on: z.enum(['display', 'window']).nullable(),
    why: z.enum(['asked', 'display-gone', 'display-back']),
  }),
  'console:closed': z.strictObject({}),
  /** A command of the application's menu was chosen while this window had the focus. */
  'menu:chosen': z.strictObject({ id: z.string() }),
} as const;

export type Channel = keyof typeof contract;
export type Input<C extends Channel> = z.output<(typeof contract)[C]['input']>;
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>;
export type Reply<C extends Channel> = Result<Output<C>, Failure>;

export type Message = keyof typeof messages;
export type Payload<M extends Message> = z.output<(typeof messages)[M]>;

/** One file or folder that the user handed over, as the screen knows it. */
export type Grant = z.output<typeof grant>;

/** What a screen knows before a file is read. */
export type KnownBefore = z.output<typeof known>;

/** What a screen needs to reach the machine: the preload offers it on the desktop, a client on the web. */
export type Bridge = {
  readonly request: <C extends Channel>(channel: C, input: Input<C>) => Promise<Reply<C>>;
  readonly subscribe: <M extends Message>(message: M, listener: (payload: Payload<M>) => void) => () => void;
};

export function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name);
}
