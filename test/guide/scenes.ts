/** @file What the pictures of the guide show, and how a person gets there: by the names and keys that the guide tells. */
import type { Locator, Page } from "playwright-core";

export interface Scene {
  /** The picture is docs/guide/NAME.webp. */
  readonly name: string;
  readonly theme?: "light" | "dark";
  /** From all photos, at the top. */
  open(page: Page): Promise<void>;
  /** What the picture is cut to; the whole window without it. */
  cut?(page: Page): Locator;
}

/** A search of few photos, all of which the window has room for. */
const BEST_TRIPS = "folder:Trips rating:>=4";
const DAISY = "Canon PowerShot S230.jpg";
const MOUNTAINS = "Nikon E775.jpg";
const VILLA = "Sony DCR-PC110E (2).jpg";

const grid = (page: Page) => page.getByRole("grid", { name: "Photos", exact: true });
const cell = (page: Page, name: string) => grid(page).getByRole("gridcell", { name, exact: true });

const searchBox = (page: Page) => page.getByRole("searchbox", { name: "Search photos" });

/** Types it into the search box, and waits until one of its photos is there. */
async function search(page: Page, query: string, one: string): Promise<void> {
  await searchBox(page).fill(query);
  await searchBox(page).press("Enter");
  await cell(page, one).waitFor();
}

/** Gives a photo the keyboard, with no pointer over it. */
async function choose(page: Page, name: string): Promise<void> {
  await cell(page, name).click();
  await page.mouse.move(0, 0);
}

export const scenes: readonly Scene[] = [
  {
    name: "library",
    open: async (page) => {
      await grid(page).evaluate((photos) => photos.scrollTo(0, 0));
      await grid(page).getByRole("gridcell").first().waitFor();
    },
  },
  {
    name: "viewer",
    theme: "dark",
    open: async (page) => {
      await search(page, BEST_TRIPS, MOUNTAINS);
      await choose(page, MOUNTAINS);
      await page.keyboard.press("e");
      const viewer = page.getByRole("dialog", { name: "Viewer" });
      await viewer.locator("img[data-front='true'][src*='/preview/']").waitFor();
      await page.keyboard.press("i");
      await page
        .getByRole("complementary", { name: "Details" })
        .getByText(MOUNTAINS)
        .first()
        .waitFor();
    },
  },
  {
    name: "search",
    open: async (page) => {
      await search(page, "rating:>=4", "cake.jpg");
      await searchBox(page).click();
      await page.keyboard.type("ca");
      const suggestions = page.getByRole("listbox", { name: "Suggestions" });
      await suggestions.getByRole("option", { name: /^cat/i }).first().waitFor();
    },
  },
  {
    name: "filters",
    open: async (page) => {
      await search(page, "folder:Trips", "seine_sdr_gainmap_srgb.jpg");
      await choose(page, "seine_sdr_gainmap_srgb.jpg");
      await page.keyboard.press("\\");
      await page.getByRole("listbox", { name: "Taken", exact: true }).waitFor();
    },
  },
  {
    name: "menu",
    open: async (page) => {
      await search(page, "name:Orange", "Orange_006.jpg");
      await cell(page, "Orange_006.jpg").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Find similar", exact: true }).waitFor();
    },
  },
  {
    name: "similar",
    open: async (page) => {
      await search(page, "name:Orange", "Orange_006.jpg");
      await choose(page, "Orange_006.jpg");
      await page.keyboard.press("s");
      const results = page.getByRole("region", { name: "Similar to Orange_006.jpg" });
      await results.getByRole("gridcell").first().waitFor();
    },
  },
  {
    name: "tagging",
    open: async (page) => {
      await search(page, "folder:House rating:>=4", "cat.jpg");
      await choose(page, "cat.jpg");
      for (const name of ["cautious cat.jpg", "black cat at night.jpg", "cake.jpg"])
        await cell(page, name).click({ modifiers: ["ControlOrMeta"] });
      await page.keyboard.press("t");
      const box = page.getByRole("dialog", { name: "Add tag" });
      await box.getByRole("option").first().waitFor();
    },
  },
  {
    name: "tags",
    open: async (page) => {
      await page.getByRole("button", { name: "Tags", exact: true }).click();
      const manager = page.getByRole("main", { name: "Tags" });
      const filter = manager.getByRole("searchbox", { name: "Filter tags" });
      await filter.fill("cats");
      await manager.getByRole("treeitem", { name: /^Cats/ }).click();
      await manager.getByRole("heading", { name: "Cats" }).waitFor();
      await filter.fill("");
    },
  },
  {
    name: "labels",
    theme: "dark",
    open: async (page) => {
      await page.getByRole("button", { name: "Labels", exact: true }).click();
      // The families come after the page, and their covers after them.
      await page.locator("img[loading='lazy']:visible").nth(5).waitFor();
    },
  },
  {
    name: "culling",
    theme: "dark",
    open: async (page) => {
      await search(page, BEST_TRIPS, VILLA);
      await choose(page, VILLA);
      await page.keyboard.press("k");
      const culling = page.getByRole("region", { name: "Culling" });
      await culling.locator("img[data-front='true'][src*='/preview/']").waitFor();
    },
  },
  {
    name: "compare",
    theme: "dark",
    open: async (page) => {
      await search(page, "name:S230 OR name:Panasonic", DAISY);
      await choose(page, DAISY);
      await cell(page, "Panasonic DMC-LC40.jpg").click({ modifiers: ["ControlOrMeta"] });
      await page.mouse.move(0, 0);
      await page.keyboard.press("c");
      const panes = page.getByRole("dialog", { name: "Compare" }).getByRole("option");
      await panes.nth(1).locator("img[src*='/preview/']").first().waitFor();
    },
  },
  {
    name: "duplicates",
    open: async (page) => {
      await page.getByRole("button", { name: /^Duplicates/ }).click();
      const group = page.getByRole("group", { name: /^Group 1 of/ });
      await group.locator("img").first().waitFor();
    },
  },
  {
    name: "map",
    open: async (page) => {
      await choose(page, await firstName(page));
      await page.keyboard.press("v");
      await page.getByRole("application", { name: /^Map of/ }).waitFor();
    },
  },
  {
    name: "sidecars",
    open: async (page) => {
      await page.keyboard.press("Control+,");
      await page.getByRole("tab", { name: "Sidecars" }).click();
      await page.getByRole("tabpanel").getByText("Pictures").first().waitFor();
    },
  },
  {
    name: "keys",
    open: async (page) => {
      await choose(page, await firstName(page));
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys and search" }).waitFor();
    },
    cut: (page) => page.getByRole("dialog", { name: "Keys and search" }),
  },
];

async function firstName(page: Page): Promise<string> {
  const first = grid(page).getByRole("gridcell").first();
  return (await first.getAttribute("aria-label")) ?? "";
}
