import type { KindSignature } from '#shared/series/derivations/event-kinds.ts';
import { MEASURED, words } from '#shared/series/derivations/header-words.ts';

export const FINDINGS: KindSignature = {
  kind: 'findings',
  roles: [
    [
      'severity',
      words(
        'issueseverity severity securityseverity vulnerabilityseverity risk securityrisk vulnerabilityseveritylevel',
      ),
    ],
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
    ['cve', words('cve cves cveid cveids vulnerabilityid vulnid ghsa checkid controlid')],
    ['id', words('number findinguid issueid alertnumber')],
    ['name', words('problemtitle title vulntitle nvtname vulnerabilityname pluginname')],
    ['package', words('packagenameandversion package packagename libraryname library component pkgname')],
    [
      'asset',
      words(
        'projectname asset assetname resourcename repo repository image target host hostname devicename applicationname ip ipaddress resourceuid',
      ),
    ],
  ],
  needs: [['severity'], ['cve', 'package', 'name'], ['asset', 'first-seen']],
  telling: words('cve* vuln* package* library* issueseverity findinguid checkid controlid ghsa'),
  never: [...words('findings vulnerabilities opencount'), ...MEASURED],
};

export const ASSETS: KindSignature = {
  kind: 'assets',
  roles: [
    ['name', words('tag name asset service servicename component resource')],
    ['owner', words('owner owningteam ownerteam team ownedby')],
    ['tier', words('tier group criticality')],
    ['runbook', words('runbook runbooktouched runbookurl runbookupdated')],
    ['slo', words('slo slos hasslo slocount')],
    ['level', words('level scorecardlevel currentlevel maturity')],
    ['date', words('lastevaluated asof date')],
    ['exposed', words('exposed internetfacing public external exposure')],
  ],
  needs: [['name'], ['owner']],
  telling: words('exposed kind tier runbook* slo* level lastevaluated lifecycle maxscore'),
  never: words('due duedate status blocked* accountable value'),
};

export const COSTS: KindSignature = {
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

export const LAUNCHES: KindSignature = {
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
    ['target-90', words('target90 target90d targetat90 target90days targetadoption90 adoptiontarget target')],
    ['usual-tickets', words('usualtickets14d usualtickets baselinetickets ticketsbefore usualtickets14days')],
  ],
  needs: [['launch'], ['date'], ['eligible'], ['adopted-30', 'adopted-60', 'adopted-90']],
  telling: words('eligible* adopt*'),
  never: [],
};
