/** The name, in a label, of what looks like no browser and is no mail client that is known either. */
export const PROGRAM = 'program';
