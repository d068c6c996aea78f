import { afterEach, expect, test } from "vitest";
import { tell } from "../../../electron/texts/tell.ts";
import { retell } from "../../../renderer/src/messages/retell.ts";
import { speak } from "../../../renderer/src/messages/say.ts";

const added = tell("done.tag.added", { tag: "Lisboa", count: 1200 });
const english = "Added the tag Lisboa to 1,200 photos";

afterEach(() => speak({ language: "en", locale: "en-US" }));

test("what the engine told is said in the language of the window, with its numbers", async () => {
  await speak({ language: "pt", locale: "pt-BR" });

  expect(retell(added, english)).toEqual({
    text: "Etiqueta Lisboa adicionada a 1.200 fotos",
    lang: undefined,
  });
});

test("in an English window the engine's own sentence is shown", () => {
  expect(retell(added, english)).toEqual({ text: english, lang: undefined });
});

test("what was written before languages, or by another version, is shown as English", async () => {
  await speak({ language: "es", locale: "es" });

  const shown = { text: english, lang: "en" };
  expect(retell(null, english)).toEqual(shown);
  expect(retell({ key: "done.of-tomorrow", args: {} }, english)).toEqual(shown);
});
