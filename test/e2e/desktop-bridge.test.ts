import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isStale } from "../../electron/browser-host/renderer-folder.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import { photoGrid } from "./steps.ts";
import { openSyntheticHost, type SyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));

describe.skipIf(!hasChromium)(`the page behind the desktop's bridge${skipReason}`, () => {
  let host: SyntheticHost;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    if (await isStale(root, built)) await buildRenderer();
    const library = new SyntheticLibrary(40);
    host = await openSyntheticHost(library, built);
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.exposeFunction("ask", (name: string, input: Record<string, unknown>) =>
      library.answer(name, input),
    );
    await page.exposeFunction("note", (action: string) => asked.push(action));
    await page.addInitScript(`window.semblance = {
      send: (name, input) => window.ask(name, input),
      subscribe: () => () => {},
      onEngineState: (listener) => { window.setEngineState = listener; return () => {}; },
      shell: {
        locateFolder: async () => false,
        addFoldersOf: async (files) => { await window.note("addFoldersOf " + files.map((file) => file.name)); return "nowhere"; },
        addFolder: async () => { await window.note("addFolder"); return false; },
        chooseModelFile: async () => { await window.note("chooseModelFile"); return true; },
        chooseRowsFile: async (format) => { await window.note("chooseRowsFile " + format); return null; },
        chooseImport: async (from) => { await window.note("chooseImport " + from); return null; },
        useLanguage: async () => {},
        showInFolder: async (id) => { await window.note("showInFolder " + id); },
      },
    }`);
    await page.goto(new URL("/", host.url).href);
    await photoGrid(page).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await host[Symbol.asyncDispose]();
  });

  test("needs no token, and shows a photo's file in the file manager", async () => {
    await photoGrid(page)
      .getByRole("gridcell", { name: "IMG_0002.jpg" })
      .click({ button: "right" });
    await page.getByRole("menuitem", { name: "Show in folder" }).click();

    await expect.poll(() => asked).toEqual(["showInFolder 2"]);
  });

  test("says when the engine is away, and when it is not coming back", async () => {
    await page.evaluate("setEngineState('restarting')");
    await page.getByRole("alert").getByText("is starting again").waitFor();
    await page.evaluate("setEngineState('ended')");
    await page.getByRole("alert").getByText("Close Semblance and open it again").waitFor();
    await page.evaluate("setEngineState('running')");
    await page.getByRole("region", { name: "Notice" }).getByText("The engine restarted.").waitFor();
  });

  test("adds a folder through the system's dialog", async () => {
    asked.length = 0;
    await page.getByRole("button", { name: "Add folder" }).click();

    await expect.poll(() => asked).toEqual(["addFolder"]);
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("adds the folder of a file that is dropped on its zone, and says where it has none", async () => {
    asked.length = 0;
    const drop = (kind: string, selector: string) =>
      page.locator(selector).evaluate((element, type) => {
        const data = new DataTransfer();
        data.items.add(new File(["x"], "a.jpg", { type: "image/jpeg" }));
        const options = { bubbles: true, cancelable: true, dataTransfer: data };
        element.dispatchEvent(new DragEvent(type, options));
      }, kind);

    await drop("dragover", "body");
    await drop("drop", "[data-drop-zones] .folder");

    await expect.poll(() => asked).toEqual(["addFoldersOf a.jpg"]);
    await page.getByText("This picture is in no folder of this computer").first().waitFor();
    expect(await page.locator("[data-drop-zones]").count()).toBe(0);
  });

  test("asks the system's dialogs for the file of an export, and for a file or a folder to import from", async () => {
    asked.length = 0;
    const choose = async (item: string): Promise<void> => {
      await page.getByRole("banner").getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: item }).click();
    };
    await choose("Export tags…");
    await page.getByRole("radio", { name: "JSON Lines" }).click();
    await page.getByRole("button", { name: "Choose where…" }).click();
    await expect.poll(() => asked).toEqual(["chooseRowsFile jsonl"]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await choose("Import tags…");
    await page.getByRole("button", { name: "Choose file…" }).click();
    await page.getByRole("button", { name: "Choose folder…" }).click();
    await expect.poll(() => asked.slice(1)).toEqual(["chooseImport file", "chooseImport folder"]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("takes a model file through the system's dialog", async () => {
    asked.length = 0;
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Models" }).click();
    await page.getByRole("button", { name: "Use a model file…" }).click();

    await expect.poll(() => asked).toEqual(["chooseModelFile"]);
  });
});
