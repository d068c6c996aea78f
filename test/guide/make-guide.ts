/**
 * @file `npm run guide`: makes the pictures of docs/guide.md anew, from the real app over a library of ../shared/photos. Names of scenes after it
 * make only those.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { inProject } from "../../build/project.ts";
import { hasChromium } from "../e2e/browser.ts";
import { openApp, type App } from "../e2e/open-app.ts";
import { drawn } from "../e2e/screens.ts";
import { hasShared, SHARED } from "../support/fixtures.ts";
import { enterLibrary } from "./guide-library.ts";
import { fillPictures } from "./guide-photos.ts";
import { MOST_BYTES, PICTURES } from "./guide-pictures.ts";
import { scenes, type Scene } from "./scenes.ts";

const WINDOW = {
  viewport: { width: 1440, height: 900 },
  timezoneId: "UTC",
  locale: "en-US",
} as const;
/** What the page takes for now; a year after the newest photo. */
const NOW = new Date("2025-05-11T10:00:00Z");
/** How large and how good a picture may be, the best first: photos take more room than words, and a smaller picture reads better than a coarse one. */
const FORMS = [1440, 1200, 1080, 960].flatMap((widthPx) =>
  [85, 70, 55, 45].map((quality) => ({ widthPx, quality })),
);

const start: Scene = {
  name: "start",
  open: async (page) => {
    await page.getByRole("heading", { name: "Where are your photos?" }).waitFor();
  },
};

process.exitCode = await make(process.argv.slice(2));

async function make(names: readonly string[]): Promise<number> {
  const missing = whatIsMissing(names);
  if (missing !== undefined) {
    process.stderr.write(`${missing}\n`);
    return 1;
  }
  // The machine's own models are nobody's business here.
  process.env.SEMBLANCE_USER_MODELS ??= inProject("dist", "test-models");
  await mkdir(PICTURES, { recursive: true });
  await using app = await openApp(fillPictures);
  const isWanted = ({ name }: Scene) => names.length === 0 || names.includes(name);
  let isGood = !isWanted(start) || (await take(app, start));
  await enterLibrary(app);
  for (const scene of scenes.filter(isWanted)) isGood = (await take(app, scene)) && isGood;
  for (const problem of app.problems) process.stderr.write(`the page said: ${problem}\n`);
  return isGood ? 0 : 1;
}

function whatIsMissing(names: readonly string[]): string | undefined {
  const known = [start, ...scenes].map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return `expected some of ${known.join(", ")} but got ${unknown}`;
  if (!hasShared) return `expected the photos of the guide in ${SHARED}photos but there are none`;
  return hasChromium ? undefined : "expected Chromium; CHROMIUM_PATH says where it is";
}

/** Whether it could be made; the others are made all the same. */
async function take(app: App, scene: Scene): Promise<boolean> {
  const { name, theme = "light" } = scene;
  const page = await openWindow(app, { colorScheme: theme });
  try {
    await scene.open(page);
    await drawn(page);
    await nameHome(page, path.dirname(app.photos));
    const shot = await (scene.cut?.(page) ?? page).screenshot();
    process.stdout.write(`${name.padEnd(10)} ${await write(name, shot)}\n`);
    return true;
  } catch (error) {
    process.stderr.write(`expected the picture ${name} but ${String(error)}\n`);
    return false;
  } finally {
    await page.context().close();
  }
}

async function openWindow(app: App, options: BrowserContextOptions): Promise<Page> {
  const page = await app.openPage({ ...WINDOW, reducedMotion: "reduce", ...options });
  await page.clock.setFixedTime(NOW);
  await page.reload();
  await page.getByRole("button", { name: "Add folder" }).first().waitFor();
  return page;
}

/** The home folder of this run has a name that says nothing to a reader. */
async function nameHome(page: Page, home: string): Promise<void> {
  await page.evaluate((folder) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      text.textContent = text.textContent?.replaceAll(folder, "/home/ada") ?? "";
  }, home);
}

async function write(name: string, shot: Buffer): Promise<string> {
  for (const { widthPx, quality } of FORMS) {
    const picture = await sharp(shot)
      .resize({ width: widthPx, withoutEnlargement: true })
      .webp({ quality, effort: 6 })
      .toBuffer();
    if (picture.length > MOST_BYTES) continue;
    await writeFile(path.join(PICTURES, `${name}.webp`), picture);
    return `${(picture.length / 1000).toFixed(0)} kB, ${widthPx} px at most, quality ${quality}`;
  }
  throw new Error(`expected ${MOST_BYTES} bytes at most; cut it to less of the window`);
}
