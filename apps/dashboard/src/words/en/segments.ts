export const segments = {
  heading: 'Who',
  finding: (most: string, mostRate: string, least: string, leastRate: string) =>
    `${most} readers open most: ${mostRate} of them, ${leastRate} of ${least}`,
  none: 'Nobody has been sent this yet',
  noneSays: 'Record its recipients with their standing (free, trial, premium) to see who reads.',
  segment: 'Standing then',
  delivered: 'Delivered',
  readers: 'Readers',
  openRate: 'Open rate',
  clickers: 'Clickers',
  names: { free: 'Free', trial: 'Trial', premium: 'Premium' },
  inSentence: { free: 'free', trial: 'trial', premium: 'premium' },
};
