import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { violationsInBothThemes } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, focusedName, photoGrid, photoNames, waitForIndexing } from "./steps.ts";

/** Tall enough for the grid to hold all 22 photos in the page. */
const TALL = { viewport: { width: 1440, height: 1400 } };

describe.skipIf(!hasChromium)(`the tree of tags${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage(TALL);
    await waitForIndexing(page);
    await tag("Banana_005.jpg", "Trips/Portugal/Lisbon");
    await tag("Orange_001.jpg", "Trips/Portugal/Porto");
    await tag("Orange_006.jpg", "Trips/Portugal/Porto");
    await tag("bee.jpg", "Family/Ada");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("levels are rows with the photos of everything below them", async () => {
    await row("Trips, 3 photos").waitFor();
    await row("Family, 1 photo").waitFor();
    expect(await row("Trips").getAttribute("aria-expanded")).toBe("false");
    expect(await row("Portugal").count()).toBe(0);
  });

  test("arrows, letters and Enter walk it and show photos, without a pointer", async () => {
    await page.keyboard.press("Escape");
    await tabToTree();
    await page.keyboard.press("Home");
    await page.keyboard.type("tr");
    await eventually(() => focusedName(page), "Trips, 3 photos");
    for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowRight");
    await eventually(() => focusedName(page), "Lisbon, 1 photo");
    await page.keyboard.press("ArrowDown");
    await eventually(() => focusedName(page), "Porto, 2 photos");

    await page.keyboard.press("Enter");

    await eventually(shownNames, ["Orange_001.jpg", "Orange_006.jpg"]);
    expect(await row("Porto").getAttribute("aria-selected")).toBe("true");
    expect(await focusedName(page)).toBe("Porto, 2 photos");
    await page.keyboard.press("ArrowLeft");
    await eventually(() => focusedName(page), "Portugal, 3 photos");
    await page.keyboard.press("ArrowLeft");
    await eventually(() => row("Porto").count(), 0);
    await page.keyboard.press("ArrowRight");
    await row("Porto").waitFor();
  });

  test("F2 renames in place, and Ctrl+Z takes it back", async () => {
    await page.keyboard.press("ArrowRight");
    await eventually(() => focusedName(page), "Lisbon, 1 photo");
    await page.keyboard.press("F2");
    await eventually(() => focusedName(page), "New name of Lisbon");
    await page.keyboard.type("Lisboa");
    await page.keyboard.press("Enter");

    await notice("Renamed the tag").waitFor();
    await eventually(() => focusedName(page), "Lisboa, 1 photo");

    await page.keyboard.press("Control+z");
    await row("Lisbon, 1 photo").waitFor();
    await eventually(() => focusedName(page), "Lisbon, 1 photo");
  });

  test("Esc leaves a name as it is", async () => {
    await page.keyboard.press("F2");
    await page.keyboard.type("Nothing");
    await page.keyboard.press("Escape");

    await eventually(() => focusedName(page), "Lisbon, 1 photo");
  });

  test("the menu of a tag opens with Shift+F10 and offers what can be done with it", async () => {
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Show photos" }).waitFor();

    const items = await page.getByRole("menuitem").allTextContents();
    expect(items.map((item) => item.trim().replace(/\s+/g, " "))).toEqual([
      "Show photos",
      "Rename F2",
      "Move to…",
      "Merge into…",
      "Synonyms…",
      "Favourite key",
      "Delete tag",
    ]);
    await page.keyboard.press("Escape");
    await eventually(() => focusedName(page), "Lisbon, 1 photo");
  });

  test("merging says before what it does, and Undo makes two tags of one again", async () => {
    await openMenu("Merge into…");
    const dialog = page.getByRole("dialog", { name: "Merge Lisbon into" });
    await dialog.getByRole("textbox", { name: "Other tag" }).waitFor();
    await page.keyboard.type("porto");
    await page.keyboard.press("ArrowDown");
    await dialog
      .getByText("Trips/Portugal/Porto is there already, so both become one. 1 photo.")
      .waitFor();
    await page.keyboard.press("Enter");

    await row("Porto, 3 photos").waitFor();
    await eventually(() => row("Lisbon").count(), 0);
    await eventually(() => focusedName(page), "Porto, 3 photos");

    await page.getByRole("button", { name: "Undo" }).click();
    await row("Porto, 2 photos").waitFor();
    await row("Lisbon, 1 photo").waitFor();
  });

  test("a name that another tag has asks before both become one", async () => {
    await row("Lisbon").click();
    await page.keyboard.press("F2");
    await page.keyboard.type("porto");
    await page.keyboard.press("Enter");

    const dialog = page.getByRole("dialog", { name: "Merge Lisbon into Trips/Portugal/porto?" });
    await dialog.getByText("so both become one").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await row("Lisbon, 1 photo").waitFor();
  });

  test("moving takes a tag to another place with everything below it", async () => {
    await row("Portugal").click();
    await openMenu("Move to…");
    await page.getByRole("option", { name: "At the top" }).click();
    const dialog = page.getByRole("dialog", { name: "Move Portugal to" });
    await dialog.getByText("Takes 2 tags below it along. 3 photos.").waitFor();
    await dialog.getByRole("button", { name: "Move", exact: true }).click();

    await eventually(() => row("Portugal, 3 photos").getAttribute("aria-level"), "1");
    await eventually(() => row("Trips").count(), 0);

    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(() => row("Portugal, 3 photos").getAttribute("aria-level"), "2");
  });

  test("deleting says how many photos lose it, and Undo brings everything back", async () => {
    await row("Family").click();
    await page.keyboard.press("Delete");
    const dialog = page.getByRole("dialog", { name: "Delete the tag Family?" });
    await dialog.getByText("1 tag below it goes, too. 1 photo loses it.").waitFor();
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();

    await eventually(() => row("Family").count(), 0);
    // The keyboard is at what came into its place.
    await eventually(() => focusedName(page), "Landscape, 1 photo");

    await page.getByRole("button", { name: "Undo" }).click();
    await row("Family, 1 photo").waitFor();
  });

  test("selected photos are dragged onto a tag, and a closed one opens under them", async () => {
    await showAll();
    await cell("Pomegranate_005.jpg").click();
    await cell("Pomegranate_007.jpg").click({ modifiers: ["ControlOrMeta"] });
    await dragFrom(cell("Pomegranate_007.jpg"));
    await dragOver(row("Family"));
    await eventually(() => row("Family").getAttribute("class").then(isDropTarget), true);
    await row("Ada").waitFor();
    await dragOver(row("Ada"));
    await page.mouse.up();

    await notice("Tagged 2 photos with Family/Ada.").waitFor();
    await row("Ada, 3 photos").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await row("Ada, 1 photo").waitFor();
  });

  test("a tag is dragged onto a photo", async () => {
    await cell("denali.webp").scrollIntoViewIfNeeded();
    await dragFrom(row("Ada"));
    await dragOver(cell("denali.webp"));
    await eventually(() => cell("denali.webp").getAttribute("class").then(isDropTarget), true);
    await page.mouse.up();

    await notice("Tagged 1 photo with Family/Ada.").waitFor();
    await row("Ada, 2 photos").waitFor();
  });

  test("a drag that is let go of elsewhere changes nothing", async () => {
    await dragFrom(cell("denali.webp"));
    await dragOver(row("Ada"));
    await eventually(() => row("Ada").getAttribute("class").then(isDropTarget), true);
    await dragOver(page.getByRole("searchbox", { name: "Search photos" }));
    await page.mouse.up();
    await eventually(() => row("Ada").getAttribute("class").then(isDropTarget), false);

    await row("Ada, 2 photos").waitFor();
    await photoGrid(page).waitFor();
  });

  test("a favourite key adds the tag where a photo lacks it, then removes it", async () => {
    await row("Ada").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Favourite key" }).click();
    await page.getByRole("menuitemradio", { name: "Alt+4" }).click();
    await notice("Alt+4 adds Ada.").waitFor();
    await row("Ada").getByText("Alt+4").waitFor();

    await cell("denali.webp").click();
    await cell("prairie_falcon.jpg").click({ modifiers: ["ControlOrMeta"] });
    await page.keyboard.press("Alt+Digit4");
    await row("Ada, Alt+4, 3 photos").waitFor();
    await page.keyboard.press("Alt+Digit4");
    await row("Ada, Alt+4, 1 photo").waitFor();

    await page.keyboard.press("Alt+Digit9");
    await notice("No tag has the key Alt+9.").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Favourite tag on or off").waitFor();
    await page.keyboard.press("Escape");
  });

  test("the manager filters, describes a tag, and its synonym finds photos", async () => {
    await page.getByRole("button", { name: "Tags", exact: true }).click();
    const manager = page.getByRole("main", { name: "Tags" });
    await eventually(() => focusedName(page), "Filter tags");
    await page.keyboard.type("lisb");
    await eventually(() => manager.getByRole("treeitem").count(), 3);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await manager.getByRole("heading", { name: "Lisbon" }).waitFor();

    await manager.getByRole("textbox", { name: "Name", exact: true }).fill("Porto");
    await manager.getByText("so both become one").waitFor();
    await page.keyboard.press("Escape");
    await manager.getByRole("textbox", { name: "Add a synonym" }).fill("Lisboa");
    await page.keyboard.press("Enter");
    await manager.getByRole("button", { name: "Remove the synonym Lisboa" }).waitFor();

    await page.getByRole("searchbox", { name: "Search photos" }).fill("tag:lisboa");
    await page.keyboard.press("Enter");
    await eventually(shownNames, ["Banana_005.jpg"]);
  });

  test("axe finds nothing in the tree and the manager, light and dark", async () => {
    await row("Lisbon").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Synonyms…" }).click();
    await eventually(() => focusedName(page), "Add a synonym");

    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });

    await page.getByRole("main").getByRole("button", { name: "Merge into…" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Back to photos" }).click();
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(app.problems).toEqual([]);
  });

  async function tag(photo: string, name: string): Promise<void> {
    await cell(photo).click();
    await page.keyboard.press("t");
    await page.getByRole("textbox", { name: "Add tag" }).fill(name);
    await page.keyboard.press("Enter");
    await notice(`Tagged 1 photo with ${name}.`).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Add tag" }).waitFor({ state: "hidden" });
  }

  async function showAll(): Promise<void> {
    await page.getByRole("button", { name: "All photos, 22 photos" }).click();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);
  }

  async function openMenu(item: string): Promise<void> {
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: item }).click();
  }

  async function tabToTree(): Promise<void> {
    for (let press = 0; press < 60; press++) {
      const role = await page.evaluate(() => document.activeElement?.getAttribute("role"));
      if (role === "treeitem") return;
      await page.keyboard.press("Tab");
    }
    throw new Error("Tab never reaches the tree.");
  }

  /** With the mouse, so that it is the browser that drags. */
  async function dragFrom(source: Locator): Promise<void> {
    await source.hover();
    await page.mouse.down();
  }

  async function dragOver(target: Locator): Promise<void> {
    const box = (await target.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    // The first movement begins the drag, the next ones are over the target.
    await page.mouse.move(x - 4, y, { steps: 4 });
    await page.mouse.move(x, y);
  }

  function tree(): Locator {
    return page.getByRole("navigation").getByRole("tree", { name: "Tags" });
  }

  function row(name: string): Locator {
    return tree().getByRole("treeitem", { name });
  }

  function cell(name: string): Locator {
    return photoGrid(page).getByRole("gridcell", { name });
  }

  function notice(text: string): Locator {
    return page.getByRole("region", { name: "Notice" }).getByText(text);
  }

  async function shownNames(): Promise<readonly string[]> {
    return (await photoNames(photoGrid(page))).toSorted();
  }
});

function isDropTarget(classes: string | null): boolean {
  return classes?.includes("drop-target") === true;
}
