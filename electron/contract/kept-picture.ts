/** @file How copies of pictures from outside, which the library keeps, are named among those that were just opened. */

const PREFIX = "kept-";

/** `fingerprint`: of the file that was copied. */
export function toKeptToken(fingerprint: string): string {
  return `${PREFIX}${fingerprint}`;
}

/** The fingerprint; undefined for a picture that was opened. */
export function fromKeptToken(token: string): string | undefined {
  const fingerprint = token.startsWith(PREFIX) ? token.slice(PREFIX.length) : "";
  return /^[0-9a-f]{64}$/.test(fingerprint) ? fingerprint : undefined;
}
