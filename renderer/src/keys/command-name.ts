import { say, type MessageKey } from "../messages/say.ts";
import { keyTable, type Command } from "./key-table.ts";
import { markOf, type Mark } from "./mark-keys.ts";

/** Commands that share a line of the list of keys with others. */
const own: Readonly<Partial<Record<Command, MessageKey>>> = {
  "turn-left": "menu.turn-left",
  "turn-right": "menu.turn-right",
  "depth-looks": "keys.name.depth-looks",
  "depth-means": "keys.name.depth-means",
  larger: "keys.name.larger",
  smaller: "keys.name.smaller",
  "next-region": "keys.name.next-region",
  "previous-region": "keys.name.previous-region",
};

/** What a command does, in words of its own. */
export function commandName(command: Command): string {
  const marking = markOf(command);
  if (marking) {
    const mark = markName(marking.mark);
    return marking.isNext ? say("keys.name.mark-next", { mark }) : mark;
  }
  const [verb, number] = command.split(".");
  if (verb === "favourite") return say("keys.name.favourite", { number: Number(number) });
  return say(own[command] ?? keyTable.find((row) => row.command === command)!.text);
}

function markName(mark: Mark): string {
  if (mark === "rating-0") return say("rating.none");
  if (mark.startsWith("rating-")) return say("rating.stars", { count: Number(mark.slice(-1)) });
  if (mark === "unflag") return say("flag.none");
  return mark === "pick" || mark === "reject"
    ? say(`flag.${mark}`)
    : say(`colour.${mark as "red" | "yellow" | "green" | "blue"}`);
}
