/** Where every command stands: menus in their order, each with the groups that it holds. A group outside this list does not compile. */
export const MENUS = [
  { name: 'File', groups: ['Files', 'Import', 'Data', 'Readout', 'Settings'] },
  { name: 'Go', groups: ['Screens', 'Home'] },
  {
    name: 'Review',
    groups: [
      'Prepare',
      'Anomalies',
      'The review',
      'The walk',
      'On the stage',
      'The agenda',
      'Roles',
      'Closing',
    ],
  },
  { name: 'Clock', groups: ['The clock'] },
  { name: 'Take down', groups: ['Taking down'] },
  { name: 'Screen', groups: ['Wall', 'Metric', 'Actions', 'Initiatives', 'Risks', 'Decisions'] },
  { name: 'Windows', groups: ['Windows', 'Rehearsal'] },
  { name: 'Help', groups: ['Anywhere'] },
] as const;

export type CommandGroup = (typeof MENUS)[number]['groups'][number];
