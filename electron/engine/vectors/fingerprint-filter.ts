import { LibraryError } from "../../contract/errors.ts";

/** A filter in LanceDB's SQL. Fingerprints are hexadecimal, so that nothing in them can be syntax. */
export function isOneOf(fingerprints: readonly string[]): string {
  for (const fingerprint of fingerprints) {
    if (!/^[0-9a-f]+$/.test(fingerprint)) {
      throw new LibraryError(
        "request-invalid",
        `expected a fingerprint but got ${JSON.stringify(fingerprint)}`,
      );
    }
  }
  return `fingerprint IN (${fingerprints.map((fingerprint) => `'${fingerprint}'`).join(", ")})`;
}
