import type { Told } from "../contract/told.ts";
import { en } from "./en/en.ts";
import type { ArgumentsOf } from "./text-arguments.ts";

export type ToldKey = keyof typeof en;

/** Every text in one language. */
export type ToldTexts = Readonly<Record<ToldKey, string>>;

type Arguments<K extends ToldKey> = ArgumentsOf<(typeof en)[K]>;

/** A sentence of the catalog with what stands in it; one that takes nothing is told by its key alone. */
export function tell<K extends ToldKey>(
  key: K,
  ...[args]: keyof Arguments<K> extends never ? [] : [args: Arguments<K>]
): Told {
  return { key, args: args ?? {} };
}
