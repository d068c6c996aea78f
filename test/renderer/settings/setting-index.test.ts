import { expect, test } from "vitest";
import {
  findSettings,
  settings,
  settingsPages,
} from "../../../renderer/src/settings/setting-index.ts";

const found = (text: string): readonly string[] => findSettings(text).map(({ id }) => id);

test("every page has a setting, and no two settings have one name for the page", () => {
  expect(new Set(settings.map(({ page }) => page))).toEqual(new Set(settingsPages));
  expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
});

test("a setting is found by the beginnings of its words, in any order, and by words people use for it", () => {
  expect(found("thumb size")).toEqual(["row-size", "sizes"]);
  expect(found("DARK")).toContain("theme");
  expect(found("gpu")).toEqual(["providers"]);
  expect(found("speed pause")).toEqual(["pause"]);
  expect(found("lightroom")).toEqual(["mirrored-folders", "sidecar-name"]);
});

test("settings that have the words in their name come first", () => {
  expect(found("folders")[0]).toBe("folders");
  expect(found("surround")[0]).toBe("surround");
});

test("nothing is found by nothing, or by words that no setting has", () => {
  expect([found(""), found("   "), found("xyzzy")]).toEqual([[], [], []]);
});
