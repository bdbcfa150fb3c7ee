/** Why an estimate is not given. */
export const refused = {
  'inconsistent-counts':
    'The counts contradict each other, which they should not. Making all figures anew (in the settings) may help.',
  'nothing-hidden': 'No message was fetched ahead: the counted readers are all there are.',
  'no-seen-readers': 'Nobody whose opens can be seen has read it yet, and the estimate goes by them.',
  'too-few-clicks':
    'Too few have clicked to say. It takes ten clickers whose opens are seen, and ten whose opens are hidden.',
  'clicks-not-explained':
    'More clicked behind Apple’s proxy than can have read: some of these clicks are probably a machine’s.',
  'readers-not-kept': 'This publication does not keep who opened and clicked, and the estimate goes by that.',
};
