import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, photoNames, searchBox, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`label browser and search box${skipReason}`, () => {
  let app: App;
  let page: Page;
  const labels = (): Locator => page.getByRole("region", { name: "Labels" });
  const rows = (): Promise<string[]> =>
    page.getByRole("listbox", { name: "Suggestions" }).getByRole("option").allInnerTexts();

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage();
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("the keyboard goes down from a wide family to photos, and up again", async () => {
    await page.getByRole("button", { name: "Labels", exact: true }).press("Enter");
    const animal = labels().getByRole("button", { name: /^Animal, 2 photos, family of/ });
    await animal.press("Enter");
    const cat = labels().getByRole("button", { name: /^Cat, 1 photo, family of/ });
    await eventually(() => cat.evaluate((tile) => tile === document.activeElement), true);
    await labels().getByText("2 photos · 1 of 62 kinds").waitFor();

    await page.keyboard.press("Enter");
    await labels().getByRole("listitem").filter({ hasText: /^Cat$/ }).waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await eventually(() => cat.evaluate((tile) => tile === document.activeElement), true);
    await page.keyboard.press("Backspace");
    await eventually(() => animal.evaluate((tile) => tile === document.activeElement), true);
    await page.keyboard.press("ArrowLeft");
    const food = labels().getByRole("button", { name: /^Food, 4 photos/ });
    await eventually(() => food.evaluate((tile) => tile === document.activeElement), true);
    await page.keyboard.press("Enter");
    await labels().getByRole("button", { name: "Show photos", exact: true }).press("Enter");

    await page.getByRole("button", { name: "Edit label: food" }).waitFor();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 4);
  });

  test("a label is found by its name, and what is less sure of it is shown apart", async () => {
    await page.getByRole("button", { name: "Labels", exact: true }).click();
    const find = labels().getByRole("textbox", { name: "Find a label" });
    await find.fill("anim");
    await labels()
      .getByRole("option", { name: /^animal/ })
      .click();
    await labels().getByRole("heading", { name: "Less sure · 2 photos" }).waitFor();
    expect(await violations(page)).toEqual([]);

    await labels().getByRole("button", { name: "Show photos that may be: Animal" }).click();
    await page.getByRole("button", { name: "Edit not label: animal" }).waitFor();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 2);
  });

  test("an empty search box offers what was searched for last, and forgets it", async () => {
    await page.getByRole("button", { name: "Clear search" }).click();
    await searchBox(page).fill("banana");
    await searchBox(page).press("Enter");
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 3);
    await page.getByRole("button", { name: "Clear search" }).click();
    await eventually(async () => (await rows())[0]?.includes("banana"), true);
    expect(await violations(page, { within: "[role='search']" })).toEqual([]);

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Delete");
    await eventually(async () => (await rows())[0]?.includes("label:dog taken:2023"), true);
    await page.keyboard.press("Escape");
    await eventually(() => page.getByRole("listbox").count(), 0);
  });

  test("what is typed is completed by labels and by dates", async () => {
    await searchBox(page).fill("pome");
    await page.getByRole("option", { name: /^pomegranate, fruit, Label, 2 photos/ }).waitFor();
    await searchBox(page).fill("banana may 2023");
    await page.getByRole("option", { name: "May 2023, Date" }).click();
    await page.getByRole("button", { name: "Edit taken: 2023-05" }).waitFor();
    await eventually(() => searchBox(page).inputValue(), "banana ");
  });

  test("a search that finds nothing says what it finds without each chip", async () => {
    await page.getByRole("button", { name: "Clear search" }).click();
    await searchBox(page).fill("label:food rating:5 ");
    await searchBox(page).press("Enter");
    await page.getByText("No photos match").waitFor();
    await page.getByRole("button", { name: "Without rating:5: 4 photos" }).click();
    await eventually(async () => (await photoNames(photoGrid(page))).length, 4);
    expect(app.problems).toEqual([]);
  });
});
