import type { TableColumn } from '#shared/tabular/table-column.ts';

/** Whether one of the words stands in a column's header. */
export function has(column: TableColumn, ...words: readonly string[]): boolean {
  return column.tokens.some((token) => words.includes(token));
}

function lastToken(column: TableColumn): string {
  return column.tokens[column.tokens.length - 1] ?? '';
}

const PERSON = [
  'author',
  'assignee',
  'user',
  'username',
  'email',
  'mail',
  'reporter',
  'creator',
  'watchers',
  'employee',
  'person',
  'committer',
  'reviewer',
  'responder',
  'member',
  'firstname',
  'lastname',
  'bearbeiter',
  'mitarbeiter',
  'benutzer',
  'nutzer',
  'auteur',
  'utilisateur',
  'collaborateur',
  'autor',
  'usuario',
  'usuário',
  'responsable',
  'medarbetare',
  'użytkownik',
  'pracownik',
  '担当者',
  '作業者',
];

/** Whether the column names people. The review is about teams and services, so such columns are not mapped. */
export function isPersonal(column: TableColumn): boolean {
  if (has(column, ...PERSON)) return true;
  const lead = has(column, 'lead') && !has(column, 'time', 'times', 'hours', 'days', 'minutes');
  return lead || (has(column, 'first', 'last') && has(column, 'name'));
}

const ID_WORDS =
  'id ids key no nr number num uid uuid guid sha hash seq rank index alias ref iid code zip port pid version order ticket invoice pr phone telephone telefon mobile vorgang'.split(
    ' ',
  );
const ID_ENDING = /(?:[a-z]I[Dd]|[A-Z]ID|_id|#)$/;

/** Whether the column's texts are names of rows rather than amounts: an issue key, a build number, a rank. */
export function isIdentifier(column: TableColumn): boolean {
  if (column.profile.leadingZeros > 0 && column.kind === 'number') return true;
  return ID_WORDS.includes(lastToken(column)) || ID_ENDING.test(column.header);
}

/** Whether each row of the table has its own text in an identifying column. */
export function identifiesRows(column: TableColumn, rows: number): boolean {
  const { filled, distinct } = column.profile;
  const own = filled > 5000 ? distinct.size >= 4900 : distinct.size === filled;
  return (
    own && filled >= rows * 0.9 && (isIdentifier(column) || has(column, 'deployment', 'incident', 'release'))
  );
}

type Words = readonly (readonly [number, string])[];

const PERIOD_WORDS: Words = [
  [7.5, 'merged'],
  [7, 'completed finished started start begin began occurred happened'],
  [6, 'created opened reported triggered introduced detected published released'],
  [
    5,
    'timestamp ts time date day week month quarter period datum 週 日付 年月 月 woche kw kalenderwoche monat quartal tag fecha data dato semaine mois trimestre semana mes mês settimana mese vecka månad kvartal uge uke maand tydzień miesiąc viikko kuukausi päivä päivämäärä hét hónap dátum týden měsíc hafta ay tarih неделя месяц дата день ημερομηνία 日期 月份 年月 周 时间 날짜 월 주 التاريخ',
  ],
  [4, 'resolved closed done deployed evaluated measured seen'],
  [3, 'end ended authored submitted'],
  [5, 'commit'],
];
const LESS: Words = [
  [-5, 'due deadline viewed expires expiry expiration planned target'],
  [-4, 'updated modified changed change last'],
  [-2, 'billing end comment review response reply commit'],
];

function weigh(column: TableColumn, words: Words): number {
  return words.reduce((best, [weight, list]) => (has(column, ...list.split(' ')) ? best + weight : best), 0);
}

/** How well a date column dates the rows: by its name, by how many rows it fills. */
export function periodScore(column: TableColumn, rows: number): number {
  const named = PERIOD_WORDS.find(([, list]) => has(column, ...list.split(' ')))?.[0] ?? 1;
  const alone = column.tokens.length === 1 ? 1 : 0;
  const fill = rows === 0 ? 1 : column.profile.filled / rows;
  return (10 + named + alone + weigh(column, LESS)) * (0.2 + 0.8 * Math.min(1, fill));
}

/** Whether a date column says something about what a row describes (`Last used`, `Expires`) and not when it was so. */
export function isAttribute(column: TableColumn): boolean {
  return (
    weigh(column, LESS) <= -4 &&
    !has(column, 'created', 'opened', 'reported', 'started', 'date', 'week', 'month')
  );
}

const ENTITY_WORDS: Words = [
  [
    10,
    'service services サービス servicio serviço servizio dienst diensten tjänst usługa służba služba služby szolgáltatás palvelu servis hizmet tjeneste υπηρεσία сервис служба услуга 服务 服務 서비스 الخدمة',
  ],
  [
    9,
    'team teams チーム squad squads équipe equipe equipo zespół mannschaft tým csapat tiimi takım ekip ομάδα команда 团队 團隊 팀 الفريق',
  ],
  [8, 'application app component components system repo repository repositories slo'],
  [
    7,
    'project projects projekt projet proyecto projeto progetto プロジェクト proje projekti проект 项目 專案 프로젝트 приложение 应用 應用 uygulama aplikacja anwendung applicazione aplicación aplicação initiative product produkt asset',
  ],
  [
    6,
    'bereich abteilung département departamento área avdelning department division center centre kostenstelle',
  ],
  [6, 'workspace entity environment domain unit unidade tribe'],
  [5, 'organization organisation organização org account tag launch pipeline group'],
  [4, 'host hostname server instance cluster namespace monitor endpoint website'],
  [2.5, 'keys'],
  [3, 'name category check job queue function database region model resource'],
];

/** How well a column names what the rows are about; 0 when it does not. `known` are entity names already in use. */
export function entityScore(column: TableColumn, known: ReadonlySet<string>): number {
  if (column.kind !== 'text' && !(column.kind === 'number' && isIdentifier(column))) return 0;
  if (isPersonal(column) || column.profile.filled === 0) return 0;
  if (has(column, 'unit', 'units', 'einheit') && !has(column, 'business', 'org', 'organization')) return 0;
  let score = ENTITY_WORDS.find(([, list]) => has(column, ...list.split(' ')))?.[0] ?? 0;
  if (has(column, 'description', 'url', 'link', 'type', 'text', 'number', 'lead', 'tags', 'region', 'family'))
    score -= 6;
  if (has(column, 'parent', 'übergeordnet', 'padre', 'überordnet')) score -= 7;
  if (has(column, 'id', 'ids', 'sha', 'uid')) score -= 1;
  if (has(column, 'key', 'slug')) score += 0.5;
  if (known.size > 0) {
    let hits = 0;
    for (const text of column.profile.distinct) if (known.has(text.toLowerCase())) hits += 1;
    if (hits >= column.profile.distinct.size * 0.5) score += 8;
  }
  if (has(column, 'operating', 'version', 'branch', 'class', 'size', 'status', 'state')) score -= 6;
  return score < 2 ? 0 : score;
}

const METRIC_WORDS = 'metric metrics measure kpi kennzahl metrik series measurement indicator'.split(' ');
const VALUE_WORDS = 'value values wert val measurement reading amount result'.split(' ');
const UNIT_WORDS = 'unit units einheit unidad currency'.split(' ');
const TARGET_WORDS =
  'target targets goal ziel zielwert soll sollwert threshold objective objectif cible objetivo meta obiettivo mål målvärde doel doelwaarde cel hedef cíl 目標 目标 목표 цель'.split(
    ' ',
  );
/** Words for how a thing stands: states, grades, outcomes. */
export const STATUS_WORDS =
  'status state severity priority urgency result resolution conclusion impact failure failed success outcome finding level phase gravité statut priorité état schweregrad zustand priorität gravedad estado prioridad gravidade prioridade gravità stato priorità ernst prioriteit allvarlighetsgrad prioritet stan priorytet ważność durum öncelik önem důležitost stav ステータス 優先度 重大度 状態 状态 优先级 严重程度 상태 статус приоритет'.split(
    ' ',
  );
export function isMetricColumn(column: TableColumn): boolean {
  if (column.header === '_measurement') return false;
  if (column.header === '_field') return column.kind === 'text';
  return column.kind === 'text' && has(column, ...METRIC_WORDS) && !has(column, 'unit', ...STATUS_WORDS);
}

export function isValueColumn(column: TableColumn): boolean {
  return column.kind === 'number' && has(column, ...VALUE_WORDS);
}

export function isUnitColumn(column: TableColumn): boolean {
  const named = has(column, ...UNIT_WORDS) && !has(column, 'price', 'cost', 'per', 'name');
  return column.kind === 'text' && named && column.profile.distinct.size <= 200;
}

export function isTargetColumn(column: TableColumn): boolean {
  return column.tokens.length <= 3 && has(column, ...TARGET_WORDS);
}

const TOTAL_WORDS = new Set(
  'total totals gesamt summe sum sum(all) all grand overall cost costs kosten amount coût coste custo usd eur gbp $ €'.split(
    ' ',
  ),
);

/** A column that adds up its neighbours (`Total costs($)`): never added to them. */
export function isTotalColumn(column: TableColumn): boolean {
  const named = has(column, 'total', 'totals', 'gesamt', 'summe', 'sum', 'somme', 'suma', 'totale');
  return (
    named && column.tokens.every((token) => TOTAL_WORDS.has(token) || token === 'somme' || token === 'suma')
  );
}

/** An amount or a count that may become a series. */
export function isMeasure(column: TableColumn): boolean {
  if (column.kind !== 'number' || isIdentifier(column) || has(column, 'window', 'timeframe')) return false;
  return !isTargetColumn(column) || column.setting?.role === 'value';
}
