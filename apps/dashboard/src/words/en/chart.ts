export const chart = {
  view: 'Show as',
  asChart: 'Chart',
  asTable: 'Table',
  failed: 'The chart could not be drawn. The table has the same figures.',
};
