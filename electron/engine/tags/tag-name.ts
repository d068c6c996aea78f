import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";

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
    const why = tell("refused.tag.name", { text: JSON.stringify(text) });
    throw toldError("tag-invalid", why);
  }
  return levels.join("/");
}
