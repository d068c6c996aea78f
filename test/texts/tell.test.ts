import { expect, test } from "vitest";
import { inEnglish } from "../../electron/texts/in-english.ts";
import { loadTeller } from "../../electron/texts/load-teller.ts";
import { tell } from "../../electron/texts/tell.ts";
import { Teller } from "../../electron/texts/teller.ts";

const imported = tell("done.imported", {
  what: [
    tell("imported.tag", { count: 1200 }),
    tell("imported.rating", { count: 1 }),
    tell("imported.title", { count: 2 }),
  ],
  count: 412,
  source: "trip.csv",
});

test("a sentence is told by its key and what stands in it, and is said in English", () => {
  const added = tell("done.tag.added", { tag: "Lisbon", count: 12_000 });

  expect(added).toEqual({ key: "done.tag.added", args: { tag: "Lisbon", count: 12_000 } });
  expect(inEnglish(added)).toBe("Added the tag Lisbon to 12,000 photos");
});

test("parts are said and listed as each language does", async () => {
  const spanish = await loadTeller("es");
  const portuguese = await loadTeller("pt");

  expect(inEnglish(imported)).toBe(
    "Imported 1,200 tags, 1 rating and 2 titles for 412 photos from trip.csv",
  );
  expect(spanish.say(imported)).toBe(
    "Datos importados de trip.csv: 1200 etiquetas, 1 valoración y 2 títulos para 412 fotos",
  );
  expect(portuguese.say(imported)).toBe(
    "Dados importados de trip.csv: 1.200 etiquetas, 1 classificação e 2 títulos para 412 fotos",
  );
});

test("what another version of the program told is not said, whole or in part", () => {
  const teller = new Teller({ one: "One", two: "Two {name}" }, "en");

  expect(teller.say({ key: "two", args: { name: { key: "one", args: {} } } })).toBe("Two One");
  expect(teller.say({ key: "three", args: {} })).toBeUndefined();
  expect(teller.say({ key: "toString", args: {} })).toBeUndefined();
  expect(teller.say({ key: "two", args: { name: { key: "three", args: {} } } })).toBeUndefined();
  expect(teller.say({ key: "two", args: {} })).toBeUndefined();
});

test("the compiler reads from a text what it takes", () => {
  const untold = [
    // @ts-expect-error The tag is left out.
    () => tell("done.tag.added", { count: 1 }),
    // @ts-expect-error A plural takes a number.
    () => tell("done.tag.added", { tag: "a", count: "1" }),
    // @ts-expect-error There is no such way.
    () => tell("done.turned", { count: 1, way: "up" }),
    // @ts-expect-error There is no such sentence.
    () => tell("done.nothing", { count: 1 }),
    // @ts-expect-error A text of its own takes nothing.
    () => tell("final.trashed", { count: 1 }),
  ];

  expect(untold).toHaveLength(5);
});
