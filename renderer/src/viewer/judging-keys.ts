import type { Command } from "../keys/key-table.ts";
import { matchKey } from "../keys/match-key.ts";
import { isMac } from "../keys/platform.ts";

/** What a key asks for where photos are judged; undefined where it belongs to a button, or to the window. */
export function judgingCommand(event: KeyboardEvent): Command | undefined {
  // A button that opens a menu has taken its own keys.
  if (event.defaultPrevented) return undefined;
  const isPress = event.key === "Enter" || event.key === " ";
  if (isPress && event.target instanceof Element && event.target.matches("button, input")) {
    return undefined;
  }
  const command = matchKey(event, { scope: "photos", isTyping: false, isMac });
  return command ?? (event.key === "Escape" ? "back" : undefined);
}
