import type { Told } from "../contract/told.ts";
import { en } from "./en/en.ts";
import { Teller } from "./teller.ts";

// Numbers as in "12,000", and no comma before the "and" of a list.
const english = new Teller(en, "en-GB");

/** As the command line, the log and the catalog have it. */
export function inEnglish(told: Told): string {
  const said = english.say(told);
  if (said === undefined) throw new Error(`expected a text for “${told.key}” but there is none`);
  return said;
}
