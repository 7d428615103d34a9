import { describe, expect, it } from 'vitest';
import { imageName } from '#shared/formats/findings.ts';
import { pointsOf, readText } from '#tests/support/read-text.ts';

const AS_OF = { asOf: '2026-04-20' };

describe('Trivy', () => {
  const vulnerability = {
    VulnerabilityID: 'CVE-2026-1',
    PkgName: 'libx',
    InstalledVersion: '1',
    FixedVersion: '2',
    Severity: 'CRITICAL',
    Status: 'fixed',
  };
  const report = (Results: readonly unknown[]) => ({
    SchemaVersion: 2,
    CreatedAt: '2026-04-20T10:00:00.000000005Z',
    ArtifactName: 'ghcr.io/acme/shop:1.2',
    ArtifactType: 'container_image',
    Results,
  });

  it('counts a finding once for each CVE, asset and package, on the day of the scan', () => {
    const outcome = readText(
      't.json',
      report([{ Target: 'a', Vulnerabilities: [vulnerability, vulnerability] }, { Target: 'none' }]),
    );
    expect(outcome.reading).toMatchObject({ type: 'trivy', status: 'read', rows: { data: 2 } });
    expect(pointsOf(outcome)).toEqual([
      'open-critical-cves shop 2026-04-20 1',
      'open-high-cves shop 2026-04-20 0',
    ]);
  });

  it('does not take a misconfiguration for a CVE, nor one without a fix for an open one', () => {
    const { FixedVersion: _, ...unfixed } = { ...vulnerability, Severity: 'HIGH' };
    const config = {
      Target: 'Dockerfile',
      Misconfigurations: [{ ID: 'DS002', Severity: 'CRITICAL', Status: 'FAIL' }],
    };
    const outcome = readText('t.json', report([{ Target: 'a', Vulnerabilities: [unfixed] }, config]));
    expect(outcome.reading.rows.data).toBe(2);
    expect(outcome.reading.warnings.find((warning) => warning.code === 'by-severity')?.message).toContain(
      '1 critical (misconfiguration)',
    );
    expect(pointsOf(outcome).filter((point) => !point.endsWith(' 0'))).toEqual([]);
  });

  it('says nothing about CVEs where only configuration was looked at', () => {
    const config = {
      Target: 'Dockerfile',
      Misconfigurations: [
        { ID: 'DS002', Severity: 'HIGH', Status: 'FAIL' },
        { ID: 'DS003', Severity: 'HIGH', Status: 'PASS' },
      ],
    };
    const outcome = readText('t.json', report([config]));
    expect(outcome.reading.rows.data).toBe(2);
    expect(pointsOf(outcome)).toEqual(['own:Open high findings (misconfiguration) shop 2026-04-20 1']);
  });

  it('measures zero where the scan found nothing', () => {
    const outcome = readText('t.json', report([{ Target: 'a' }]));
    expect(outcome.reading.sentence).toContain('found nothing');
    expect(pointsOf(outcome)).toContain('open-critical-cves shop 2026-04-20 0');
  });
});

describe('Grype', () => {
  it('reads the state of the fix and the ignored ones, and asks for the day where there is none', () => {
    const match = (id: string, state: string) => ({
      vulnerability: { id, severity: 'High', fix: { state } },
      artifact: { name: 'libx', version: '1' },
    });
    const file = {
      matches: [match('CVE-1', 'fixed'), match('CVE-2', 'wont-fix')],
      ignoredMatches: [match('CVE-3', 'fixed')],
      source: { target: { userInput: 'shop:1' } },
    };
    expect(readText('g.json', file).reading.questions.map((question) => question.code)).toEqual(['as-of']);
    expect(pointsOf(readText('g.json', file, AS_OF))).toEqual([
      'open-critical-cves shop 2026-04-20 0',
      'open-high-cves shop 2026-04-20 1',
    ]);
  });
});

describe('Snyk', () => {
  it('reads several projects, ignored findings apart', () => {
    const issue = {
      id: 'SNYK-1',
      severity: 'critical',
      packageName: 'lodash',
      version: '1',
      isUpgradable: true,
      identifiers: { CVE: ['CVE-2026-9'] },
    };
    const project = (projectName: string, more = {}) => ({
      projectName,
      packageManager: 'npm',
      vulnerabilities: [issue, { ...issue, from: ['b'] }],
      ...more,
    });
    const outcome = readText(
      's.json',
      [project('shop'), project('pay', { vulnerabilities: [], filtered: { ignore: [issue] } })],
      AS_OF,
    );
    expect(outcome.reading).toMatchObject({ type: 'snyk', rows: { data: 3 } });
    expect(pointsOf(outcome)).toContain('open-critical-cves shop 2026-04-20 1');
    expect(pointsOf(outcome)).toContain('open-critical-cves organization 2026-04-20 1');
  });
});

describe('Dependabot', () => {
  const alert = (number: number, state: string, more: object = {}) => ({
    number,
    state,
    dependency: { package: { name: 'lodash' } },
    security_advisory: { cve_id: `CVE-2026-${number}` },
    security_vulnerability: { severity: 'high', first_patched_version: { identifier: '2' } },
    html_url: `https://github.com/acme/shop/security/dependabot/${number}`,
    created_at: '2026-03-02T10:00:00Z',
    fixed_at: null,
    ...more,
  });

  it('reads the alerts of the REST interface: dismissed and fixed ones are not open', () => {
    const alerts = [
      alert(1, 'open'),
      alert(2, 'auto_dismissed'),
      alert(3, 'fixed', { fixed_at: '2026-04-01T00:00:00Z' }),
    ];
    const outcome = readText('d.json', alerts, AS_OF);
    expect(outcome.reading.type).toBe('dependabot');
    expect(pointsOf(outcome)).toContain('open-high-cves acme/shop 2026-04-20 1');
    expect(pointsOf(outcome)).toContain('cves-closed acme/shop 2026-03-30 1');
  });

  it('reads the pages that gh api writes one after the other', () => {
    const pages = `${JSON.stringify([alert(1, 'open')])}${JSON.stringify([alert(2, 'open')])}`;
    expect(readText('d.json', pages).reading).toMatchObject({ type: 'dependabot', rows: { data: 2 } });
  });

  it('finds the alerts of the graph at any depth, moderate being medium', () => {
    const node = (severity: string) => ({
      id: severity,
      createdAt: '2026-03-02T10:00:00Z',
      securityVulnerability: { severity, package: { name: 'x' } },
    });
    const file = {
      data: {
        organization: {
          repositories: {
            nodes: [{ name: 'shop', vulnerabilityAlerts: { nodes: [node('MODERATE'), node('MEDIUM')] } }],
          },
        },
      },
    };
    const { reading } = readText('d.json', file);
    expect(reading).toMatchObject({ type: 'dependabot', rows: { data: 2 } });
    expect(reading.warnings.find((warning) => warning.code === 'by-severity')?.message).toContain(
      '2 medium (moderate is medium)',
    );
  });
});

describe('SARIF', () => {
  const run = (rules: readonly unknown[], results: readonly unknown[]) => ({
    tool: { driver: { name: 'Scan', rules } },
    results,
    invocations: [{ endTimeUtc: '2026-04-20T10:00:00Z' }],
  });

  it('takes the level from the rule, and leaves what is suppressed, passed or gone out of the open ones', () => {
    const rules = [{ id: 'A', defaultConfiguration: { level: 'error' } }, { id: 'B' }];
    const results = [
      { ruleId: 'A', ruleIndex: 0 },
      { ruleId: 'A/1', kind: 'fail' },
      { ruleId: 'B' },
      { ruleId: 'A', suppressions: [{ kind: 'inSource' }] },
      { ruleId: 'A', suppressions: [{ kind: 'external', status: 'rejected' }] },
      { ruleId: 'A', kind: 'pass' },
      { ruleId: 'A', baselineState: 'absent' },
    ];
    const outcome = readText('lint.sarif', { version: '2.1.0', runs: [run(rules, results)] });
    expect(outcome.reading).toMatchObject({ type: 'sarif', status: 'read', rows: { data: 7 } });
    expect(pointsOf(outcome)).toEqual([
      'own:Open error findings (Scan) lint 2026-04-20 3',
      'own:Open warning findings (Scan) lint 2026-04-20 1',
      'own:Open none findings (Scan) lint 2026-04-20 0',
    ]);
  });

  it('grades vulnerabilities by the score of their rule, over several runs', () => {
    const rule = (id: string, score: string) => ({ id, properties: { 'security-severity': score } });
    const one = run(
      [rule('CVE-2026-1', '9.8'), rule('CVE-2026-2', '5')],
      [{ ruleIndex: 0, ruleId: 'CVE-2026-1' }, { ruleId: 'CVE-2026-2' }],
    );
    const two = run(
      [rule('CVE-2026-3', '7.5')],
      [{ ruleId: 'CVE-2026-3', message: { text: 'Package: openssl\nInstalled' } }],
    );
    const outcome = readText('scan.sarif', { $schema: 'https://x/sarif-2.1.0.json', runs: [one, two] });
    expect(outcome.reading.rows.data).toBe(3);
    expect(pointsOf(outcome)).toEqual([
      'open-critical-cves scan 2026-04-20 1',
      'open-high-cves scan 2026-04-20 1',
    ]);
  });
});

describe('the name of an image', () => {
  it.each([
    ['ghcr.io/acme/shop:1.2', 'shop'],
    ['registry:5000/shop@sha256:0123456789abcdef', 'shop'],
    ['shop:latest', 'shop'],
    ['images/alpine-310.tar.gz', 'images/alpine-310.tar.gz'],
    ['acme/shop', 'acme/shop'],
  ])('%s is %s', (reference, name) => {
    expect(imageName(reference)).toBe(name);
  });
});

describe('other audits', () => {
  it('reads the scans of GitLab: packages are graded, broken rules stay apart', () => {
    const scan = (type: string) => ({ type, end_time: '2026-04-20T10:00:00', scanner: { id: 'x' } });
    const found = {
      id: 'a',
      severity: 'Critical',
      identifiers: [{ type: 'cve', value: 'CVE-2026-1' }],
      location: { file: 'yarn.lock', dependency: { package: { name: 'lodash' }, version: '1' } },
    };
    const packages = readText('shop.json', {
      version: '15',
      vulnerabilities: [found],
      scan: scan('dependency_scanning'),
    });
    expect(pointsOf(packages)).toEqual([
      'open-critical-cves shop 2026-04-20 1',
      'open-high-cves shop 2026-04-20 0',
    ]);
    const rules = readText('shop.json', { version: '15', vulnerabilities: [found], scan: scan('sast') });
    expect(pointsOf(rules)).toEqual(['own:Open critical findings (sast) shop 2026-04-20 1']);
  });

  it('reads npm audit: the advisory once, not each package above it', () => {
    const via = {
      source: 1,
      name: 'lodash',
      severity: 'critical',
      url: 'https://github.com/advisories/GHSA-abcd',
    };
    const vulnerabilities = {
      lodash: { name: 'lodash', severity: 'critical', via: [via], fixAvailable: true },
      above: { name: 'above', severity: 'critical', via: ['lodash'], fixAvailable: true },
    };
    const outcome = readText('shop.json', { auditReportVersion: 2, vulnerabilities }, AS_OF);
    expect(outcome.reading).toMatchObject({ type: 'npm-audit', rows: { data: 1 } });
    expect(pointsOf(outcome)).toContain('open-critical-cves shop 2026-04-20 1');
  });
});
