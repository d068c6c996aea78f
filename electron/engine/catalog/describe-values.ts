import type { ValueChange } from "../../contract/values.ts";
import { photosInWords } from "./journal/journal.ts";

const names: Readonly<Record<keyof ValueChange, string>> = {
  rating: "rating",
  flag: "flag",
  colourLabel: "colour",
  title: "title",
  caption: "caption",
};

/** What was done to `count` photos, for the history: "Rated 412 photos 4 stars". */
export function describeValues(change: ValueChange, count: number): string {
  const fields = (Object.keys(names) as (keyof ValueChange)[]).filter(
    (field) => change[field] !== undefined,
  );
  const photos = photosInWords(count);
  const [field, ...others] = fields;
  if (field === undefined || others.length > 0) {
    return `Changed ${listInWords(fields.map((one) => names[one]))} of ${photos}`;
  }
  if (change[field] === null) return `Took back the ${names[field]} of ${photos}`;
  return describeOne(change, photos);
}

function describeOne(
  { rating, flag, colourLabel, title, caption }: ValueChange,
  photos: string,
): string {
  if (rating !== undefined) {
    if (rating === 0) return `Took the stars from ${photos}`;
    return `Rated ${photos} ${rating} ${rating === 1 ? "star" : "stars"}`;
  }
  if (flag === "pick") return `Picked ${photos}`;
  if (flag === "reject") return `Rejected ${photos}`;
  if (flag !== undefined) return `Took the flag from ${photos}`;
  if (colourLabel === "none") return `Took the colour from ${photos}`;
  if (colourLabel !== undefined) return `Gave ${photos} the colour ${colourLabel}`;
  const [name, text] = title === undefined ? ["caption", caption] : ["title", title];
  return text === "" ? `Removed the ${name} of ${photos}` : `Replaced the ${name} of ${photos}`;
}

function listInWords(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
