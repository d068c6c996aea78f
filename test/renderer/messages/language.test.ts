import { afterEach, describe, expect, test } from "vitest";
import {
  formatBytes,
  formatDegrees,
  formatNear,
  formatNumber,
  formatPlace,
  formatSectionKey,
  formatTakenAt,
} from "../../../renderer/src/messages/format.ts";
import { compareNames } from "../../../renderer/src/messages/compare-names.ts";
import { speechFor } from "../../../electron/contract/language.ts";
import { say, speak } from "../../../renderer/src/messages/say.ts";
import { strokeLabel } from "../../../renderer/src/keys/stroke.ts";
import { suggestDate } from "../../../renderer/src/search/suggest-date.ts";
import { findSettings } from "../../../renderer/src/settings/setting-index.ts";

test("the system's first language that is known is spoken, with the numbers and dates of its country", () => {
  expect(speechFor("system", ["de-DE", "pt-PT", "en-US"])).toEqual({
    language: "pt",
    locale: "pt-PT",
  });
  expect(speechFor("system", ["EN-gb"])).toEqual({ language: "en", locale: "EN-gb" });
});

test("English is spoken where the system knows none of the languages", () => {
  expect(speechFor("system", ["de-DE", "esx"])).toEqual({ language: "en", locale: "en" });
  expect(speechFor("system", [])).toEqual({ language: "en", locale: "en" });
});

test("a language that was chosen is spoken whatever the system says", () => {
  expect(speechFor("es", ["en-US", "es-MX"])).toEqual({ language: "es", locale: "es-MX" });
  expect(speechFor("pt", ["en-US"])).toEqual({ language: "pt", locale: "pt-BR" });
});

describe("in Spanish and Portuguese", () => {
  afterEach(() => speak({ language: "en", locale: "en-US" }));

  test("counts have the plural and the separators of the language", async () => {
    await speak({ language: "es", locale: "es" });
    expect(say("grid.section-count", { count: 1 })).toBe("1 foto");
    expect(say("grid.section-count", { count: 12_410 })).toBe("12.410 fotos");
    await speak({ language: "pt", locale: "pt-BR" });
    expect(say("tag.box.some", { count: 1_204, total: 48_312 })).toBe("1.204 de 48.312");
  });

  test("dates, sizes and places are written as there", async () => {
    await speak({ language: "es", locale: "es" });
    expect(formatTakenAt("2023-05-14T00:03:07+09:00")).toBe("14 de mayo de 2023, 00:03");
    expect(formatSectionKey("2023-05")).toBe("mayo de 2023");
    expect(formatBytes(8_412_233)).toBe("8,4 MB");
    expect(formatNumber(0.5)).toBe("0,5");
    expect(formatPlace(-33.8568, -151.2153)).toBe("33,85680° S, 151,21530° O");
    expect(formatNear(38.71, -9.13)).toBe("38,7; −9,1");
    await speak({ language: "pt", locale: "pt-BR" });
    expect(formatDegrees(30, "longitude")).toBe("30° L");
  });

  test("English of another country has that country's dates", async () => {
    await speak({ language: "en", locale: "en-GB" });
    expect(formatTakenAt("2023-05-14T18:03:07")).toBe("14 May 2023, 18:03");
  });

  test("names are in the order of the language, numbers by their size", async () => {
    await speak({ language: "es", locale: "es" });
    const names = ["ñandú", "nube", "IMG_10", "IMG_9", "ocaso"];
    expect(names.toSorted(compareNames)).toEqual(["IMG_9", "IMG_10", "nube", "ñandú", "ocaso"]);
  });

  test("keys are called as they are printed there", async () => {
    await speak({ language: "es", locale: "es" });
    expect(strokeLabel("Shift+Mod+Delete", false)).toBe("Ctrl+Mayús+Supr");
    expect(strokeLabel("PageDown", false)).toBe("Av Pág");
  });

  test("a month in the user's words is completed to a date, also without its accent", async () => {
    await speak({ language: "pt", locale: "pt-BR" });
    expect(suggestDate("praia marco de 2023")).toEqual({
      name: "março de 2023",
      term: { isNegated: false, field: "taken", value: "2023-03" },
      before: "praia ",
    });
  });

  test("a setting is found by words without their accents", async () => {
    await speak({ language: "es", locale: "es" });
    expect(findSettings("cuadricula zoom").map(({ id }) => id)).toContain("row-size");
    expect(findSettings("IDIOMA").map(({ id }) => id)).toContain("language");
  });
});
