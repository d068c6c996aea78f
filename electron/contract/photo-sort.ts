/** @file Orders that the user can choose, apart from their schema: the page needs the names and not the validator. */

/**
 * `taken`: newest first, file time where no capture time is known. `added`: what came into the library last first. `name`: file names
 * from A to Z, numbers in them by their value. `rating`: most stars first, newest first inside. Reversed, each is exactly the other way
 * round.
 */
export const photoSorts = ["taken", "added", "name", "rating"] as const;
export type PhotoSort = (typeof photoSorts)[number];
