import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, focusedName, photoGrid, searchBox, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`tags out to files and in from them${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    await mkdir(home("Exports"));
    page = await app.openPage();
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const home = (...names: string[]): string => path.join(path.dirname(app.photos), ...names);
  const dialog = (name: string): Locator => page.getByRole("dialog", { name, exact: true });
  const toast = (text: string): Locator =>
    page.getByRole("region", { name: "Notice" }).getByText(text);

  /** From the ⋯ menu of the top bar, with the keyboard. */
  async function choose(item: string): Promise<void> {
    const more = page.getByRole("banner").getByRole("button", { name: "More", exact: true });
    await more.press("Enter");
    const found = page.getByRole("menuitem", { name: item });
    await found.waitFor();
    await found.press("Enter");
    await found.waitFor({ state: "detached" });
  }

  async function readFrom(name: string): Promise<Locator> {
    await choose("Import tags…");
    const list = dialog("Import tags");
    const file = list.getByRole("button", { name, exact: true });
    await file.waitFor();
    await file.press("Enter");
    const preview = dialog(`Import ${name}`);
    await preview.getByText(/photos? changes?\.|Nothing changes\./).waitFor();
    return preview;
  }

  test("an import shows what would change, and changes nothing when it is cancelled", async () => {
    await writeFile(
      home("trip.csv"),
      "path,tags,rating,flag\nPictures/rclip/bee.jpg,Animals/Bee; summer,4,pick\nPictures/nowhere.jpg,x,,\n",
    );

    const preview = await readFrom("trip.csv");
    const changes = preview.getByRole("list", { name: "What changes" });
    const problems = preview.getByRole("list", { name: "Problems" });

    expect(await preview.getByText("1 photo changes.").count()).toBe(1);
    expect(await changes.textContent()).toMatch(
      /bee\.jpg.*\+ Animals\/Bee.*\+ summer.*Rating: nothing → 4 · Flag: nothing → Pick/,
    );
    expect(await problems.textContent()).toContain("line 3");
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "detached" });
    expect(await page.getByRole("treeitem", { name: "summer" }).count()).toBe(0);
  });

  test("an import is one entry, which its toast takes back", async () => {
    const preview = await readFrom("trip.csv");
    await preview.getByRole("button", { name: "Import", exact: true }).press("Enter");
    await toast("Imported trip.csv for 1 photo.").waitFor();
    await page.getByRole("treeitem", { name: "summer" }).waitFor();

    await page.getByRole("button", { name: "Undo" }).click();
    await toast("Imported 2 tags, 1 rating and 1 flag for 1 photo").waitFor();
    await page.getByRole("treeitem", { name: "summer" }).waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await page.getByRole("treeitem", { name: "summer" }).waitFor();
  });

  test("a file with a mistake says where it is, and cannot be imported", async () => {
    await writeFile(home("bad.jsonl"), `{"path":"bee.jpg","rating":9}\n`);
    const preview = await readFrom("bad.jsonl");

    const apply = preview.getByRole("button", { name: "Import", exact: true });
    expect(await apply.getAttribute("aria-disabled")).toBe("true");
    expect(await preview.textContent()).toContain("a rating of 0 to 5 but got 9");
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "detached" });
  });

  test("digiKam's database is read with the word that this is unverified, and what is none is refused", async () => {
    await writeFile(home("digikam4.db"), "");
    await choose("Import tags…");
    await dialog("Import tags").getByRole("button", { name: "digikam4.db" }).press("Enter");
    await dialog("Import tags").getByRole("alert").getByText("cannot be imported").waitFor();
    await page.keyboard.press("Escape");

    await writeDigikam(home("digikam4.db"), app.photos);
    const preview = await readFrom("digikam4.db");
    expect(await preview.textContent()).toContain("unverified until tried on a real one");
    expect(await preview.textContent()).toContain("+ Fruit");
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "detached" });
  });

  test("a search is exported under a name of one's own, with the keyboard alone", async () => {
    await searchBox(page).fill("tag:summer ");
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 1);
    await choose("Export tags…");
    const asked = dialog("Export tags");
    await asked.waitFor();
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    const lines = asked.getByRole("radio", { name: "JSON Lines" });
    await lines.focus();
    await page.keyboard.press("Space");
    await asked.getByRole("button", { name: "Choose where…" }).press("Enter");
    await asked.getByRole("button", { name: "Exports" }).press("Enter");
    await asked.getByRole("list", { name: "Folders in Exports" }).waitFor();
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await asked.getByLabel("File name").fill("summer");
    await page.keyboard.press("Enter");

    await toast("1 photo written to summer.jsonl.").waitFor();
    await asked.waitFor({ state: "detached" });
    expect(JSON.parse(await readFile(home("Exports", "summer.jsonl"), "utf8"))).toMatchObject({
      path: path.join(app.photos, "rclip", "bee.jpg"),
      tags: ["Animals/Bee", "summer"],
      rating: 4,
    });
    await eventually(() => focusedName(page), "More");
  });

  test("a name that is taken is told, and nothing is replaced", async () => {
    await choose("Export tags…");
    const asked = dialog("Export tags");
    await asked.getByRole("radio", { name: "JSON Lines" }).click();
    await asked.getByRole("button", { name: "Choose where…" }).click();
    await asked.getByRole("button", { name: "Exports" }).click();
    await asked.getByRole("list", { name: "Folders in Exports" }).waitFor();
    await asked.getByLabel("File name").fill("summer");
    await asked.getByRole("button", { name: "Export here" }).click();
    await asked.getByRole("alert").getByText("There is a file of this name already.").waitFor();
    await page.keyboard.press("Escape");
    await asked.waitFor({ state: "detached" });

    expect(await readdir(home("Exports"))).toEqual(["summer.jsonl"]);
  });

  test("XMP files are exported from the tag manager, and come back in without a change", async () => {
    await searchBox(page).fill("");
    await page.getByRole("button", { name: "Tags", exact: true }).click();
    const manager = page.getByRole("main", { name: "Tags" });
    await manager.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Export tags…" }).click();
    const asked = dialog("Export tags");
    await asked.getByRole("radio", { name: "XMP files" }).click();
    await asked.getByRole("button", { name: "Choose where…" }).click();
    await asked.getByRole("button", { name: "Exports" }).click();
    await asked.getByRole("list", { name: "Folders in Exports" }).waitFor();
    await asked.getByRole("button", { name: "Export here" }).click();
    await toast("1 .xmp file written to Exports.").waitFor();

    await choose("Import tags…");
    const list = dialog("Import tags");
    await list.getByRole("button", { name: "Exports" }).click();
    await list.getByRole("button", { name: "summer.jsonl" }).waitFor();
    await list.getByRole("button", { name: "Read .xmp files here" }).click();
    await dialog("Import Exports").getByText("Nothing changes.").waitFor();
    await page.keyboard.press("Escape");
  });

  test("nothing was reported to the console", () => {
    expect(app.problems).toEqual([]);
  });
});

/** The tables that are read, by digiKam's published schema, with one photo that has one tag. */
async function writeDigikam(file: string, photos: string): Promise<void> {
  await writeFile(file, "");
  using db = new DatabaseSync(file);
  db.exec(`CREATE TABLE AlbumRoots (id INTEGER PRIMARY KEY, identifier TEXT, specificPath TEXT);
    CREATE TABLE Albums (id INTEGER PRIMARY KEY, albumRoot INTEGER, relativePath TEXT);
    CREATE TABLE Images (id INTEGER PRIMARY KEY, album INTEGER, name TEXT, status INTEGER);
    CREATE TABLE Tags (id INTEGER PRIMARY KEY, pid INTEGER, name TEXT);
    CREATE TABLE ImageTags (imageid INTEGER, tagid INTEGER);
    CREATE TABLE ImageInformation (imageid INTEGER PRIMARY KEY, rating INTEGER);
    CREATE TABLE ImageComments (id INTEGER PRIMARY KEY, imageid INTEGER, type INTEGER, language TEXT, comment TEXT);
    INSERT INTO Albums VALUES (1, 1, '/grocery');
    INSERT INTO Images VALUES (1, 1, 'Banana_005.jpg', 1);
    INSERT INTO Tags VALUES (1, 0, 'Fruit');
    INSERT INTO ImageTags VALUES (1, 1)`);
  const root = `volumeid:?path=${encodeURIComponent(photos)}`;
  db.prepare("INSERT INTO AlbumRoots VALUES (1, ?, '/')").run(root);
}
