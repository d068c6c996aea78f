import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import {
  knownFlags,
  placesOf,
  queryFlags,
  rangeFlags,
  showFlagQuery,
} from "../../renderer/src/cull-flags.ts";
import type { PhotoSet } from "../../renderer/src/library/photos/photo-set.ts";

/** An engine that knows which photos have a flag; what it was asked for, in order. */
function engine(flagged: Readonly<Record<string, readonly number[]>>) {
  const asked: unknown[] = [];
  const client = createClient<"renderer">({
    send: (name, input) => {
      const { query, limit } = input as { query: string; limit: number };
      asked.push([name, query, limit]);
      const ids = flagged[query] ?? [];
      const value = name === "photo.page" ? { photos: [], total: ids.length, next: null } : ids;
      return Promise.resolve({ ok: true, value });
    },
    subscribe: () => () => {},
  });
  return { client, asked };
}

const hundred = {
  total: 100,
  readIds: (start: number, end: number) =>
    Promise.resolve(Array.from({ length: end - start }, (_, at) => start + at + 1)),
} as unknown as PhotoSet;

test("of a whole query only totals are asked for, whatever it is made of", async () => {
  const query = "label:cat OR label:dog";
  const { client, asked } = engine({ [`(${query}) flag:pick`]: [1, 2], "flag:reject": [3] });

  expect(await queryFlags(client, query).count()).toEqual({ pick: 2, reject: 0 });
  expect(await queryFlags(client, "").count()).toEqual({ pick: 0, reject: 1 });

  expect(asked.slice(0, 2)).toEqual([
    ["photo.page", `(${query}) flag:pick`, 1],
    ["photo.page", `(${query}) flag:reject`, 1],
  ]);
});

test("of a part of a query those count that are in it", async () => {
  const { client } = engine({ "flag:pick": [2, 12, 50], "flag:reject": [11] });
  const part = {
    set: hundred,
    ranges: [
      { start: 0, end: 5 },
      { start: 10, end: 20 },
    ],
  };

  const flags = rangeFlags(client, "", part);

  expect(await flags.count()).toEqual({ pick: 2, reject: 1 });
  expect(await flags.flagged("pick")).toEqual([2, 12]);
  expect(await placesOf([2, 12] as PhotoId[], part)).toEqual([1, 11]);
});

test("of ranked photos all flags are known", async () => {
  const photos = ["pick", null, "pick", "reject"].map(
    (flag, at) => ({ id: at + 1, flag }) as unknown as Photo,
  );

  expect(await knownFlags(photos).count()).toEqual({ pick: 2, reject: 1 });
  expect(await knownFlags(photos).flagged("pick")).toEqual([1, 3]);
});

test("what is shown asks for the flag in the place of those that the query asked for", () => {
  expect(showFlagQuery("", "pick")).toBe("flag:pick");
  expect(showFlagQuery("folder:Holidays flag:none beach", "pick")).toBe(
    "folder:Holidays flag:pick beach",
  );
  expect(showFlagQuery("is:picked tag:sea", "reject")).toBe("tag:sea flag:reject");
  expect(showFlagQuery("label:cat OR label:dog", "reject")).toBe(
    "(label:cat OR label:dog) flag:reject",
  );
  expect(showFlagQuery("beach", "pick")).toBe("(beach) flag:pick");
});
