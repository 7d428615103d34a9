import type { KindSignature } from '#shared/series/derivations/event-kinds.ts';
import { MEASURED, REPOSITORY, SERVICE, TEAM, words } from '#shared/series/derivations/header-words.ts';

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

export const DEPLOYMENTS: KindSignature = {
  kind: 'deployments',
  roles: [
    ['finished', [...FINISHED, ...words('timecreated timestamp endtime createdat')]],
    ...DEPLOYMENT_ROLES,
  ],
  needs: [['finished'], ['environment', 'result']],
  telling: words(
    'deployment deploymentid deployid deploydate deploymentdate deployedat cicd* hadguidedfailure',
  ),
  never: [...words('prmergeddate mergedat deployments deploymentcount deploymentfrequency'), ...MEASURED],
};

/** Deployments of which a file tells nothing but their number and their time. */
export const NUMBERED_DEPLOYMENTS: KindSignature = {
  ...DEPLOYMENTS,
  needs: [['finished'], ['id']],
  telling: words('deploymentid deployid cicddeploymentid'),
};

/** A file that nowhere says deployment: what was finished in an environment. */
export const RELEASES: KindSignature = {
  kind: 'deployments',
  roles: [['finished', FINISHED], ...DEPLOYMENT_ROLES],
  needs: [['finished'], ['environment'], ['result', 'entity', 'service']],
  telling: words('environment env'),
  never: MEASURED,
};

export const CHANGES: KindSignature = {
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
  never: MEASURED,
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

const INCIDENT_TITLE = words('title summary description incidenttitle shortdescription name whathappened');

export const INCIDENTS: KindSignature = {
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
    ['title', INCIDENT_TITLE],
  ],
  needs: [['started'], ['resolved', 'resolve-seconds', 'severity', 'id']],
  telling: words(
    'incident* severity sev urgency secondstoresolve secondstofirstack impact* resolvedat resolvedon',
  ),
  never: [...words('incidents incidentcount'), ...MEASURED],
};

/** A list kept by hand: a plain date, but something that names the single incident. */
export const INCIDENT_LIST: KindSignature = {
  kind: 'incidents',
  roles: [
    ['started', words('date day when')],
    ...INCIDENT_ROLES,
    ['id', words('incident incidentid incidentnumber title summary description whathappened')],
    ['title', INCIDENT_TITLE],
  ],
  needs: [['started'], ['severity'], ['id']],
  telling: words('incident incidentid incidentnumber severity sev'),
  never: [...words('incidents incidentcount'), ...MEASURED],
};

export const ALERTS: KindSignature = {
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
  never: words('issueseverity week month period value'),
};
