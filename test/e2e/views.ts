/**
 * @file Every view and every dialog of the window: how somebody gets there from the photos, and back. `fillLibrary`
 * makes a library in which there is something to see in each.
 */
import { copyFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { FIXTURES } from "../support/fixtures.ts";
import type { App } from "./open-app.ts";
import { addPictures, eventually, photoGrid, searchBox, waitForIndexing } from "./steps.ts";

export interface View {
  readonly open: (page: Page) => Promise<unknown>;
  /** Back to the photos. */
  readonly close: (page: Page) => Promise<unknown>;
  /** The part of the page that it adds; the rest was looked at as the view below it. */
  readonly within?: string;
}

const DIALOG = "[role='dialog']";

const LATE = { timeout: 30_000 };
/** A photo that can be shown, with a tag and marks. */
const bee = (page: Page) => photoGrid(page).getByRole("gridcell", { name: "bee.jpg" });
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });

/** A library with tags, an album, marks, and files that are missing, cannot be shown or became others. */
export async function fillLibrary(app: App, page: Page): Promise<void> {
  await addPictures(page);
  await waitForIndexing(page);
  await photoGrid(page).getByRole("gridcell", { name: "prairie_falcon.jpg" }).click();
  await page.keyboard.press("5");
  await page.getByRole("region", { name: "Notice" }).getByText("Rated 1 photo 5 stars.").waitFor();
  await bee(page).click();
  await page.keyboard.press("t");
  for (const tag of ["Places/Lisbon", "Garden"]) {
    await page.getByRole("textbox", { name: "Add tag" }).fill(tag);
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: `${tag}, 1 photo` }).waitFor();
  }
  await page.keyboard.press("Escape");
  await dialog(page, "Add tag").waitFor({ state: "hidden" });
  for (const mark of ["4", "p", "6"]) await page.keyboard.press(mark);
  await page.keyboard.press("b");
  await dialog(page, "Which album?").getByLabel("New album").fill("Fruit");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Fruit, 1 photo, target album" }).waitFor();
  await writeFile(
    path.join(app.photos, "drawing.jpg"),
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
  );
  await rm(path.join(app.photos, "grocery", "Banana_018.jpg"));
  const falcon = path.join(app.photos, "immich", "prairie_falcon.jpg");
  await copyFile(path.join(FIXTURES, "grocery", "Banana_005.jpg"), falcon);
  for (const row of [
    "Duplicates, 1 group",
    "Missing, 1 photo",
    "Could not be shown, 1 photo",
    "To check, 1 photo",
  ]) {
    await page.getByRole("button", { name: row }).waitFor(LATE);
  }
  await page.getByRole("button", { name: "Activity: up to date" }).waitFor(LATE);
  // What was done is told no longer over the views that are looked at.
  const notice = page.getByRole("region", { name: "Notice" });
  if (await notice.isVisible()) await notice.getByRole("button", { name: "Dismiss" }).click();
}

const tags = page("Tags", { row: "Tags" });

export const views: Readonly<Record<string, View>> = {
  "the photos": { open: (page) => bee(page).click(), close: async () => {} },
  "the filters": panel("\\", "Filters"),
  "the details": panel("i", "Details"),
  "the menu of a photo": {
    async open(page) {
      await bee(page).click();
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menuitem", { name: "Open", exact: true }).waitFor();
    },
    close: (page) => escape(page, page.getByRole("menu")),
    within: "[role='menu']",
  },
  "what the search box offers": {
    async open(page) {
      await searchBox(page).click();
      await page.getByRole("listbox", { name: "Suggestions" }).waitFor();
    },
    async close(page) {
      await escape(page, page.getByRole("listbox", { name: "Suggestions" }));
      await bee(page).click();
    },
    within: "header",
  },
  "a search with terms": {
    async open(page) {
      await searchBox(page).fill("label:food rating:0 ");
      await searchBox(page).press("Enter");
      await page.getByRole("button", { name: "Edit rating: 0" }).waitFor();
    },
    close: clearSearch,
    within: "header",
  },
  "a search that finds nothing": {
    async open(page) {
      await searchBox(page).fill("rating:5 label:food ");
      await searchBox(page).press("Enter");
      await page.getByText("No photos match this search.").waitFor();
    },
    close: clearSearch,
  },
  "the bar of a selection": {
    async open(page) {
      await bee(page).click();
      await page.keyboard.press("Shift+ArrowRight");
      await page.getByRole("toolbar", { name: "Selection" }).waitFor();
    },
    close: (page) => escape(page, page.getByRole("toolbar", { name: "Selection" })),
    within: "[role='toolbar']",
  },
  "the tag box": byKey("t", "Add tag"),
  "the question about the trash": byKey("Delete", /to the trash/),
  "the export": byKey("Shift+Control+E", /^Export/),
  "the capture time": byMenu("Move capture time…", /^Move the capture time/),
  "a new folder": byButton("Add folder", "Add folder"),
  "a new album": byButton("New album", "New album"),
  "the form for searches": byButton("Build a search", "Build a search"),
  "the list of keys": byKey("?", "Keys and search"),
  "a tag that is merged": byRow("Places, 1 photo", "Merge into…", /^Merge Places into/),
  "a tag that is deleted": byRow("Places, 1 photo", "Delete tag", /^Delete the tag/),
  "a tag inside another": byRow("Places, 1 photo", "New tag inside…", /^New tag inside/),
  "what is left out of a folder": byFolder("Leave out…", /^Leave out parts/),
  "the sidecars of a folder": byFolder("Sidecars…", /^Sidecars of/),
  "a folder that is removed": byFolder("Remove from library", /^Remove Pictures/),
  "the activity": {
    ...byButton("Activity: up to date", "Activity"),
    // It goes with the sidebar, where that makes room.
    async close(page) {
      await page.keyboard.press("Escape");
      await dialog(page, "Activity").waitFor({ state: "hidden" });
    },
  },
  "similar photos": {
    async open(page) {
      // One that has others like it.
      await photoGrid(page).getByRole("gridcell", { name: "Banana_013.jpg" }).click();
      await page.keyboard.press("s");
      await page.getByRole("grid", { name: "Similar to" }).getByRole("gridcell").first().waitFor();
    },
    close: (page) => escape(page, page.getByRole("grid", { name: "Similar to" })),
  },
  "why a photo is similar": {
    async open(page) {
      await photoGrid(page).getByRole("gridcell", { name: "Banana_013.jpg" }).click();
      await page.keyboard.press("s");
      const results = page.getByRole("grid", { name: "Similar to" });
      await results.getByRole("gridcell").first().click();
      await page.keyboard.press("w");
      await dialog(page, /^Why is/)
        .getByText("The model looks at")
        .waitFor();
    },
    async close(page) {
      await escape(page, dialog(page, /^Why is/));
      await escape(page, page.getByRole("grid", { name: "Similar to" }));
    },
    within: DIALOG,
  },
  "the viewer": large("Enter", "Viewer"),
  "two photos side by side": {
    async open(page) {
      await bee(page).click();
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("c");
      await dialog(page, "Compare").getByRole("option").nth(1).waitFor();
    },
    close: (page) => escape(page, dialog(page, "Compare")),
  },
  "many photos at once": {
    async open(page) {
      await bee(page).click();
      for (let press = 0; press < 5; press++) await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("n");
      await dialog(page, "Survey").getByRole("option").nth(5).waitFor();
    },
    close: (page) => escape(page, dialog(page, "Survey")),
  },
  culling: {
    async open(page) {
      await bee(page).click();
      await page.keyboard.press("k");
      await page.getByRole("region", { name: "Culling" }).getByRole("option").first().waitFor();
    },
    close: (page) => escape(page, page.getByRole("region", { name: "Culling" })),
  },
  "the map": page("Map", { key: "v" }),
  "the labels": page("Labels", { row: "Labels" }),
  // Whole, with what else the window calls so.
  "the tags": { open: tags.open, close: tags.close },
  "the history": page("History", { row: "History" }),
  "the duplicates": duplicates(false),
  "the duplicates one by one": duplicates(true),
  "what is to be checked": page("To check", { row: "To check, 1 photo" }),
  "what is missing": care("Missing, 1 photo"),
  "what could not be shown": care("Could not be shown, 1 photo"),
  ...Object.fromEntries(
    ["Look", "Grid", "Folders", "Sidecars", "Speed", "Keys", "Privacy", "Models", "Machine"].map(
      (tab) => [`the settings: ${tab}`, settings(tab)] as const,
    ),
  ),
};

function panel(key: string, name: string): View {
  const shown = (page: Page): Locator => page.getByRole("complementary", { name });
  return {
    async open(page) {
      await bee(page).click();
      await page.keyboard.press(key);
      await shown(page).getByRole("heading").nth(2).waitFor();
    },
    async close(page) {
      await page.getByRole("button", { name, exact: true }).first().click();
      await shown(page).waitFor({ state: "hidden" });
    },
    within: "aside",
  };
}

function byKey(key: string, name: string | RegExp): View {
  return {
    async open(page) {
      await bee(page).click();
      await page.keyboard.press(key);
      await dialog(page, name).waitFor();
    },
    close: (page) => escape(page, dialog(page, name)),
    within: DIALOG,
  };
}

function byMenu(item: string, name: RegExp): View {
  return {
    async open(page) {
      await bee(page).click({ button: "right" });
      await page.getByRole("menuitem", { name: item }).click();
      await dialog(page, name).waitFor();
    },
    close: (page) => escape(page, dialog(page, name)),
    within: DIALOG,
  };
}

function byButton(button: string, name: string): View {
  return {
    async open(page) {
      await page.getByRole("button", { name: button, exact: true }).first().click();
      await dialog(page, name).waitFor();
    },
    close: (page) => escape(page, dialog(page, name)),
    within: DIALOG,
  };
}

function byRow(row: string, item: string, name: RegExp): View {
  return {
    async open(page) {
      await page.getByRole("treeitem", { name: row }).click({ button: "right" });
      await page.getByRole("menuitem", { name: item }).click();
      await dialog(page, name).waitFor();
    },
    close: (page) => escape(page, dialog(page, name)),
    within: DIALOG,
  };
}

function byFolder(item: string, name: RegExp): View {
  return {
    async open(page) {
      await page.getByRole("button", { name: /^Pictures, / }).hover();
      await page.getByRole("button", { name: "Actions for Pictures" }).click();
      await page.getByRole("menuitem", { name: item }).click();
      await dialog(page, name).waitFor();
    },
    close: (page) => escape(page, dialog(page, name)),
    within: DIALOG,
  };
}

function large(key: string, name: string): View {
  return {
    async open(page) {
      await bee(page).click();
      await page.keyboard.press(key);
      await dialog(page, name).locator("[data-picture] img").first().waitFor();
    },
    close: (page) => escape(page, dialog(page, name)),
    within: DIALOG,
  };
}

/** In the place of the photos. */
function page(name: string, by: { readonly key: string } | { readonly row: string }): View {
  const shown = (window: Page): Locator => window.getByRole("main", { name, exact: true });
  return {
    async open(window) {
      if ("key" in by) {
        await bee(window).click();
        await window.keyboard.press(by.key);
      } else await window.getByRole("button", { name: by.row, exact: true }).click();
      await shown(window).getByRole("heading", { name, level: 1 }).waitFor();
    },
    async close(window) {
      await window.getByRole("button", { name: "Back to photos" }).first().click();
      await shown(window).waitFor({ state: "hidden" });
    },
    within: "main",
  };
}

function duplicates(isOneByOne: boolean): View {
  const { close, within } = page("Duplicates", { row: "Duplicates, 1 group" });
  return {
    async open(window) {
      await window.getByRole("button", { name: "Duplicates, 1 group" }).click();
      const group = window.getByRole("group", { name: "Group 1 of 1, exact copies, 2 photos" });
      await group.waitFor();
      if (isOneByOne) await window.getByRole("button", { name: "One by one" }).click();
      await group.getByRole("button", { name: "Keep all" }).waitFor();
    },
    close,
    ...(within !== undefined && { within }),
  };
}

function care(row: string): View {
  return {
    async open(window) {
      await window.getByRole("button", { name: row }).click();
      await window.getByRole("region", { name: "What can be done" }).waitFor();
    },
    async close(window) {
      await window.getByRole("button", { name: /^All photos/ }).click();
      await eventually(
        async () => (await photoGrid(window).getByRole("gridcell").count()) > 2,
        true,
      );
    },
    within: "main",
  };
}

function settings(tab: string): View {
  return {
    async open(window) {
      await window.keyboard.press("Control+,");
      await window.getByRole("tab", { name: tab }).click();
      await window
        .getByRole("tabpanel", { name: tab })
        .getByRole("heading", { level: 2 })
        .first()
        .waitFor();
    },
    async close(window) {
      await window.getByRole("button", { name: "Back to photos" }).click();
      await window.getByRole("main", { name: "Settings" }).waitFor({ state: "hidden" });
    },
    within: "main",
  };
}

async function clearSearch(window: Page): Promise<void> {
  await window.getByRole("button", { name: "Clear search" }).click();
  await window.keyboard.press("Escape");
  await eventually(async () => (await photoGrid(window).getByRole("gridcell").count()) > 5, true);
  await bee(window).click();
}

async function escape(window: Page, shown: Locator): Promise<void> {
  // The keyboard comes to what was opened a moment later.
  await eventually(() => window.evaluate(() => document.activeElement !== document.body), true);
  await window.keyboard.press("Escape");
  await shown.waitFor({ state: "hidden" });
}
