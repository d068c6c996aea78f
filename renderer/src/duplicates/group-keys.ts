import type { Command } from "../keys/key-table.ts";
import { matchKey } from "../keys/match-key.ts";
import { isMac } from "../keys/platform.ts";
import type { KeyPress } from "../keys/stroke.ts";

/** What keys do with a photo of a group on the page. Selecting and going from photo to photo are of a grid; culling, and what refines a question, too. */
const ofGrid =
  /^((move|extend|peek)\..*|select-.*|toggle|larger|smaller|cull|more-like|less-like|why|depth-.*)$/;

/** The command that a key asks for on a photo of a group; the space bar ticks its box. */
export function groupCommand(press: KeyPress): Command | undefined {
  if (press.key === " ") return undefined;
  const command = matchKey(press, { scope: "photos", isTyping: false, isMac });
  return command && ofGrid.test(command) ? undefined : command;
}
