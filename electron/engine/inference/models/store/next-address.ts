import { LibraryError } from "../../../../contract/errors.ts";

/** Where a server's redirection leads. `download-failed` where that is no place to fetch a file from. */
export function nextAddress(from: URL, location: string | undefined): URL {
  const next = location === undefined ? null : URL.parse(location, from.href);
  const isWeb = next?.protocol === "https:" || next?.protocol === "http:";
  if (next === null || !isWeb) {
    throw refused(from, "a redirection to another web address", location ?? "none");
  }
  if (from.protocol === "https:" && next.protocol !== "https:") {
    throw refused(from, "a redirection that stays encrypted", next.href);
  }
  return next;
}

function refused(from: URL, expected: string, got: string): LibraryError {
  return new LibraryError(
    "download-failed",
    `Expected ${expected} from ${from.href} but got ${got}`,
  );
}
