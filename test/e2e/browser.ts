import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const path = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export const hasChromium = existsSync(path);

/** Appended to the names of what needs a browser, so that a run without one says why it did less. */
export const skipReason = hasChromium ? "" : " (skipped: no Chromium)";

/**
 * What playwright switches off and we could miss, and what Chromium draws under its address bar: two pages of its own for each window, though
 * nobody sees one. Of several switches the last counts, so that playwright's own have to be said again.
 */
const DISABLED = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

export function launchBrowser(): Promise<Browser> {
  const args = ["--no-sandbox", `--disable-features=${DISABLED.join(",")}`];
  return chromium.launch({ executablePath: path, args });
}
