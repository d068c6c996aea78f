import type { ModelSwitch } from "../../../electron/contract/model.ts";
import { say } from "../messages/say.ts";

/** How far the library is on its way to another model. */
export function switchSentence({ done, total, source }: ModelSwitch): string {
  return source === "deciding" || total === 0
    ? say("switching.deciding")
    : say("switching.sentence", { done, total });
}

/** Between 0 and 1. */
export function shareSwitched({ done, total }: ModelSwitch): number {
  return total === 0 ? 0 : Math.min(1, done / total);
}
