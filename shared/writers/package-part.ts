/** One part of a package of files: zipped together, in their order, the parts are the file. */
export interface PackagePart {
  readonly path: string;
  readonly contents: string | Uint8Array;
}
