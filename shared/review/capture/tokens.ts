import { type DimensionId, dimensions } from '#shared/drive/catalogue.ts';
import { type PriorityId, priorities, type Tier } from '#shared/drive/registers.ts';
import type { CaptureFlag, CaptureKind, CaptureParse, CaptureRole, CaptureSpan } from './capture.ts';
import { isId } from './links.ts';
import { type CapturePerson, matchOwner } from './owners.ts';
import { fold, type Word } from './words.ts';

/** A word that is not plain text; `kept` is what of it stays in the sentence. */
export type Token = { readonly kept: string };

export type TokensCollected = {
  /** One place for each word, null where it is plain text. */
  readonly tokens: readonly (Token | null)[];
  readonly fields: Partial<CaptureParse>;
  readonly flags: readonly CaptureFlag[];
  readonly spans: readonly CaptureSpan[];
};

type TokenContext = {
  readonly kind: CaptureKind;
  readonly people: readonly CapturePerson[];
  readonly entities: readonly string[];
};

/** The fields as they grow while the words are read from left to right. */
type Fields = {
  owner?: string;
  ownerText?: string;
  ownerCandidates?: readonly string[];
  readonly alsoNamed: Set<string>;
  dimension?: DimensionId;
  tier?: Tier;
  priority?: PriorityId;
  likelihood?: number;
  impact?: number;
  entity?: string;
  readonly tags: Set<string>;
};

type Understood = {
  readonly role: CaptureRole;
  readonly kept?: string;
  readonly flag?: CaptureFlag;
  /** False for a word that is flagged and stays plain text. */
  readonly token?: false;
};

const NAME = /^\(?@(?:"([^"]+)"|([\p{L}\p{N}][\p{L}\p{N}\p{M}._'’-]*))[,;:.!?)]*$/u;
const HASH = /^#(?:"([^"]+)"|(\p{L}[\p{L}\p{N}\p{M}_.-]*))[,;:.!?)]*$/u;
const TIER = /^t(?:ier)?([123])$/;
const RATING = /^([1-5])[x×*]([1-5])[,;.]?$/i;
const LIKELIHOOD = /^l([1-5])[,;]?$/i;
const IMPACT = /^i([1-5])[,;.]?$/i;
const SINGLE_WORD = /^!\p{L}+$/u;

const priorityByToken: ReadonlyMap<string, PriorityId> = new Map(
  priorities.flatMap(({ id, token, alias }) =>
    [token, ...alias].map((sign): [string, PriorityId] => [sign, id]),
  ),
);

function readOwner(word: string, fields: Fields, people: readonly CapturePerson[]): Understood | null {
  const parts = NAME.exec(word);
  if (parts === null) return null;
  const typed = parts[1] ?? (parts[2] ?? '').replace(/[._'’-]+$/, '');
  const match = matchOwner(typed, people);
  const later =
    fields.owner !== undefined || fields.ownerText !== undefined || fields.ownerCandidates !== undefined;
  if (match.kind === 'one') return readPerson(match.person.id, fields, later);
  // A second name that is not known has no field to go to, so it stays in the sentence.
  if (later)
    return { role: 'named', flag: match.kind === 'none' ? 'unknown-owner' : 'ambiguous-owner', token: false };
  if (match.kind === 'none') {
    fields.ownerText = typed;
    return { role: 'owner', flag: 'unknown-owner' };
  }
  fields.ownerCandidates = match.people.map((person) => person.id);
  return { role: 'owner', flag: 'ambiguous-owner' };
}

function readPerson(id: string, fields: Fields, later: boolean): Understood {
  if (!later) {
    fields.owner = id;
    return { role: 'owner' };
  }
  if (id === fields.owner || fields.alsoNamed.has(id)) return { role: 'named' };
  fields.alsoNamed.add(id);
  return { role: 'named', flag: 'second-owner' };
}

function entityKey(name: string): string {
  return fold(name).replace(/[\s_-]+/g, '-');
}

function readHash(word: string, fields: Fields, entities: ReadonlySet<string>): Understood | null {
  const parts = HASH.exec(word);
  if (parts === null) return null;
  const typed = parts[1] ?? (parts[2] ?? '').replace(/[._-]+$/, '');
  const key = fold(typed);
  const dimension = key.length < 3 ? undefined : dimensions.find(({ id }) => id.startsWith(key));
  if (dimension !== undefined && (fields.dimension ?? dimension.id) === dimension.id) {
    fields.dimension = dimension.id;
    return { role: 'dimension' };
  }
  const tier = TIER.exec(key);
  if (tier !== null && fields.tier === undefined) {
    fields.tier = Number(tier[1]) as Tier;
    return { role: 'tier' };
  }
  if (entities.has(entityKey(typed))) {
    fields.entity ??= typed;
    return { role: 'entity', kept: typed };
  }
  fields.tags.add(typed);
  return { role: 'tag' };
}

function readPriority(word: string, fields: Fields): Understood | null {
  const priority = priorityByToken.get(word.toLowerCase());
  if (priority !== undefined && (fields.priority ?? priority) === priority) {
    fields.priority = priority;
    return { role: 'priority' };
  }
  if (priority === undefined && SINGLE_WORD.test(word)) {
    return { role: 'priority', flag: 'unknown-priority', token: false };
  }
  return null;
}

/** `3x4` in one word, or `L3 I4` in two. */
function readRating(words: readonly Word[], at: number, fields: Fields): Understood | null {
  const [before, word, after] = [words[at - 1]?.text ?? '', words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  if (IMPACT.test(word) && LIKELIHOOD.test(before) && fields.likelihood !== undefined)
    return { role: 'rating' };
  if (fields.likelihood !== undefined) return null;
  const [likelihood, impact] = RATING.exec(word)?.slice(1) ?? [
    LIKELIHOOD.exec(word)?.[1],
    IMPACT.exec(after)?.[1],
  ];
  if (likelihood === undefined || impact === undefined) return null;
  fields.likelihood = Number(likelihood);
  fields.impact = Number(impact);
  return { role: 'rating' };
}

/** Reads every word that is a sign with a meaning: owners, dimension, tier, entity, tags, priority, rating. */
export function collectTokens(words: readonly Word[], context: TokenContext): TokensCollected {
  const entities = new Set(context.entities.map(entityKey));
  const fields: Fields = { alsoNamed: new Set(), tags: new Set() };
  const flags = new Set<CaptureFlag>();
  const spans: CaptureSpan[] = [];

  const understand = (word: string, index: number): Understood | null => {
    switch (word[0]) {
      case '(':
      case '@':
        return readOwner(word, fields, context.people);
      case '#':
        return readHash(word, fields, entities);
      case '!':
        return readPriority(word, fields);
      default:
        return context.kind === 'risk' ? readRating(words, index, fields) : null;
    }
  };

  const tokens = words.map(({ text, start, end }, index): Token | null => {
    const understood = understand(text, index);
    // An id stays in the sentence, and a date before it still stands at the end of the line.
    if (understood === null) return isId(text) ? { kept: text } : null;
    const { role, flag, token, kept = '' } = understood;
    if (flag !== undefined) flags.add(flag);
    spans.push(flag === undefined ? { start, end, role } : { start, end, role, flag });
    return token === false ? null : { kept };
  });
  const { alsoNamed, tags, ...single } = fields;
  return {
    tokens,
    fields: {
      ...single,
      ...(alsoNamed.size > 0 ? { alsoNamed: [...alsoNamed] } : {}),
      ...(tags.size > 0 ? { tags: [...tags] } : {}),
    },
    flags: [...flags],
    spans,
  };
}
