import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import {
  dimensions,
  headerKey,
  metricById,
  metrics,
  metricsByHeader,
  sharedHeaderRule,
} from '#shared/drive/catalogue.ts';
import { glossaryTermById } from '#shared/drive/glossary.ts';
import { outcomeLines, readoutSectionById } from '#shared/drive/readout-form.ts';
import { riskBand, verdictById, verdictByKey } from '#shared/drive/registers.ts';
import { relationProblems } from '#shared/drive/relations.ts';
import { sixQuestions } from '#shared/drive/six-questions.ts';
import { fileProblems, validateDomain } from '#shared/drive/validate.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/drive/data');

function read(name: string) {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

describe('the domain data', () => {
  it('is valid in full, each file and the references between them', () => {
    expect(validateDomain()).toEqual([]);
  });

  it('leaves no file of the folder unvalidated', () => {
    const source = readFileSync(path.resolve(folder, '../validate.ts'), 'utf8');
    const files = readdirSync(folder).filter((name) => !source.includes(`'./data/${name}'`));
    expect(files).toEqual([]);
  });

  it('names the place of a fault in a file', () => {
    const broken = read('catalogue.json');
    broken.metrics[1].good = 'sideways';
    broken.metrics[2].extra = true;
    expect(fileProblems('catalogue.json', broken)).toEqual([
      expect.stringMatching(/^catalogue\.json: metrics\.1\.good: /),
      expect.stringMatching(/^catalogue\.json: metrics\.2: .*extra/),
    ]);
  });

  it('finds references that lead nowhere and minutes that do not add up', () => {
    const files = {
      catalogue: read('catalogue.json'),
      crossChecks: read('cross-checks.json'),
      agendaTemplates: read('agenda-templates.json'),
      readout: read('readout.json'),
      registers: read('registers.json'),
      sampleSeries: read('sample-series.json'),
      delivery360: read('delivery-360.json'),
    };
    files.catalogue.derivations[0].gives.push('velocity');
    files.agendaTemplates.templates[0].blocks[0].minutes += 5;
    files.sampleSeries.series[0].values.pop();
    expect(relationProblems(files)).toEqual([
      'catalogue.json: derivations: velocity is not known',
      expect.stringMatching(/^agenda-templates\.json: .*: \d+ of \d+ minutes$/),
      expect.stringMatching(/^sample-series\.json: .* has 51 of 52 weeks$/),
    ]);
  });
});

describe('the catalogue', () => {
  it('has 68 metrics in five dimensions, in the order of DRIVE', () => {
    expect(metrics).toHaveLength(68);
    expect(dimensions.map((dimension) => dimension.name)).toEqual([
      'Delivery',
      'Reliability',
      'Initiatives',
      'Vigilance',
      'Efficiency',
    ]);
    expect(metricById('change-lead-time')?.name).toBe('Change lead time');
    expect(metricById('velocity')).toBeUndefined();
  });

  it('finds metrics by header whatever the case and the separators', () => {
    expect(headerKey('  Lead_Time  (for changes) ')).toBe('lead time for changes');
    expect(metricsByHeader('lead_time_for_changes').map((metric) => metric.id)).toEqual(['change-lead-time']);
    expect(metricsByHeader('デプロイ数').map((metric) => metric.id)).toEqual(['deployment-frequency']);
    expect(metricsByHeader('constructor')).toEqual([]);
  });

  it('says of a shared header why it selects nothing alone', () => {
    expect(sharedHeaderRule('COUNT')).toMatch(/never select a metric alone/);
    expect(sharedHeaderRule('Deployments')).toBeNull();
  });
});

describe('the vocabularies', () => {
  it('finds a verdict by its id and by its key', () => {
    expect(verdictByKey('6')).toEqual(verdictById('wrong-measure'));
  });

  it.each([
    [1, 1, 'low'],
    [1, 5, 'high'],
    [3, 3, 'medium'],
    [4, 4, 'extreme'],
    [5, 5, 'extreme'],
  ])('bands a risk of %i times %i as %s', (likelihood, impact, band) => {
    expect(riskBand(likelihood, impact)?.id).toBe(band);
  });

  it('gives templates, questions, glossary and the form of the readout by id', () => {
    expect(agendaTemplates).toHaveLength(6);
    expect(sixQuestions.map((question) => question.id)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6']);
    expect(glossaryTermById('andon')?.term).toBeDefined();
    expect(readoutSectionById('constraint')?.page).toBe(1);
    expect(outcomeLines).toHaveLength(4);
  });
});
