import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";

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
    const why = tell("refused.album.name", { text: JSON.stringify(text) });
    throw toldError("album-invalid", why);
  }
  return parts.join("/");
}
