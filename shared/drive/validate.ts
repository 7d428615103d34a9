import type { z } from '#shared/zod.ts';
import agendaTemplates from './data/agenda-templates.json' with { type: 'json' };
import cadence from './data/cadence.json' with { type: 'json' };
import captureCases from './data/capture-cases.json' with { type: 'json' };
import catalogue from './data/catalogue.json' with { type: 'json' };
import crossChecks from './data/cross-checks.json' with { type: 'json' };
import delivery360 from './data/delivery-360.json' with { type: 'json' };
import driveAssessment from './data/drive-assessment.json' with { type: 'json' };
import experimentsAndMoney from './data/experiments-and-money.json' with { type: 'json' };
import glossary from './data/glossary.json' with { type: 'json' };
import readout from './data/readout.json' with { type: 'json' };
import registers from './data/registers.json' with { type: 'json' };
import sampleSeries from './data/sample-series.json' with { type: 'json' };
import sixQuestions from './data/six-questions.json' with { type: 'json' };
import { relationProblems } from './relations.ts';
import { agendaTemplatesFile } from './schemas/agenda-templates.ts';
import { cadenceFile } from './schemas/cadence.ts';
import { captureCasesFile } from './schemas/capture-cases.ts';
import { catalogueFile } from './schemas/catalogue.ts';
import { crossChecksFile } from './schemas/cross-checks.ts';
import { delivery360File } from './schemas/delivery-360.ts';
import { driveAssessmentFile } from './schemas/drive-assessment.ts';
import { experimentsAndMoneyFile } from './schemas/experiments-and-money.ts';
import { glossaryFile } from './schemas/glossary.ts';
import { readoutFormFile } from './schemas/readout-form.ts';
import { registersFile } from './schemas/registers.ts';
import { sampleSeriesFile } from './schemas/sample-series.ts';
import { sixQuestionsFile } from './schemas/six-questions.ts';

const FILES = {
  'agenda-templates.json': [agendaTemplatesFile, agendaTemplates],
  'cadence.json': [cadenceFile, cadence],
  'capture-cases.json': [captureCasesFile, captureCases],
  'catalogue.json': [catalogueFile, catalogue],
  'cross-checks.json': [crossChecksFile, crossChecks],
  'delivery-360.json': [delivery360File, delivery360],
  'drive-assessment.json': [driveAssessmentFile, driveAssessment],
  'experiments-and-money.json': [experimentsAndMoneyFile, experimentsAndMoney],
  'glossary.json': [glossaryFile, glossary],
  'readout.json': [readoutFormFile, readout],
  'registers.json': [registersFile, registers],
  'sample-series.json': [sampleSeriesFile, sampleSeries],
  'six-questions.json': [sixQuestionsFile, sixQuestions],
} satisfies Record<string, readonly [z.ZodType, unknown]>;

export type DomainFileName = keyof typeof FILES;

/** Problems of one file's content against its schema, each as `file: path: what is wrong`. */
export function fileProblems(name: DomainFileName, content: unknown): readonly string[] {
  const [schema] = FILES[name];
  const parsed = schema.safeParse(content);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => `${name}: ${issue.path.join('.')}: ${issue.message}`);
}

/**
 * Every problem of the domain data, none when it may be built in: each file against its schema in full, then the
 * references between files. The build calls this, so that starting the app need not.
 */
export function validateDomain(): readonly string[] {
  const names = Object.keys(FILES) as DomainFileName[];
  const problems = names.flatMap((name) => fileProblems(name, FILES[name][1]));
  return problems.length > 0
    ? problems
    : relationProblems({
        catalogue,
        crossChecks,
        agendaTemplates,
        readout,
        registers,
        sampleSeries,
        delivery360,
      });
}
