import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { violations, violationsInBothThemes } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, photoNames, searchBox, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`albums and smart albums${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage();
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const cell = (name: string): Locator => photoGrid(page).getByRole("gridcell", { name });
  const row = (name: string | RegExp): Locator => page.getByRole("button", { name });
  const names = () => photoNames(photoGrid(page));

  async function choose(...path: string[]): Promise<void> {
    for (const name of path) await page.getByRole("menuitem", { name, exact: true }).click();
  }

  test("B asks for an album once, and then adds to it", async () => {
    await cell("Banana_005.jpg").click();
    await page.keyboard.press("b");
    const dialog = page.getByRole("dialog", { name: "Which album?" });
    await dialog.getByLabel("New album").fill("Trips/Fruit");
    await page.keyboard.press("Enter");
    await row("Fruit, 1 photo, target album").waitFor();

    await cell("bee.jpg").click();
    await page.keyboard.press("b");

    await page.getByText("1 photo added to Trips/Fruit.").first().waitFor();
    await row("Fruit, 2 photos, target album").waitFor();
  });

  test("an album shows its photos in its own order, which Move changes and undo restores", async () => {
    await row("Fruit, 2 photos, target album").click();
    await eventually(names, ["Banana_005.jpg", "bee.jpg"]);

    await cell("bee.jpg").click({ button: "right" });
    await choose("Move", "To the start");
    await eventually(names, ["bee.jpg", "Banana_005.jpg"]);
    await eventually(() => cell("bee.jpg").getAttribute("aria-selected"), "true");
    await page.keyboard.press("Control+z");
    await eventually(names, ["Banana_005.jpg", "bee.jpg"]);

    await cell("bee.jpg").click({ button: "right" });
    await choose("Use as cover");
    await page.getByText("Trips/Fruit has another cover.").first().waitFor();
  });

  test("a photo that is dragged before another one goes there", async () => {
    await cell("bee.jpg").dragTo(cell("Banana_005.jpg"), { targetPosition: { x: 8, y: 40 } });

    await eventually(names, ["bee.jpg", "Banana_005.jpg"]);
  });

  test("Delete takes photos out of the album and leaves the files, and undo puts them back", async () => {
    await cell("bee.jpg").click();
    await page.keyboard.press("Delete");
    await eventually(names, ["Banana_005.jpg"]);
    await page.getByText("1 photo removed from Trips/Fruit.").first().waitFor();

    await page.keyboard.press("Control+z");
    await eventually(names, ["bee.jpg", "Banana_005.jpg"]);
  });

  test("photos are dropped onto an album, and go into one by the menu", async () => {
    await row("All photos, 22 photos").click();
    await eventually(async () => (await names()).length > 2, true);
    const [first] = (await names()).filter((name) => !/bee|Banana/.test(name));
    await cell(first!).dragTo(row("Fruit, 2 photos, target album"));
    await row("Fruit, 3 photos, target album").waitFor();

    await cell("bee.jpg").click({ button: "right" });
    await choose("Add to album", "New album…");
    const dialog = page.getByRole("dialog", { name: "New album of 1 photo" });
    await dialog.getByLabel("Name").fill("Bees");
    await dialog.getByRole("button", { name: "Make album" }).click();

    await row("Bees, 1 photo").waitFor();
  });

  test("a search is saved as a smart album, which is counted and renamed", async () => {
    await searchBox(page).fill("bee OR banana");

    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog", { name: "Save this search" });
    await dialog.getByLabel("Name").fill("Insects and fruit");
    await page.keyboard.press("Enter");
    await row(/^Insects and fruit, \d+ photos, smart album$/).waitFor();

    await row(/^Insects and fruit, /).focus();
    await page.keyboard.press("F2");
    const rename = page.getByRole("dialog", { name: "Rename Insects and fruit" });
    await rename.getByLabel("Name").fill("Small");
    await page.keyboard.press("Enter");

    await row(/^Small, \d+ photos, smart album$/).waitFor();
  });

  test("photos that are dropped onto a smart album are refused, with the reason", async () => {
    await row("All photos, 22 photos").click();
    await eventually(async () => (await names()).length > 2, true);
    await cell("bee.jpg").dragTo(row(/^Small, /));

    await page.getByText("Small is a smart album").first().waitFor();
  });

  test("an album is deleted by its menu, and Undo brings it back", async () => {
    await row("Bees, 1 photo").hover();
    await page.getByRole("button", { name: "Actions for Bees" }).click();
    await choose("Delete album");
    await row("Bees, 1 photo").waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Undo" }).click();

    await row("Bees, 1 photo").waitFor();
  });

  test("the form builds a search in groups, counts it, and opens the one that is there", async () => {
    await searchBox(page).fill("-tag:work ");
    await page.getByRole("button", { name: "Build a search" }).click();
    const form = page.getByRole("dialog", { name: "Build a search" });
    await eventually(() => form.getByLabel("Value").first().inputValue(), "work");

    await form.getByRole("button", { name: "Add group" }).click();
    const group = form.getByRole("group", { name: "Conditions" }).nth(1);
    await group.getByLabel("What", { exact: true }).selectOption("Label");
    await group.getByLabel("Value").fill("dog");
    await group.getByRole("button", { name: "Add condition" }).click();
    await group.getByLabel("Value").nth(1).fill("bee");
    await eventually(
      () => form.getByRole("status").textContent(),
      expect.stringMatching(/^\d+ photos?$/) as string,
    );
    const made = await form.locator("code").textContent();
    const axe = await violations(page, { within: "[role=dialog]" });
    await form.getByRole("button", { name: "Search", exact: true }).click();
    await form.waitFor({ state: "hidden" });

    expect(made).toBe("-tag:work (label:dog OR bee)");
    expect(axe).toEqual([]);
    await eventually(async () => (await names()).includes("bee.jpg"), true);
  });

  test("axe finds nothing, light and dark", async () => {
    const list = await violationsInBothThemes(page, { within: "nav" });
    await row("New album").click();
    await page.getByRole("dialog", { name: "New album" }).waitFor();
    const dialog = await violationsInBothThemes(page, { within: "[role=dialog]" });
    await page.keyboard.press("Escape");

    const none = { light: [], dark: [] };
    expect({ list, dialog }).toEqual({ list: none, dialog: none });
  });

  test("nothing went wrong in the page", () => {
    expect(app.problems).toEqual([]);
  });
});
