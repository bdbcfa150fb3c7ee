/** How a publication's reports look. */
export interface Brand {
  /** As `#0072b2`, readable on white. */
  readonly colour: string;
  /** A PNG or JPEG file; null: the publication's name stands in its place. */
  readonly logo: Uint8Array | null;
}
