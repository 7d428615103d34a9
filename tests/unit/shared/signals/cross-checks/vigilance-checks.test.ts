import { describe, expect, it } from 'vitest';
import { noRecords, type Records } from '#shared/series/records/merge-records.ts';
import type { Series } from '#shared/series/series.ts';
import { criticalCvesAgeing } from '#shared/signals/cross-checks/critical-cves-ageing.ts';
import { orphanedAssets } from '#shared/signals/cross-checks/orphaned-assets.ts';
import { checkInputOf, firings, theOne, weekly } from '#tests/support/checks.ts';
import { aFinding, anAsset } from '#tests/support/records.ts';

const AS_OF = '2026-11-18';
const look = (records: Partial<Records>, series: readonly Series[] = []) =>
  checkInputOf({ asOf: AS_OF, series, records: { ...noRecords, ...records } });

describe('assets with no accountable owner', () => {
  const owned = anAsset('cart', 'Checkout');

  it('fires for one, by the owner that it had', () => {
    const orphan = anAsset('export-1', 'Exports (dissolved)', { orphaned: true });
    const found = theOne(orphanedAssets(look({ assets: [owned, orphan], findings: [] })));
    expect(found.entities).toEqual(['Exports', 'export-1']);
    expect(found.level).toBe('normal');
    expect(found.text).toBe('1 asset has no accountable owner; none carries a critical CVE.');
  });

  it('stops the line where an orphan carries a critical CVE or can be reached from outside', () => {
    const findings = [aFinding('Export-1', '2026-11-17')];
    const carrying = orphanedAssets(look({ assets: [anAsset('export-1', null)], findings }));
    expect(theOne(carrying).level).toBe('stop');
    const exposed = orphanedAssets(
      look({ assets: [anAsset('export-1', null, { exposed: true })], findings: [] }),
    );
    expect(theOne(exposed).level).toBe('stop');
  });

  it('is quiet where each has an owner', () => {
    expect(firings(orphanedAssets(look({ assets: [owned] })))).toBe(0);
  });

  it('falls back on their number, and says what is missing', () => {
    const counted = weekly('orphaned-assets', 'organization', [0, 0, 3]);
    expect(theOne(orphanedAssets(checkInputOf({ series: [counted] }))).text).toBe(
      '3 assets have no accountable owner.',
    );
    expect(firings(orphanedAssets(look({})))).toBe('no list of assets with their owners is imported');
  });
});

describe('critical CVEs that age', () => {
  it('fires on the fifteenth day', () => {
    const found = theOne(criticalCvesAgeing(look({ findings: [aFinding('cart', '2026-11-03')] })));
    expect(found.text).toMatch(
      /^1 critical CVE with a fix is open longer than 14 days, the oldest 15 days on cart/,
    );
    expect(firings(criticalCvesAgeing(look({ findings: [aFinding('cart', '2026-11-04')] })))).toBe(0);
  });

  it('gives high ones thirty days', () => {
    const high = (day: string) => criticalCvesAgeing(look({ findings: [aFinding('cart', day, 'high')] }));
    expect(firings(high('2026-10-18'))).toBe(1); // 31 days
    expect(firings(high('2026-10-19'))).toBe(0);
  });

  it('makes one item of each owner', () => {
    const assets = [anAsset('cart', 'Checkout'), anAsset('login', 'Identity'), anAsset('basket', 'Checkout')];
    const findings = ['cart', 'login', 'basket'].map((asset) => aFinding(asset, '2026-09-01'));
    expect(firings(criticalCvesAgeing(look({ assets, findings })))).toBe(2);
  });

  it('fires where surely more come than go', () => {
    // 20 opened and 8 closed in eight weeks: 2.5 (1.05 to 6.56); 18 opened: 2.25 (0.93 to 5.98).
    const flow = (opened: readonly number[]) =>
      criticalCvesAgeing(
        checkInputOf({
          series: [
            weekly('cves-opened', 'organization', opened),
            weekly('cves-closed', 'organization', [1, 1, 1, 1, 1, 1, 1, 1]),
          ],
        }),
      );
    expect(firings(flow([2, 3, 2, 3, 2, 3, 2, 3]))).toBe(1);
    expect(firings(flow([2, 2, 2, 3, 2, 2, 2, 3]))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(criticalCvesAgeing(look({})))).toBe(
      'no findings with their first-seen dates are imported',
    );
  });
});
