/** The list of interactions and its filters. */
export const interactions = {
  title: 'Interactions',
  command: { listen: 'Listen to the chosen interaction', clearFilters: 'Clear all filters' },
};
