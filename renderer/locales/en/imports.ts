/** The import wizard. */
export const imports = {
  title: 'Import',
  command: { next: 'Next step of the import' },
};
