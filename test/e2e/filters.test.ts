import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { violationsInBothThemes } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import {
  eventually,
  focusedName,
  photoGrid,
  photoNames,
  searchBox,
  waitForIndexing,
} from "./steps.ts";

/** Tall enough for the grid to hold all 22 photos in the page. */
const TALL = { width: 1440, height: 1500 };
/** Four of the fixtures say when they were taken, and with what. */
const FALCON = "prairie_falcon.jpg";
const ROCKS = "el_torcal_rocks.jpg";
const RIDGE = "tanners_ridge.jpg";
const DENALI = "denali.webp";

describe.skipIf(!hasChromium)(`filters, sections and orders of the grid${skipReason}`, () => {
  let app: App;
  let page: Page;
  const filters = () => page.getByRole("complementary", { name: "Filters" });
  const values = (name: string) => filters().getByRole("listbox", { name, exact: true });
  const value = (list: string, name: string) => values(list).getByRole("option", { name });
  const chip = (text: string) => page.getByRole("button", { name: `Edit ${text}`, exact: true });
  const shown = () => photoNames(photoGrid(page));
  const sections = () => photoGrid(page).getByRole("rowheader").allTextContents();
  const cell = (name: string) => photoGrid(page).getByRole("gridcell", { name });

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage({ viewport: TALL });
    await waitForIndexing(page);
    for (const [name, stars] of [
      ["bee.jpg", "5"],
      [FALCON, "4"],
    ] as const) {
      await cell(name).click();
      await page.keyboard.press(stars);
      await page.getByText(`Rated 1 photo ${stars} stars.`).first().waitFor();
    }
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("a key opens the filters and gives them the keyboard, and each value says what it would leave", async () => {
    await page.keyboard.press("\\");

    await value("Camera", "Canon EOS R5, 1 photo").waitFor();
    await value("Rating", "4 stars or more, 2 photos").waitFor();
    await value("Rating", "No stars, 20 photos").waitFor();
    await value("Orientation", "Panorama, 0 photos").waitFor();
    await eventually(() => isWithin(filters()), true);
  });

  test("a camera and a rating narrow the grid, and their chips are the same thing", async () => {
    await value("Rating", "4 stars or more").click();
    await chip("rating: >=4").waitFor();
    await eventually(async () => (await shown()).toSorted(), ["bee.jpg", FALCON]);
    await value("Camera", "Canon EOS R5, 1 photo").click();
    await chip("camera: Canon EOS R5").waitFor();
    await eventually(shown, [FALCON]);
    await eventually(
      () => value("Rating", "4 stars or more").getAttribute("aria-selected"),
      "true",
    );

    await page.getByRole("button", { name: "Remove rating: >=4" }).click();
    await eventually(
      () => value("Rating", "4 stars or more").getAttribute("aria-selected"),
      "false",
    );
    await searchBox(page).fill("iso:>=800 ");
    await eventually(
      () => filters().getByRole("textbox", { name: "ISO from" }).inputValue(),
      "800",
    );
    await value("Camera", "NIKON D750").click();
    await eventually(shown, [RIDGE]);

    await filters().getByRole("button", { name: "Clear filters" }).click();
    await eventually(async () => (await shown()).length, 22);
    expect(await page.getByRole("button", { name: /^Edit / }).count()).toBe(0);
  });

  test("dragging over years asks for them, and a year opens its months", async () => {
    const [first, last] = [value("Taken", "2010, 1 photo"), value("Taken", "2012, 1 photo")];
    await first.hover();
    await page.mouse.down();
    await last.hover();
    await page.mouse.up();
    await chip("taken: 2010..2012").waitFor();
    await eventually(shown, [ROCKS, DENALI]);

    await value("Taken", "2022, 1 photo").click();
    await chip("taken: 2022").waitFor();
    await value("Months of the chosen years", "March 2022, 1 photo").click();
    await chip("taken: 2022-03").waitFor();
    await eventually(shown, [FALCON]);
    await value("Months of the chosen years", "March 2022, 1 photo").click();
    await eventually(async () => (await shown()).length, 22);
  });

  test("arrows walk the years that have photos, Shift takes several, Enter one, and again none", async () => {
    await value("Taken", "2010, 1 photo").focus();
    await page.keyboard.press("Shift+ArrowRight");
    await chip("taken: 2010..2012").waitFor();
    await page.keyboard.press("End");
    await eventually(() => focusedName(page), "2023, 1 photo");
    await page.keyboard.press("Enter");
    await chip("taken: 2023").waitFor();
    await eventually(shown, [RIDGE]);
    await page.keyboard.press("Enter");
    await eventually(async () => (await shown()).length, 22);
    await page.keyboard.press("Tab");
    await eventually(async () => (await focusedName(page)).startsWith("4 stars"), true);
  });

  test("Tab leads from one number to the next, and both are asked for", async () => {
    await filters().getByRole("textbox", { name: "ISO from" }).focus();
    await page.keyboard.type("400");
    await page.keyboard.press("Tab");
    await chip("iso: >=400").waitFor();
    await eventually(() => focusedName(page), "ISO to");
    await page.keyboard.type("800");
    await page.keyboard.press("Enter");
    await chip("iso: <=800").waitFor();
    await filters().getByRole("button", { name: "Clear filters" }).click();
    await eventually(async () => (await shown()).length, 22);
  });

  test("everything else goes by keyboard alone, and Esc gives the photos the keyboard back", async () => {
    await value("Flag", "No flag").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await eventually(() => isWithin(value("Kind", "Photos, 22 photos")), true);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await page.getByText("No photos match this search.").waitFor();
    await page.keyboard.press("Space");
    await eventually(async () => (await shown()).length, 22);

    await page.keyboard.press("Escape");
    await filters().waitFor({ state: "hidden" });
    await eventually(() => isWithin(photoGrid(page)), true);
  });

  test("names have their letters, stars their stars, and both can be turned round", async () => {
    await choose(page, "Sort", "Name");
    await eventually(
      async () => (await sections()).map((text) => text.trim()[0]),
      ["#", "B", "D", "E", "O", "P", "R", "T", "W"],
    );
    expect((await shown()).filter((name) => name.startsWith("Banana"))).toEqual([
      "Banana_005.jpg",
      "Banana_013.jpg",
      "Banana_018.jpg",
    ]);
    await choose(page, "Sort", "Z to A");
    await eventually(async () => (await shown())[0], "wood_anemones.jpg");

    await choose(page, "Sort", "Rating");
    await eventually(
      async () => (await sections()).map((text) => /^\S+ \S+/.exec(text.trim())?.[0]),
      ["5 stars", "4 stars", "No stars"],
    );
    await eventually(async () => (await shown()).slice(0, 2), ["bee.jpg", FALCON]);
    await choose(page, "Group", "Folder");
    await eventually(
      async () => (await sections()).map((text) => /^Pictures \/ \w+/.exec(text.trim())?.[0]),
      ["clothing", "grocery", "immich", "rclip"].map((name) => `Pictures / ${name}`),
    );
  });

  test("orders and open filters are there after a reload, each kind of search with its own", async () => {
    await page.keyboard.press("\\");
    await filters().waitFor();
    await page.reload();

    await filters().waitFor();
    await page.getByRole("button", { name: "Sort: Rating, Most stars first" }).waitFor();
    await page.getByRole("button", { name: "Recently added" }).click();
    await page.getByRole("button", { name: "Sort: Date added, Newest first" }).waitFor();
    await eventually(async () => (await shown()).length, 22);
    await page.getByRole("button", { name: "All photos, 22 photos" }).click();
    await page.getByRole("button", { name: "Sort: Rating, Most stars first" }).waitFor();
  });

  test("axe finds nothing in filters and menus, light and dark", async () => {
    await value("Taken", "2022, 1 photo").click();
    await values("Months of the chosen years").waitFor();
    await page.getByRole("button", { name: /^Group: / }).click();
    await page.getByRole("menu").waitFor();

    const found = await violationsInBothThemes(page, { within: [".filters", ".line", ".menu"] });
    expect(found).toEqual({ light: [], dark: [] });
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "hidden" });
    await filters().getByRole("button", { name: "Clear filters" }).click();
  });

  test("the photo that has the keyboard keeps its place on the screen when the order changes", async () => {
    await page.setViewportSize({ width: 1100, height: 480 });
    await choose(page, "Sort", "Rating");
    await page.getByRole("button", { name: "Sort: Rating, Most stars first" }).waitFor();
    await choose(page, "Group", "Stars");
    await page.getByRole("button", { name: "Group: Stars" }).waitFor();
    if (await filters().isVisible()) await page.keyboard.press("Escape");
    await filters().waitFor({ state: "hidden" });
    await photoGrid(page).getByRole("gridcell").first().click();
    // The last one by stars is between others by name, so that nothing but its place decides where the grid is scrolled.
    await page.keyboard.press("Control+End");
    await eventually(() => focusedName(page), DENALI);
    const focused = page.locator("[role='gridcell']:focus");
    const before = await focused.boundingBox();
    await choose(page, "Sort", "Name");
    await page.getByRole("button", { name: "Sort: Name, A to Z" }).waitFor();

    const top = async () => Math.round((await cell(DENALI).boundingBox())?.y ?? -1);
    await eventually(top, Math.round(before!.y));
    expect(app.problems).toEqual([]);
  });
});

async function choose(page: Page, menu: "Sort" | "Group", item: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${menu}: `) }).click();
  await page.getByRole("menuitemradio", { name: item, exact: true }).click();
  await page.getByRole("menu").waitFor({ state: "hidden" });
}

function isWithin(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element.contains(document.activeElement));
}
