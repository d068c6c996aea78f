/** @file A tag is its levels with slashes between them: "Places/Portugal/Lisbon". */
import { foldText } from "../../../electron/contract/fold-text.ts";

/** What tells a tag from all others: letter case and the way accents are written do not. */
export function tagId(tag: string): string {
  return foldText(tag);
}

/** "Lisbon" of "Places/Portugal/Lisbon". */
export function lastLevel(tag: string): string {
  return tag.slice(tag.lastIndexOf("/") + 1);
}

/** "Places/Portugal" of "Places/Portugal/Lisbon"; empty at the top. */
export function parentOf(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf("/")));
}

/** As the engine keeps it: without spaces around the levels, and with single ones inside of them. */
export function tidyTag(text: string): string {
  const levels = text.normalize("NFC").split("/");
  return levels.map((level) => level.trim().replaceAll(/ +/g, " ")).join("/");
}
