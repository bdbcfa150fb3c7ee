/** What the rules ask of everything around a fetch in its message, apart from the verdicts on others. */
export interface Scene {
  /** Milliseconds, negative where it came before the delivery was reported; null where nobody knows. */
  sinceDelivery: number | null;
  /** Distinct links followed within ten seconds by the same client or from the same place; counted up to four. */
  linksAtOnce: number;
  /** The same by whoever it was. */
  linksAtOnceByAnybody: number;
  /** Two distinct links within two seconds by the same client or from the same place. */
  twoInMoments: boolean;
  /** All visible links, three at least, within a minute before and after. */
  everyLink: boolean;
  /** The same client in the same place sent a HEAD request within a minute. */
  headBeside: boolean;
  /** The same link was followed at the same moment by somebody else, who looks more like a reader. */
  recheck: boolean;
  /** As `recheck`, and the other one has another operating system. */
  otherSystem: boolean;
  /** Somebody seems to have opened the message, a minute later at most. */
  opened: boolean;
  openedHere: boolean;
  openedByProxy: boolean;
  openedWithThis: boolean;
  /** This open is not the first of the message: another came a minute before, or earlier. */
  openedBefore: boolean;
  crowd: number;
}
