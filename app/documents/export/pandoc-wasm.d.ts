// SPDX-License-Identifier: AGPL-3.0-or-later
/** What we use of the package, which brings no types. */
declare module "pandoc-wasm" {
  type Answer = { stdout: string; stderr: string; warnings: unknown[]; files: Record<string, Blob | string>; mediaFiles: Record<string, Blob> };
  /** Options are those of a Pandoc defaults file; `files` are its only file system. */
  export function convert(options: object, stdin: string | null, files: Record<string, Blob | string>): Promise<Answer>;
}
