import { favourites } from "../keys/key-table.ts";
import { keyLabel } from "../keys/match-key.ts";
import { isMac } from "../keys/platform.ts";

export const favouriteKeys: readonly number[] = favourites;

/** As it is printed: "Alt+3", "⌥3". */
export function favouriteLabel(key: number): string {
  const known = favourites.find((favourite) => favourite === key);
  return known === undefined ? "" : keyLabel(`favourite.${known}`, isMac);
}
