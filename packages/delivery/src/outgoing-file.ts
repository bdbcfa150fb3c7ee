/** A file that is ready to leave. */
export interface OutgoingFile {
  /** Without folders. */
  readonly name: string;
  readonly mediaType: string;
  /** Where it stands on this machine. */
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}
