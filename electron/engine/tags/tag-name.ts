import { LibraryError } from "../../contract/errors.ts";

/**
 * The form in which a tag is kept: NFC, levels between single slashes without spaces around them, spaces
 * inside a level folded to one. `tag-invalid` when a level is empty or holds a control character.
 */
export function toTagPath(text: string): string {
  const levels = text
    .normalize("NFC")
    .split("/")
    .map((level) => level.trim().replace(/ +/g, " "));
  if (levels.some((level) => level === "" || /\p{Cc}/u.test(level))) {
    throw new LibraryError(
      "tag-invalid",
      `expected a tag such as Lisbon or Places/Portugal/Lisbon but got ${JSON.stringify(text)}`,
    );
  }
  return levels.join("/");
}
