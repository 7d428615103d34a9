import type { EventRole } from '#shared/series/derivations/event-columns.ts';

/** What one row of a file stands for, where it is something that happened rather than a measurement. */
export type EventKind =
  | 'deployments'
  | 'changes'
  | 'incidents'
  | 'alerts'
  | 'findings'
  | 'assets'
  | 'costs'
  | 'launches';

/** How a kind is recognised. Headers are normalised: lower case, letters and digits only. */
export type KindSignature = {
  readonly kind: EventKind;
  /** Headers under which tools write a role, best first. */
  readonly roles: readonly (readonly [role: EventRole, headers: readonly string[]])[];
  /** Each group of roles needs at least one column. */
  readonly needs: readonly (readonly EventRole[])[];
  /** Headers of which one must be present; a trailing `*` matches any ending. */
  readonly telling: readonly string[];
  /** Headers that speak against it; a trailing `*` matches any ending. */
  readonly never: readonly string[];
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

const SERVICE = words('servicename service application app component project projectname');
const TEAM = words('team teams teamname squad');
const REPOSITORY = words('repository repositoryslug repo repourl cicdscopeid');

const FINISHED = words(
  'completed finisheddate finishedat finished deployedat deployed deploymenttime deploymentdate deploydate completedat',
);

const DEPLOYMENT_ROLES: KindSignature['roles'] = [
  ['environment', words('environment env deploymentenvironment environmentname stage')],
  ['result', words('state result status outcome conclusion deploymentstatus success type')],
  ['entity', TEAM],
  ['service', [...SERVICE, ...REPOSITORY]],
  ['rework', words('channel hotfix isrework rework deploymenttype kind labels label branch')],
  ['id', words('deployment deploymentid deployid cicddeploymentid id')],
];

const DEPLOYMENTS: KindSignature = {
  kind: 'deployments',
  roles: [
    ['finished', [...FINISHED, ...words('timecreated timestamp endtime createdat')]],
    ...DEPLOYMENT_ROLES,
  ],
  needs: [['finished'], ['environment', 'result', 'id']],
  telling: words(
    'deployment deploymentid deployid deploydate deploymentdate deployedat cicd* hadguidedfailure',
  ),
  never: words('prmergeddate mergedat'),
};

/** A file that nowhere says deployment: what was finished in an environment. */
const RELEASES: KindSignature = {
  kind: 'deployments',
  roles: [['finished', FINISHED], ...DEPLOYMENT_ROLES],
  needs: [['finished'], ['environment'], ['result', 'entity', 'service']],
  telling: words('environment env'),
  never: [],
};

const CHANGES: KindSignature = {
  kind: 'changes',
  roles: [
    ['first-commit', words('firstcommitauthoreddate firstcommitat firstcommit firstcommitdate committedat')],
    ['opened', words('prcreateddate openedat opened pullrequestcreatedat createdat created createddate')],
    ['first-review', words('firstreviewat firstreview firstreviewdate firstcommentdate')],
    ['merged', words('prmergeddate mergedat merged mergeddate mergetime')],
    ['deployed', words('prdeployeddate deployedat deployed deployeddate deploymentdate')],
    ['coding-minutes', ['prcodingtime']],
    ['pickup-minutes', ['prpickuptime']],
    ['review-minutes', ['prreviewtime']],
    ['deploy-minutes', ['prdeploytime']],
    ['cycle-minutes', ['prcycletime']],
    ['entity', TEAM],
    ['service', [...SERVICE, ...REPOSITORY]],
    ['id', words('id pullrequestnumber number pr key')],
  ],
  needs: [['merged'], ['first-commit', 'opened', 'cycle-minutes']],
  telling: words('prmergeddate mergedat merged mergeddate mergetime'),
  never: [],
};

const INCIDENT_ROLES: KindSignature['roles'] = [
  [
    'resolved',
    words('resolvedat resolvedon resolved resolveddate resolvedtime impactend endedat end closedat'),
  ],
  ['resolve-seconds', words('secondstoresolve secondstorestore')],
  ['severity', words('severity sev priority priorityname impact grade')],
  ['entity', TEAM],
  ['service', SERVICE],
  ['detected-by', words('detectedby detectionsource foundby reportedby')],
  ['affected-share', words('customersaffectedshare customersaffected affectedshare affected impactshare')],
  ['post-mortem', words('postmortempublished postmortempublishedat postmortem rcapublished rca')],
  ['state', words('status state')],
];

const INCIDENTS: KindSignature = {
  kind: 'incidents',
  roles: [
    [
      'started',
      words(
        'impactstart impactstartedat impactbegan startedat started start starttime createdon createdat createddate created openedat opened triggeredat reportedat',
      ),
    ],
    ...INCIDENT_ROLES,
    ['id', words('incidentnumber incidentid incident number id issuekey')],
  ],
  needs: [['started'], ['resolved', 'resolve-seconds', 'severity', 'id']],
  telling: words(
    'incident* severity sev urgency secondstoresolve secondstofirstack impact* resolvedat resolvedon',
  ),
  never: [],
};

/** A list kept by hand: a plain date, but something that names the single incident. */
const INCIDENT_LIST: KindSignature = {
  kind: 'incidents',
  roles: [
    ['started', words('date day when')],
    ...INCIDENT_ROLES,
    ['id', words('incident incidentid incidentnumber title summary description whathappened')],
  ],
  needs: [['started'], ['severity'], ['id']],
  telling: words('incident incidentid incidentnumber severity sev'),
  never: [],
};

const ALERTS: KindSignature = {
  kind: 'alerts',
  roles: [
    ['started', words('createdat triggeredat createdatdate createdon time timestamp firedat pagedat date')],
    ['entity', [...TEAM, 'escalationpolicy', 'responderteam']],
    ['service', SERVICE],
    ['alert-key', words('alias dedupkey deduplicationkey dedupekey alertkey fingerprint')],
    ['notified', words('notified paged pagedaperson')],
    ['acted', words('actiontaken actionable neededaction actioned')],
    ['id', words('alertid tinyid id')],
  ],
  needs: [['started'], ['alert-key', 'id']],
  telling: words('alert alertid alertname tinyid alias dedup* dedupekey pagedat fingerprint'),
  never: words('issueseverity'),
};

const FINDINGS: KindSignature = {
  kind: 'findings',
  roles: [
    ['severity', words('issueseverity severity securityseverity vulnerabilityseverity')],
    [
      'first-seen',
      words('firstintroduced firstseen firstdetected firstfound discoveredat createdat timestamp'),
    ],
    ['resolved', words('resolvedtime fixedat resolvedat closedat')],
    ['state', words('issuestatusindicator issuestatus status state alertstate')],
    ['muted', words('muted suppressed ignored dismissed')],
    [
      'fixable',
      words(
        'computedfixability fixability fixable isfixable fixavailable fixedinavailable fixedversion fixedin patchedversion',
      ),
    ],
    ['cve', words('cve cveid vulnerabilityid vulnid ghsa checkid controlid')],
    ['id', words('number findinguid issueid alertnumber')],
    ['name', words('problemtitle title')],
    ['package', words('packagenameandversion package packagename libraryname library component pkgname')],
    ['asset', words('projectname asset resourcename repo repository image target host resourceuid')],
  ],
  needs: [['severity'], ['cve', 'package', 'name'], ['asset', 'first-seen']],
  telling: words('cve* vuln* package* library* issueseverity findinguid checkid controlid ghsa'),
  never: [],
};

const ASSETS: KindSignature = {
  kind: 'assets',
  roles: [
    ['name', words('tag name asset service servicename component resource')],
    ['owner', words('owner owningteam ownerteam team ownedby')],
    ['tier', words('tier group criticality')],
    ['runbook', words('runbook runbooktouched runbookurl runbookupdated')],
    ['slo', words('slo slos hasslo slocount')],
    ['level', words('level scorecardlevel currentlevel maturity')],
    ['date', words('lastevaluated asof date')],
  ],
  needs: [['name'], ['owner']],
  telling: words('exposed kind tier runbook* slo* level lastevaluated lifecycle maxscore'),
  never: words('due duedate status blocked* accountable value'),
};

const COSTS: KindSignature = {
  kind: 'costs',
  roles: [
    ['date', words('chargeperiodstart usagestartdate date day bucket usagedateutc usagedate month')],
    ['amount', words('billedcost costusd netamount unroundedcost cost totalcost amount costs')],
    ['service', words('servicename servicedescription service product sku model')],
    ['currency', words('billingcurrency currency currencycode')],
  ],
  needs: [['date'], ['amount'], ['service']],
  telling: words('billedcost costusd netamount unroundedcost cost totalcost amount costs'),
  never: [],
};

const LAUNCHES: KindSignature = {
  kind: 'launches',
  roles: [
    ['launch', words('launch launchname capability feature name')],
    ['date', words('launchdate launched launchedon date released')],
    ['tier', words('tier launchtier')],
    ['eligible', words('eligible eligiblecustomers eligibleusers audience')],
    ['adopted-30', words('adopted30 adopting30 adopted30d adoptedat30 adopting30d adoptedat30days')],
    ['adopted-60', words('adopted60 adopting60 adopted60d adoptedat60 adopting60d adoptedat60days')],
    ['adopted-90', words('adopted90 adopting90 adopted90d adoptedat90 adopting90d adoptedat90days')],
    ['tickets', words('tickets14d tickets launchtickets supporttickets')],
    ['reached', words('reached customersreached reachedcustomers')],
    ['gates-passed', ['gatespassed']],
    ['gates-required', words('gatesrequired gates')],
  ],
  needs: [['launch'], ['date'], ['eligible'], ['adopted-30', 'adopted-60', 'adopted-90']],
  telling: words('eligible* adopt*'),
  never: [],
};

/** In the order in which they are tried: the narrower signature first. */
export const KIND_SIGNATURES: readonly KindSignature[] = [
  LAUNCHES,
  FINDINGS,
  CHANGES,
  ALERTS,
  DEPLOYMENTS,
  INCIDENTS,
  INCIDENT_LIST,
  RELEASES,
  COSTS,
  ASSETS,
];
