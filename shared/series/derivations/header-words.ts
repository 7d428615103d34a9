/** Headers in normalised form, as one text. */
export function words(text: string): readonly string[] {
  return text.split(' ');
}

export const SERVICE = words('servicename service application app component project projectname');
export const TEAM = words('team teams teamname squad');
export const REPOSITORY = words('repository repositoryslug repo repourl cicdscopeid');

/** Headers of amounts per period: rows under them are measurements, whatever else the header says. */
export const MEASURED = words(
  'week weekstart weekof weekstarting month quarter period periodstart value metric metrickey count',
);
