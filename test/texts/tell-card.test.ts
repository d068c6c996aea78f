import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tellCard } from "../../electron/texts/tell-card.ts";
import { inEnglish } from "../../electron/texts/in-english.ts";

const cards = path.join(import.meta.dirname, "../../native-models");
const shipped = readdirSync(cards, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith("model.json"),
);

test("what the cards that come with the app say is told for every language, word by word", () => {
  expect(shipped.length).toBeGreaterThanOrEqual(3);
  for (const file of shipped) {
    const { note, source } = JSON.parse(readFileSync(path.join(cards, file), "utf8")) as {
      readonly note: string;
      readonly source: string;
    };
    for (const words of [note, source]) expect(inEnglish(tellCard(words)!)).toBe(words);
  }
});

test("the words of another card are its own", () => {
  expect(tellCard("A model of mine")).toBeUndefined();
});
