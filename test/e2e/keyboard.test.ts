import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { eventually, focusedName, photoGrid, searchBox, waitForIndexing } from "./steps.ts";

/** Others are like it; nothing in the library is like the bee. */
const ORANGE = "Orange_001.jpg";

describe.skipIf(!hasChromium)(`the library by keyboard alone${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("a folder is added through the dialog", async () => {
    const add = page.getByRole("button", { name: "Add folder" });
    await add.waitFor();
    await tabTo(page, "Add folder");
    await page.keyboard.press("Enter");
    const pictures = page.getByRole("button", { name: "Pictures", exact: true });
    await pictures.waitFor();
    await eventually(() => focusedName(page), "Pictures");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("list", { name: "Folders in Pictures" }).waitFor();
    await tabTo(page, "Add this folder");
    await page.keyboard.press("Enter");

    await photoGrid(page).waitFor();
    // A new library asks where tags are kept.
    await page.getByRole("region", { name: "Your tags" }).waitFor();
    await tabTo(page, "Next");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Speed" }).waitFor();
    await tabTo(page, "Done");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Speed" }).waitFor({ state: "hidden" });
    await waitForIndexing(page);
  });

  test("arrows move and select, Shift extends, and there is one tab stop", async () => {
    await focusGrid(page);
    const first = await focusedName(page);
    await page.keyboard.press("ArrowRight");
    expect(await focusedName(page)).not.toBe(first);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");

    await eventually(() => photoGrid(page).getByRole("gridcell", { selected: true }).count(), 3);
    const stops = photoGrid(page).getByRole("gridcell");
    const tabbable = await stops.evaluateAll((cells) =>
      cells.filter((cell) => (cell as HTMLElement).tabIndex === 0),
    );
    expect(tabbable).toHaveLength(1);

    await page.keyboard.press("Escape");
    await eventually(() => photoGrid(page).getByRole("gridcell", { selected: true }).count(), 0);
  });

  test("where a screen reader has moved the focus, keys act on the photo that has it", async () => {
    await photoGrid(page).getByRole("gridcell", { name: ORANGE }).focus();
    await page.keyboard.press("s");
    await page.getByRole("grid", { name: `Similar to ${ORANGE}` }).waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => focusedName(page), ORANGE);
  });

  test("Ctrl+G goes to a year, J puts names on tiles, and G comes back from the viewer", async () => {
    await focusGrid(page);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+g");
    const dialog = page.getByRole("dialog", { name: "Go to date" });
    const field = dialog.getByRole("textbox", { name: "Year, month or day" });
    await eventually(() => field.evaluate((input) => input === document.activeElement), true);
    await page.keyboard.type("2012-02-30");
    await page.keyboard.press("Enter");
    await dialog.getByRole("alert").getByText("“2012-02-30” is no date.").waitFor();
    await field.fill("2012");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await eventually(() => focusedName(page), "el_torcal_rocks.jpg");

    await page.keyboard.press("j");
    await photoGrid(page).getByText("el_torcal_rocks.jpg").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await photoGrid(page).getByText("el_torcal_rocks.jpg").waitFor({ state: "detached" });

    await page.keyboard.press("Enter");
    await page.locator("[data-viewer]").waitFor();
    await page.keyboard.press("g");
    await page.locator("[data-viewer]").waitFor({ state: "detached" });
    await eventually(() => focusedName(page), "el_torcal_rocks.jpg");
  });

  test("S finds similar photos, S on a result goes on, and Esc goes back", async () => {
    await page.keyboard.press("Control+Home");
    const start = ORANGE;
    while ((await focusedName(page)) !== start) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("s");
    await page.getByRole("grid", { name: `Similar to ${start}` }).waitFor();
    await eventually(async () => (await focusedName(page)) !== start, true);
    const result = await focusedName(page);
    await page.keyboard.press("s");
    await page.getByRole("grid", { name: `Similar to ${result}` }).waitFor();

    await page.keyboard.press("Escape");
    await page.getByRole("grid", { name: `Similar to ${start}` }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("grid", { name: `Similar to ${start}` }).waitFor({ state: "hidden" });
    await eventually(() => focusedName(page), start);
  });

  test("the menu key opens the menu at the focused photo", async () => {
    const name = await focusedName(page);
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Find similar", exact: true }).waitFor();
    const items = [
      "Open",
      "Find similar",
      "Find similar to a region",
      "Add tag",
      "Recent tags",
      "Rating",
      "Flag",
      "Colour",
      "Move capture time…",
      "Add to album",
      "Add to target album",
      "Rotate left",
      "Rotate right",
      "Copy path",
      "Export copies…",
      "Details",
      "Move to trash",
    ];
    for (const item of items) {
      await page.getByRole("menuitem", { name: item, exact: true }).waitFor();
    }
    expect(await page.getByRole("menuitem").count()).toBe(items.length);

    await eventually(async () => (await focusedName(page)).startsWith("Open"), true);
    await page.keyboard.press("d");
    await eventually(async () => (await focusedName(page)).startsWith("Details"), true);
    await page.keyboard.type("iv?", { delay: 20 });
    expect(await page.getByRole("menu").count()).toBe(1);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.press("Escape");
    const details = page.getByRole("button", { name: "Details", exact: true });
    expect(await details.getAttribute("aria-pressed")).toBe("false");
    await eventually(() => focusedName(page), name);
  });

  test("I shows the details, T adds a tag, and the search finds it", async () => {
    const name = await focusedName(page);
    await page.keyboard.press("i");
    await page
      .getByRole("complementary", { name: "Details" })
      .getByRole("heading", { name })
      .waitFor();
    await page.keyboard.press("i");
    await page.keyboard.press("t");
    await page.getByRole("dialog", { name: "Add tag" }).waitFor();
    await eventually(() => focusedName(page), "Add tag");
    await page.keyboard.type("Sunday");
    await page.keyboard.press("Enter");
    await page
      .getByRole("region", { name: "Notice" })
      .getByText("Tagged 1 photo with Sunday.")
      .waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => focusedName(page), name);

    await page.keyboard.press("/");
    await page.keyboard.type("tag:sunday");
    await page.keyboard.press("Enter");
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 1);
    await page.keyboard.press("ArrowDown");
    await eventually(() => focusedName(page), name);
  });

  test("Enter opens the viewer, arrows turn pages, Esc comes back to the photo", async () => {
    await searchBox(page).focus();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "All photos, 22 photos" }).waitFor();
    await focusGrid(page);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Viewer" });
    await viewer.getByText("1 of 22").waitFor();
    await page.keyboard.press("ArrowRight");
    await viewer.getByText("2 of 22").waitFor();
    const shown = await viewer.getByRole("img").getAttribute("alt");

    await page.keyboard.press("Escape");
    await viewer.waitFor({ state: "hidden" });
    await eventually(() => focusedName(page), shown ?? "");
  });

  test("a viewer that is closed before its preview came asks nothing of it", async () => {
    const asked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    await page.route("**/preview/**", async (route) => {
      asked.resolve();
      await release.promise;
      await route.continue();
    });
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await asked.promise;
    const viewer = page.getByRole("dialog", { name: "Viewer" });
    await page.keyboard.press("Escape");
    await viewer.waitFor({ state: "hidden" });
    await page.keyboard.press("ArrowLeft");

    const finished = page.waitForEvent("requestfinished", (request) =>
      request.url().includes("/preview/"),
    );
    release.resolve();
    await finished;
    await page.unroute("**/preview/**");

    expect(app.problems).toEqual([]);
  });

  test("? lists the keys", async () => {
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keys and search" });
    await sheet.getByText("Find similar", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(app.problems).toEqual([]);
  });
});

async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 40; press++) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches “${name}”.`);
}

async function focusGrid(page: Page): Promise<void> {
  for (let press = 0; press < 60; press++) {
    const role = await page.evaluate(() => document.activeElement?.getAttribute("role"));
    if (role === "gridcell") return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never reaches the grid.");
}
