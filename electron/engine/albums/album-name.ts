import { LibraryError } from "../../contract/errors.ts";

/**
 * The form in which an album's name is kept: NFC, groups between single slashes without spaces around them, spaces inside
 * folded to one. `album-invalid` when a part is empty or holds a control character or a quotation mark, which no
 * search could name.
 */
export function toAlbumName(text: string): string {
  const parts = text
    .normalize("NFC")
    .split("/")
    .map((part) => part.trim().replace(/ +/g, " "));
  if (parts.some((part) => part === "" || /[\p{Cc}"“”„]/u.test(part)) || text.startsWith("#")) {
    throw new LibraryError(
      "album-invalid",
      `expected a name such as Best or Trips/2023 but got ${JSON.stringify(text)}`,
    );
  }
  return parts.join("/");
}
