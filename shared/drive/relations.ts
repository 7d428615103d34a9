/** The parts of the domain files that name each other, loosely typed: the schemas have judged the rest before. */
export type RelatedFiles = {
  readonly catalogue: {
    readonly metrics: readonly { readonly id: string }[];
    readonly sources: Readonly<Record<string, string>>;
    readonly derivations: readonly { readonly gives: readonly string[] }[];
  };
  readonly crossChecks: { readonly checks: readonly { readonly id: string }[] };
  readonly agendaTemplates: {
    readonly templates: readonly {
      readonly id: string;
      readonly slotMinutes: number;
      readonly blocks: readonly { readonly id: string; readonly minutes: number }[];
    }[];
  };
  readonly readout: {
    readonly sections: readonly { readonly id: string }[];
    readonly outcomeMapping: { readonly byCheck: Readonly<Record<string, string>> };
  };
  readonly registers: {
    readonly verdicts: readonly { readonly id: string; readonly key: string }[];
    readonly riskMatrix: {
      readonly bands: readonly { readonly id: string; readonly from: number; readonly to: number }[];
    };
  };
  readonly sampleSeries: {
    readonly weeks: number;
    readonly series: readonly {
      readonly id: string;
      readonly metric: string;
      readonly values: readonly number[];
    }[];
  };
  readonly delivery360: {
    readonly patterns: readonly { readonly id: string }[];
    readonly examples: readonly { readonly name: string; readonly expect: readonly string[] }[];
  };
};

function repeated(file: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `${file}: ${id} stands there twice`,
  );
}

function unknown(where: string, named: readonly string[], known: readonly string[]): string[] {
  return named.filter((id) => !known.includes(id)).map((id) => `${where}: ${id} is not known`);
}

function templateProblems({ templates }: RelatedFiles['agendaTemplates']): string[] {
  return templates.flatMap((template) => {
    const sum = template.blocks.reduce((total, block) => total + block.minutes, 0);
    const where = `agenda-templates.json: ${template.id}`;
    const uneven =
      sum === template.slotMinutes ? [] : [`${where}: ${sum} of ${template.slotMinutes} minutes`];
    return [
      ...uneven,
      ...repeated(
        where,
        template.blocks.map((block) => block.id),
      ),
    ];
  });
}

function bandProblems({ bands }: RelatedFiles['registers']['riskMatrix']): string[] {
  return bands.flatMap((band, index) => {
    const starts = index === 0 ? 1 : (bands[index - 1]?.to ?? 0) + 1;
    return band.from === starts
      ? []
      : [`registers.json: risk band ${band.id} starts at ${band.from}, not ${starts}`];
  });
}

function sampleProblems(sample: RelatedFiles['sampleSeries'], metrics: readonly string[]): string[] {
  return sample.series.flatMap((series) => [
    ...(series.values.length === sample.weeks
      ? []
      : [`sample-series.json: ${series.id} has ${series.values.length} of ${sample.weeks} weeks`]),
    ...unknown(`sample-series.json: ${series.id}`, [series.metric], metrics),
  ]);
}

/** References that lead nowhere, ids that stand twice, and sums that do not add up, across the domain files. */
export function relationProblems(files: RelatedFiles): readonly string[] {
  const metrics = files.catalogue.metrics.map((metric) => metric.id);
  const checks = files.crossChecks.checks.map((check) => check.id);
  const patterns = files.delivery360.patterns.map((pattern) => pattern.id);
  return [
    ...repeated('catalogue.json', metrics),
    ...repeated('cross-checks.json', checks),
    ...repeated(
      'readout.json',
      files.readout.sections.map((section) => section.id),
    ),
    ...repeated(
      'registers.json',
      files.registers.verdicts.map((verdict) => verdict.key),
    ),
    ...repeated(
      'agenda-templates.json',
      files.agendaTemplates.templates.map((template) => template.id),
    ),
    ...files.catalogue.derivations.flatMap((derivation) =>
      unknown('catalogue.json: derivations', derivation.gives, metrics),
    ),
    ...unknown('readout.json: byCheck', Object.keys(files.readout.outcomeMapping.byCheck), checks),
    ...files.delivery360.examples.flatMap((example) =>
      unknown(`delivery-360.json: ${example.name}`, example.expect, patterns),
    ),
    ...templateProblems(files.agendaTemplates),
    ...bandProblems(files.registers.riskMatrix),
    ...sampleProblems(files.sampleSeries, metrics),
  ];
}
