export const problems = {
  /** What the API says of a refusal, which is English; a translation says what it can by the code. */
  detail: (_code: string, detail: string) => detail,
  /** The same of one field of a request. @param path with dots, such as rules.0.when.range */
  field: (_path: string, message: string) => message,
  heading: 'That did not work',
  unreachable: 'Readout does not answer. Is it still running? Nothing you entered is lost; try again.',
  unknown: (status: number) => `Readout answered with an error (${status}) and gave no reason. Its log says more.`,
  notFoundTitle: 'Nothing is here',
  notFound: 'This address belongs to no page, or to an issue or publication that was removed.',
  crashTitle: 'This page stumbled',
  crash: 'An error in the interface stopped it. Your figures are safe. Loading it again usually helps.',
  home: 'Go to the start',
};
