import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { FIXTURES } from "../support/fixtures.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoNames, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`a picture from outside${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage({ viewport: { width: 1440, height: 1400 } });
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("dropped on the window shows the photos of the library that are like it", async () => {
    await give(page, "drop", { name: "from outside.jpg", bytes: await banana() });

    const results = page.getByRole("grid", { name: "Similar to from outside.jpg" });
    await results.waitFor();
    await eventually(async () => (await photoNames(results))[0], "Banana_005.jpg");

    await page.keyboard.press("Escape");
    await results.waitFor({ state: "hidden" });
  });

  test("pasted does the same", async () => {
    await give(page, "paste", { name: "pasted.jpg", bytes: await banana() });

    await page.getByRole("grid", { name: "Similar to pasted.jpg" }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("that is no picture is refused with its name, and nothing else happens", async () => {
    await give(page, "drop", { name: "notes.jpg", bytes: Buffer.from("no picture") });

    await page
      .getByText(
        "notes.jpg cannot be compared. This kind of file is no picture that can be opened.",
      )
      .first()
      .waitFor();
    expect(await page.getByRole("grid", { name: "Similar to notes.jpg" }).count()).toBe(0);
  });

  test("that says itself that it is no picture is refused as well", async () => {
    await give(page, "drop", {
      name: "notes.txt",
      bytes: Buffer.from("words"),
      type: "text/plain",
    });

    await page.getByText("notes.txt cannot be compared.").first().waitFor();
  });

  test("that is a folder is refused as well, before anything of it is asked for", async () => {
    await dropFile(page, app.photos);

    await page
      .getByText(`${path.basename(app.photos)} cannot be compared. This kind of file`)
      .first()
      .waitFor();
  });

  test("breaks no policy of the page", () => {
    // A refused picture is an answer with an error status, which the browser notes.
    expect(app.problems.filter((problem) => !problem.includes("status of 422"))).toEqual([]);
  });
});

/** As a file manager drops it, with what the system says of it. */
async function dropFile(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const drag = async (type: "dragEnter" | "dragOver" | "drop"): Promise<void> => {
    await session.send("Input.dispatchDragEvent", { type, x: 700, y: 500, data });
  };
  await drag("dragEnter");
  await drag("dragOver");
  await page.locator("[data-drop-zones]").waitFor();
  // The zones are what is under the pointer now.
  await drag("dragOver");
  await drag("drop");
}

function banana(): Promise<Buffer> {
  return readFile(path.join(FIXTURES, "grocery", "Banana_005.jpg"));
}

/** As the browser tells the page: an event that carries a file. */
async function give(
  page: Page,
  kind: "drop" | "paste",
  { name, bytes, type = "image/jpeg" }: { name: string; bytes: Buffer; type?: string },
): Promise<void> {
  const file = { kind, name, mime: type, base64: bytes.toString("base64") };
  await page.evaluate(({ kind: event, name: fileName, mime, base64 }) => {
    const data = new DataTransfer();
    const numbers = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    data.items.add(new File([numbers], fileName, { type: mime }));
    const options = { bubbles: true, cancelable: true };
    document.body.dispatchEvent(
      event === "drop"
        ? new DragEvent("drop", { ...options, dataTransfer: data })
        : new ClipboardEvent("paste", { ...options, clipboardData: data }),
    );
  }, file);
}
