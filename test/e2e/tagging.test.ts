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

const oranges = ["Orange_001.jpg", "Orange_006.jpg"];
const peppers = ["Red-Bell-Pepper_001.jpg", "Red-Bell-Pepper_007.jpg"];
/** Tall enough for the grid to hold all 22 photos in the page. */
const TALL = { viewport: { width: 1440, height: 1400 } };

describe.skipIf(!hasChromium)(`tagging many photos${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage(TALL);
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const box = (name = "Add tag") => page.getByRole("dialog", { name });
  const notice = () => page.getByRole("region", { name: "Notice" });
  const details = () => page.getByRole("complementary", { name: "Details" });

  function cell(name: string): Locator {
    return photoGrid(page).getByRole("gridcell", { name });
  }

  async function select(...names: readonly string[]): Promise<void> {
    await cell(names[0]!).click();
    for (const name of names.slice(1)) await cell(name).click({ modifiers: ["ControlOrMeta"] });
  }

  /** The option of a tag in the box, as it is read out, and whether it is checked. */
  async function expectTag(name: string, checked: "true" | "mixed" | "false"): Promise<void> {
    const option = box().getByRole("option", { name, exact: true });
    await eventually(() => option.getAttribute("aria-checked"), checked);
  }

  async function expectFound(query: string, names: readonly string[]): Promise<void> {
    await searchBox(page).fill(query);
    await searchBox(page).press("Enter");
    await eventually(async () => (await photoNames(photoGrid(page))).toSorted(), names.toSorted());
    await page.getByRole("button", { name: "Clear search" }).click();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);
  }

  test("T, a new tag with levels, Enter: the box stays and says who has it", async () => {
    await select(oranges[0]!, "bee.jpg");
    await page.keyboard.press("t");
    await box().waitFor();
    await page.keyboard.type("Trips/Summer 2023");
    await box().getByRole("option", { name: "Create Trips/Summer 2023" }).waitFor();
    await page.keyboard.press("Enter");

    await notice().getByText("Tagged 2 photos with Trips/Summer 2023.").waitFor();
    await expectTag("Trips/Summer 2023, all, 2 of 2", "true");
    await eventually(() => box().getByRole("textbox").inputValue(), "");
    await page.keyboard.press("Escape");
    await box().waitFor({ state: "hidden" });
    await eventually(() => focusedName(page), "bee.jpg");
  });

  test("for three photos a tag of two goes some, all, none, and exactly as it was", async () => {
    await select(...oranges, "bee.jpg");
    await page.keyboard.press("t");
    await expectTag("Trips/Summer 2023, some, 2 of 3", "mixed");
    await expectClean(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expectTag("Trips/Summer 2023, all, 3 of 3", "true");
    await notice().getByText("Tagged 1 photo with Trips/Summer 2023.").waitFor();
    await page.keyboard.press("Enter");
    await expectTag("Trips/Summer 2023, none", "false");
    await notice().getByText("Removed Trips/Summer 2023 from 3 photos.").waitFor();
    await page.keyboard.press("Space");
    await expectTag("Trips/Summer 2023, some, 2 of 3", "mixed");
    await notice().getByText("Trips/Summer 2023 is as it was.").waitFor();
    await page.keyboard.press("Escape");

    await expectFound("tag:trips", [oranges[0]!, "bee.jpg"]);
  });

  test("what is typed finds a tag by any of its levels, and a click gives it to all", async () => {
    await select(...oranges);
    await page.keyboard.press("t");
    await page.keyboard.type("summ");
    await box().getByRole("option", { name: "Trips/Summer 2023, some, 1 of 2" }).click();
    await expectTag("Trips/Summer 2023, all, 2 of 2", "true");
    await eventually(() => focusedName(page), "Add tag");
    await page.keyboard.press("Escape");

    await notice().getByRole("button", { name: "Undo" }).click();
    await expectFound("tag:trips", [oranges[0]!, "bee.jpg"]);
  });

  test("Shift+T takes a tag away", async () => {
    await select(...oranges);
    await page.keyboard.press("Shift+t");
    await box("Remove tag").waitFor();
    await box("Remove tag").getByText("Remove a tag from 2 photos").waitFor();
    await box("Remove tag").getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await notice().getByText("Removed Trips/Summer 2023 from 1 photo.").waitFor();
    await page.keyboard.press("Enter");
    await notice().getByText("Trips/Summer 2023 is as it was.").waitFor();
    await page.keyboard.press("Escape");

    await expectFound("tag:trips", [oranges[0]!, "bee.jpg"]);
  });

  test("the menu gives recent tags and takes those of the photos, by keyboard alone", async () => {
    await select(...oranges);
    await page.keyboard.press("Shift+F10");
    await pressInMenu("Recent tags", "Trips/Summer 2023");
    await notice().getByText("Tagged 1 photo with Trips/Summer 2023.").waitFor();
    await page.keyboard.press("Shift+F10");
    await pressInMenu("Remove tag", "Trips/Summer 2023");
    await notice().getByText("Removed Trips/Summer 2023 from 2 photos.").waitFor();

    await expectFound("tag:trips", ["bee.jpg"]);
  });

  test("a tag that came with the file becomes the user's", async () => {
    await select("prairie_falcon.jpg");
    await page.keyboard.press("i");
    await details().getByTitle("From the file").getByText("raptors").waitFor();
    await details().getByRole("button", { name: "Make raptors mine" }).click();

    await notice().getByText("Tagged 1 photo with raptors.").waitFor();
    await details().getByRole("button", { name: "Make raptors mine" }).waitFor({ state: "hidden" });
    await details().getByRole("button", { name: "Remove tag raptors" }).waitFor();
  });

  test("a label of a search becomes a tag after a look at what would change, and Undo takes it back", async () => {
    await searchBox(page).fill("label:pomegranate");
    await searchBox(page).press("Enter");
    await page.getByRole("button", { name: "Edit label: pomegranate" }).focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Make it a tag" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Make “pomegranate” a tag" });
    await dialog.getByText("Adds Pomegranate to 2 photos.").waitFor();
    await eventually(() => dialog.getByRole("img").count(), 2);
    await expectClean(page);
    const make = dialog.getByRole("button", { name: "Make it a tag" });

    await dialog.getByRole("slider", { name: "How sure" }).press("End");
    await dialog.getByText("Adds Pomegranate to no photo.").waitFor();
    await eventually(() => make.getAttribute("aria-disabled"), "true");
    await dialog.getByRole("slider", { name: "How sure" }).press("Home");
    await dialog.getByText(/^Adds Pomegranate to (\d+) photos\./).waitFor();
    for (let step = 0; step < 2; step++) await dialog.getByRole("slider").press("PageUp");
    await dialog.getByRole("textbox", { name: "Inside of" }).fill("Food/Fruit");
    await dialog.getByText(/^Adds Food\/Fruit\/Pomegranate to \d+ photos?\./).waitFor();
    await make.click();

    await notice()
      .getByText(/^Tagged \d+ photos? with Food\/Fruit\/Pomegranate\.$/)
      .waitFor();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Clear search" }).click();
    await searchBox(page).fill("tag:Fruit");
    await searchBox(page).press("Enter");
    await expect.poll(() => photoNames(photoGrid(page))).toEqual(expect.arrayContaining(peppers));
    await notice().getByRole("button", { name: "Undo" }).click();
    await page.getByText("No photos match this search.").waitFor();
    await page.getByRole("button", { name: "Show all photos" }).click();
  });

  test("a label's line in the details opens the same dialog, and Esc leaves everything as it is", async () => {
    await select(peppers[0]!);
    const right = details().getByRole("button", { name: "Right: pomegranate" });
    await right.focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Make it a tag" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Make “pomegranate” a tag" });
    await dialog.getByText("Adds Pomegranate to 2 photos.").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await eventually(() => focusedName(page), "Right: pomegranate");
  });

  test("a tag with a very long name is told in three lines, and the toast covers nothing of the box", async () => {
    const name = `${"A long way to say ".repeat(10)}Lisbon`;
    await select("bee.jpg");
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.keyboard.press("t");
    await box().waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await notice().getByText("Lisbon").waitFor();

    const toast = (await notice().boundingBox())!;
    expect(toast.height).toBeLessThan(96);
    expect(await notice().getByText("Lisbon").getAttribute("title")).toContain(name);
    const covered = await box().evaluate((dialog) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      const places = [left + 4, (left + right) / 2, right - 4].flatMap((x) =>
        [top + 4, (top + bottom) / 2, bottom - 4].map((y) => [x, y] as const),
      );
      return places.filter(([x, y]) => !dialog.contains(document.elementFromPoint(x, y))).length;
    });
    expect(covered).toBe(0);
    const undo = notice().getByRole("button", { name: "Undo" });
    expect(
      await undo.evaluate((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      }),
    ).toBe(true);
    await page.keyboard.press("Escape");
    await page.setViewportSize(TALL.viewport);
  });

  test("at 400 % the box has the window: what is typed and what it offers are seen together", async () => {
    await select("bee.jpg");
    await page.setViewportSize({ width: 320, height: 256 });
    // The details would have the window.
    if (await details().isVisible()) await details().getByRole("button", { name: "Close" }).click();
    await cell("bee.jpg").focus();
    await page.keyboard.press("t");
    await box().waitFor();
    await page.keyboard.type("Zoomed");

    const option = box().getByRole("option", { name: "Create Zoomed" });
    for (const part of [box().getByRole("textbox"), option]) {
      await eventually(async () => {
        const shown = await part.boundingBox();
        return shown !== null && shown.y >= 0 && shown.y + shown.height <= 256;
      }, true);
      expect(
        await part.evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(x + width / 2, y + height - 2));
        }),
      ).toBe(true);
    }
    await page.keyboard.press("Escape");
    await page.setViewportSize(TALL.viewport);
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(app.problems).toEqual([]);
  });

  /** By arrows, as the menu is on the screen. */
  async function pressInMenu(submenu: string, item: string): Promise<void> {
    const trigger = page.getByRole("menuitem", { name: submenu });
    await trigger.waitFor();
    await trigger.focus();
    await page.keyboard.press("ArrowRight");
    const wanted = page.getByRole("menuitem", { name: item, exact: true });
    await wanted.waitFor();
    await wanted.press("Enter");
  }
});

async function expectClean(page: Page): Promise<void> {
  expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
}
