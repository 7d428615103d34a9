import agendaTemplatesJson from './data/agenda-templates.json' with { type: 'json' };
import type { AgendaTemplatesFile } from './schemas/agenda-templates.ts';

export type AgendaTemplate = AgendaTemplatesFile['templates'][number];

// The build validates the file against the schema of its type (validate.ts), so it is not parsed again here.
const file = agendaTemplatesJson as unknown as AgendaTemplatesFile;

export const agendaTemplates: readonly AgendaTemplate[] = file.templates;

/** Minutes that one anomaly takes in a dimension block. */
export const anomalyMinutes: number = file.anomalyMinutes;

export function agendaTemplateById(id: string): AgendaTemplate | undefined {
  return agendaTemplates.find((template) => template.id === id);
}
