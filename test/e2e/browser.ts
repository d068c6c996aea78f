import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const path = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export const hasChromium = existsSync(path);

/** Appended to the names of what needs a browser, so that a run without one says why it did less. */
export const skipReason = hasChromium ? "" : " (skipped: no Chromium)";

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
}
