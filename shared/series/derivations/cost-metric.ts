/** Lower case parts of names of services that sell use of models. An organization may keep a list of its own. */
export const MODEL_SERVICES: readonly string[] = [
  'bedrock',
  'sagemaker jumpstart',
  'vertex ai',
  'generative language',
  'openai',
  'azure ai',
  'cognitive services',
  'anthropic',
  'claude',
  'gemini',
  'gpt-',
  'composer-',
  'mistral',
  'cohere',
  'copilot',
  'cursor',
];

export type CostMetric = 'cloud-spend' | 'llm-cost';

/** Whether money spent on a service is AI cost or cloud cost; it is never both. */
export function costMetricOf(service: string, modelServices: readonly string[] = MODEL_SERVICES): CostMetric {
  const name = service.toLowerCase();
  return modelServices.some((part) => name.includes(part)) ? 'llm-cost' : 'cloud-spend';
}
