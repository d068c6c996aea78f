/** @file A result in order as titled runs. Pure. */
import type { Grouping } from "../../contract/query.ts";
import { letterOf } from "../catalog/name-key.ts";
import { localWallMs } from "../catalog/wall-time.ts";
import type { PhotoOrder } from "./photo-order.ts";

/** Some photos in a row that belong together. */
export interface Run {
  readonly key: string;
  readonly count: number;
}

type Sections = ArrayLike<number | null> & Iterable<number | null>;

/** `sections`: what the order's photos are told by, one each, in order; see photo-order.ts. */
export function runsOf(sections: Sections, order: PhotoOrder, groupBy: Grouping): Run[] {
  if (groupBy === "none" || groupBy === "folder" || order.by === "album")
    return sections.length === 0 ? [] : [{ key: "", count: sections.length }];
  const toKey = keyOf(order.by, groupBy);
  const runs: { key: string; count: number }[] = [];
  for (const section of sections) {
    const key = toKey(section);
    const last = runs.at(-1);
    if (last?.key === key) last.count += 1;
    else runs.push({ key, count: 1 });
  }
  return runs;
}

function keyOf(
  by: Exclude<PhotoOrder["by"], "album">,
  groupBy: "day" | "month",
): (section: number | null) => string {
  const toDate = datesOf(groupBy);
  switch (by) {
    case "taken":
      return (wallMs) => toDate(wallMs!);
    case "added": {
      const toWallMs = wallTimes();
      return (epochMs) => toDate(toWallMs(epochMs!));
    }
    case "name":
      return remembering(letterOf);
    case "rating":
      return String;
  }
}

const DAY_MS = 86_400_000;

function datesOf(groupBy: "day" | "month"): (wallMs: number) => string {
  const toText = remembering((day: number) =>
    new Date(day * DAY_MS).toISOString().slice(0, groupBy === "day" ? 10 : 7),
  );
  return (wallMs) => toText(Math.floor(wallMs / DAY_MS));
}

/** Clocks all over the world change at quarters of an hour: asking for each photo takes longer than all the rest. */
const QUARTER_MS = 900_000;

function wallTimes(): (epochMs: number) => number {
  const offsetOf = remembering((quarter: number) => {
    const startMs = quarter * QUARTER_MS;
    return localWallMs(startMs) - startMs;
  });
  return (epochMs) => epochMs + offsetOf(Math.floor(epochMs / QUARTER_MS));
}

/** The same for the same value, which comes many times in a row. */
function remembering<V, R>(work: (value: V) => R): (value: V) => R {
  let last: { readonly value: V; readonly result: R } | undefined;
  return (value) => {
    if (last?.value !== value) last = { value, result: work(value) };
    return last.result;
  };
}
