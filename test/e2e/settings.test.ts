import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isStale } from "../../electron/browser-host/renderer-folder.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import { openApp, openPage, type App } from "./open-app.ts";
import { eventually, focusedName, photoGrid, searchBox } from "./steps.ts";
import { openSyntheticHost, type SyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";
import type { SyntheticSettings } from "./synthetic-settings.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));

describe.skipIf(!hasChromium)(`the settings${skipReason}`, () => {
  let browser: Browser;
  let settings: SyntheticSettings;
  let host: SyntheticHost;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (await isStale(root, built)) await buildRenderer();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    const library = new SyntheticLibrary(40);
    settings = library.settings;
    host = await openSyntheticHost(library, built);
    page = await openPage(browser, host.url, {
      problems,
      options: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    await photoGrid(page).waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    await host[Symbol.asyncDispose]();
  });

  test("open with a key in the place of the photos, and Esc gives the photo the keyboard back", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "IMG_0002.jpg" }).click();
    await page.keyboard.press("Control+,");
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await photoGrid(page).waitFor({ state: "hidden" });
    await eventually(() => focusedName(page), "Look");

    await page.keyboard.press("Escape");

    await photoGrid(page).waitFor();
    await eventually(() => focusedName(page), "IMG_0002.jpg");
  });

  test("open from the sidebar, and remember their page while the window is open", async () => {
    const gear = page.getByRole("button", { name: "Settings", exact: true });
    await gear.click();
    await page.getByRole("tab", { name: "Machine" }).click();
    await page.getByRole("heading", { name: "What can run the model" }).waitFor();
    await page.getByRole("button", { name: "Back to photos" }).click();
    await photoGrid(page).waitFor();
    await eventually(() => focusedName(page), "Settings");

    await gear.click();

    await page.getByRole("heading", { name: "What can run the model" }).waitFor();
  });

  test("open from the menu, and a search shows photos again", async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Settings" }).click();
    await page.getByRole("radiogroup", { name: "Theme" }).waitFor();

    await searchBox(page).fill("IMG_0003");

    await page.getByRole("heading", { name: "Settings" }).waitFor({ state: "hidden" });
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 1);
  });

  test("arrows walk the models that are here without choosing one, and Space chooses", async () => {
    await openModels(page);
    const active = page.getByRole("radio", { name: "Starter, int8" });
    await active.waitFor();
    await active.focus();
    await page.keyboard.press("ArrowDown");
    await eventually(() => focusedName(page), "Starter, float32");
    expect(await active.isChecked()).toBe(true);
    // ResNet-50 is not here yet, so the next one is the first again.
    await page.keyboard.press("ArrowDown");
    await eventually(() => focusedName(page), "Starter, int8");
    await page.keyboard.press("ArrowUp");
    expect(settings.asked).not.toContain("model.use");

    await page.keyboard.press("Space");

    await page.getByText("12,400 of 48,312 photos done").waitFor();
    await eventually(() => page.getByRole("radio", { name: "Starter, float32" }).isChecked(), true);
  });

  test("a model is fetched when it is asked for, and then offered", async () => {
    await openModels(page);
    await page.getByText("Not here yet. Comes from media.githubusercontent.com.").first().waitFor();
    await page.getByRole("button", { name: "Get 25.8 MB: ResNet-50, int8" }).click();
    const notice = page.getByRole("region", { name: "Notice" });
    await notice.getByText("ResNet-50, int8 is here.").waitFor();
    expect(await page.getByRole("radio", { name: "ResNet-50, int8" }).isEnabled()).toBe(true);

    await notice.getByRole("button", { name: "Use it" }).click();

    await page.getByText("New model: 12,400 of 48,312 photos done").waitFor();
    host.emit({ name: "model.changed", payload: settings.list() });
    await page.getByRole("button", { name: "Activity: new model, 25%" }).waitFor();
    await page.getByRole("button", { name: "Stay with Starter, int8" }).click();
    await page.getByText("New model: 12,400").waitFor({ state: "hidden" });
    await eventually(() => page.getByRole("radio", { name: "Starter, int8" }).isChecked(), true);
  });

  test("the keyboard stays where it was when a button has done its work", async () => {
    await openModels(page);
    const get = page.getByRole("button", { name: "Get 25.8 MB: ResNet-50, int8" });
    await get.waitFor();
    await get.focus();
    await page.keyboard.press("Enter");
    await eventually(() => focusedName(page), "Measure ResNet-50, int8");
    await page.keyboard.press("Enter");

    await page.getByText("37 photos a second").waitFor();

    await eventually(() => focusedName(page), "Actions for ResNet-50, int8");
  });

  test("a download shows how far it is, and stops when asked", async () => {
    await openModels(page);
    await page.getByRole("radiogroup", { name: "Model in use" }).waitFor();
    settings.change("resnet50", "int8", { state: "downloading", receivedBytes: 12_100_000 });
    host.emit({ name: "model.changed", payload: settings.list() });
    await page.getByText("12.1 MB of 25.8 MB, 46%").waitFor();
    const bar = page.getByRole("progressbar", { name: "Download of ResNet-50, int8" });
    expect(await bar.getAttribute("aria-valuenow")).toBe("46");

    await page.getByRole("button", { name: "Cancel: ResNet-50, int8" }).click();

    await page.getByText("12.1 MB of 25.8 MB are here.").waitFor();
    await page.getByRole("button", { name: "Continue: ResNet-50, int8" }).waitFor();
  });

  test("a download that breaks says so where it was asked for", async () => {
    settings.failures.set("model.install", {
      code: "download-failed",
      message: "Expected 25816052 bytes but got 12",
    });
    await openModels(page);
    await page.getByRole("button", { name: "Get 46.8 MB: ResNet-18" }).click();

    const alert = page.getByRole("alert");
    await alert.getByText("The download stopped. What arrived is kept").waitFor();
    await alert.getByText("Expected 25816052 bytes but got 12").waitFor();
    settings.failures.clear();
    await page.getByRole("button", { name: "Get 46.8 MB: ResNet-18" }).click();
    await alert.waitFor({ state: "hidden" });
  });

  test("a model is measured, checked and removed", async () => {
    settings.change("resnet18", "float32", { state: "installed" });
    await openModels(page);
    await page.getByRole("button", { name: "Measure ResNet-18" }).click();
    await page.getByText("37 photos a second").waitFor();
    await page.getByRole("button", { name: "Check files" }).click();
    await page.getByRole("tabpanel").getByText("All 3 model files are sound.").waitFor();

    await page.getByRole("button", { name: "Actions for ResNet-18" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();

    await page.getByRole("button", { name: "Get 46.8 MB: ResNet-18" }).waitFor();
  });

  test("how often labels were right is told once something was said of them", async () => {
    await openModels(page);
    await page.getByRole("radiogroup", { name: "Model in use" }).waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    await page.keyboard.press("Escape");
    settings.judged = [{ label: "banana", confirmed: 46, rejected: 4 }];

    await page.keyboard.press("Control+,");

    await page.getByRole("row", { name: "banana 46 of 50 92%" }).waitFor();
  });

  test("the machine page says what runs and why nothing else does", async () => {
    await openMachine(page);
    await page.getByText("Processor, int8, 2 threads — 41 photos a second").waitFor();
    await page.getByText("The library libcudnn.so.9 is not here.").waitFor();
    await page.getByText("It is 0.8 times as fast as the processor.").waitFor();
    await page.getByText("None found").waitFor();
    expect(await page.getByRole("radio", { name: "NVIDIA" }).isDisabled()).toBe(true);

    await page.getByRole("radio", { name: "Graphics card (WebGPU)" }).click();

    await eventually(
      () => page.getByRole("radio", { name: "Graphics card (WebGPU)" }).isChecked(),
      true,
    );
    await page.getByRole("button", { name: "Install CUDA libraries" }).click();
    await page.getByText("They are installed.").waitFor();
  });

  test("previews are cleared, and what was freed is told", async () => {
    await openMachine(page);
    await page.getByRole("button", { name: "Clear previews" }).click();

    await page.getByRole("region", { name: "Notice" }).getByText("1.2 GB freed.").waitFor();
    await eventually(
      () => page.getByRole("button", { name: "Clear previews" }).getAttribute("aria-disabled"),
      "true",
    );
  });

  test("the report is copied as text", async () => {
    await openMachine(page);
    await page.getByRole("button", { name: "Copy report" }).click();
    await page.getByRole("region", { name: "Notice" }).getByText("Report copied.").waitFor();

    const text = await page.evaluate(() => navigator.clipboard.readText());

    expect(text).toContain("Processor, int8, 2 threads");
    expect(text).toContain("ONNX Runtime: 1.30.0");
  });

  test("a page that cannot be read says so, and can be tried again", async () => {
    settings.failures.set("machine.inspect", { code: "unexpected", message: "broken" });
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Machine" }).click();
    await page.getByRole("alert").getByText("Something went wrong here.").waitFor();
    settings.failures.clear();

    await page.getByRole("button", { name: "Try again" }).click();

    await page.getByText("Processor, int8, 2 threads").waitFor();
    await page.getByRole("alert").waitFor({ state: "hidden" });
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!hasChromium)(`the settings of the real engine${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage();
    await page.getByRole("heading", { name: "Where are your photos?" }).waitFor();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("the starter model is in use, and others say where they are published", async () => {
    await openModels(page);

    const starter = page.getByRole("radio", { name: /^Starter/, checked: true });
    await starter.waitFor();
    await page.getByText("Came with the app.").first().waitFor();
    await page
      .getByRole("button", { name: /^Get .*ResNet-50/ })
      .first()
      .waitFor();
  });

  test("what really runs is named, and every other provider has a reason", async () => {
    await page.getByRole("tab", { name: "Machine" }).click();
    await page.getByRole("heading", { name: "What can run the model" }).waitFor();

    const runs = await page.getByRole("region", { name: "In use" }).textContent();
    const rows = await page.locator("[data-verdict]").evaluateAll((elements) =>
      elements.map((element) => ({
        verdict: element.getAttribute("data-verdict"),
        name: element.querySelector("[data-name]")?.textContent ?? "",
        reason: element.querySelector("[data-reason]")?.textContent ?? "",
      })),
    );
    const used = rows.filter(({ verdict }) => verdict === "in-use");
    const passedOver = rows.filter(({ verdict }) => verdict !== "in-use");

    expect(used).toHaveLength(1);
    expect(runs).toContain(used[0]!.name);
    // Without a graphics card there is nothing else that it could be.
    const hasNoGraphics = (await page.getByText("None found").count()) > 0;
    if (hasNoGraphics) expect(used[0]!.name).toBe("Processor");
    for (const { name, reason } of passedOver) expect(reason, name).toMatch(/\w{3,}/);
    await page.getByText("ONNX Runtime").waitFor();
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(app.problems).toEqual([]);
  });
});

async function openMachine(page: Page): Promise<void> {
  await page.keyboard.press("Control+,");
  await page.getByRole("tab", { name: "Machine" }).click();
  await page.getByRole("heading", { name: "What can run the model" }).waitFor();
}

async function openModels(page: Page): Promise<void> {
  await page.keyboard.press("Control+,");
  await page.getByRole("tab", { name: "Models" }).click();
}
