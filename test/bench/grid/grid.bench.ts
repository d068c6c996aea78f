/**
 * @file The grid over a catalog of 1,000,000 photos, or as many as the second argument says, in the browser host: the first
 * photo, jumps by the date slider, flings from the top to the bottom, and what is held after the minutes of scrolling of
 * the first argument (10). Frames are read from Chromium's own trace. Linux only; needs Chromium.
 */
import { fileURLToPath } from "node:url";
import { chromium, type CDPSession, type Page } from "playwright-core";
import { buildRenderer } from "../../../build/build-renderer.ts";
import { isStale } from "../../../electron/browser-host/renderer-folder.ts";
import { PROJECT, startSemblance } from "../../support/semblance.ts";
import { readBrowserMemory } from "./browser-memory.ts";
import { readFrames, TRACE_CATEGORIES, type Frames } from "./frames.ts";
import { makeGridLibrary } from "./grid-library.ts";
import { firstPhotoMs, jumpTo, watchFirstPhoto } from "./in-page.ts";

const MINUTES = Number(process.argv[2] ?? 10);
const COUNT = Number(process.argv[3] ?? 1_000_000);
const JUMPS = 20;
const PLACES = 10;
const GIVING_BACK_MS = 3_000;
const WINDOW = { width: 1440, height: 900 };

const built = fileURLToPath(new URL("../../../dist/renderer", import.meta.url));
if (await isStale(PROJECT, built)) await buildRenderer();
const library = await makeGridLibrary(COUNT);
await using app = startSemblance(["serve", "--port", "0", "--library", library]);
const url = /http:\S+/.exec(await app.nextLine())?.[0];
if (url === undefined) throw new Error("expected an address but the browser host printed none");
const server = await chromium.launchServer({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: WINDOW });
  page.on("pageerror", (error) => print(`the page threw: ${error.message}`));
  const session = await page.context().newCDPSession(page);
  await watchFirstPhoto(page);
  await page.goto(url);
  print(`${COUNT} photos, the first is shown after ${ms(await firstPhotoMs(page))}`);
  await hold(session, page, "at the beginning");
  await measureJumps(page);
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  for (let place = 0; place < PLACES; place++) {
    await jumpTo(page, place / (PLACES - 1));
    await fling(session, place < PLACES - 1 ? 30_000 : -30_000, 12_000);
  }
  report(readFrames((await browser.stopTracing()).toString()));
  await hold(session, page, "after flinging");
  const startedMs = performance.now();
  for (let quarter = 1; quarter <= 4; quarter++) {
    const untilMs = startedMs + (MINUTES * 60_000 * quarter) / 4;
    for (let turn = 0; performance.now() < untilMs; turn++) await scrollOn(session, page, turn);
    await hold(session, page, `after ${((MINUTES * quarter) / 4).toFixed(1)} minutes of scrolling`);
  }
  // What is a cache is given back; what is left over is held.
  await session.send("Memory.simulatePressureNotification", { level: "critical" });
  await page.waitForTimeout(GIVING_BACK_MS);
  await hold(session, page, "when memory is said to be short");
} finally {
  await server.close();
}

async function measureJumps(page: Page): Promise<void> {
  const jumps = [];
  for (let at = 0; at < JUMPS; at++) jumps.push(await jumpTo(page, ((at * 7 + 3) % JUMPS) / JUMPS));
  print(
    `jump by the date slider, until tiles stand there: ${spread(jumps.map((jump) => jump.placesMs))}`,
  );
  print(`  until they know their photos: ${spread(jumps.map((jump) => jump.photosMs))}`);
  print(`  until all pictures are there: ${spread(jumps.map((jump) => jump.picturesMs))}`);
}

/** As a finger does it, which lets the page glide on. */
async function fling(session: CDPSession, distancePx: number, pxPerSecond: number): Promise<void> {
  await session.send("Input.synthesizeScrollGesture", {
    x: WINDOW.width / 2,
    y: WINDOW.height / 2,
    yDistance: -distancePx,
    speed: pxPerSecond,
    preventFling: false,
  });
}

/** Slowly enough to see the photos, then fast, some of it back, then far away. */
async function scrollOn(session: CDPSession, page: Page, turn: number): Promise<void> {
  await fling(session, 4_000, 1_500);
  await fling(session, 12_000, 6_000);
  await fling(session, -3_000, 1_500);
  if (turn % 3 === 2) await jumpTo(page, ((turn * 7) % 23) / 23);
}

function report({ workMs, passedMs, drawn, dropped }: Frames): void {
  print(`main-thread work per frame while flinging: ${spread(workMs)} (p95 at most 8 ms)`);
  print(`  by the clock: ${spread(passedMs)}`);
  const share = (100 * dropped) / Math.max(1, drawn + dropped);
  print(`${drawn} frames drawn, ${dropped} dropped (${share.toFixed(1)} %)`);
}

async function hold(session: CDPSession, page: Page, when: string): Promise<void> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  const held = readBrowserMemory(server.process().pid!);
  const mb = held.reduce((sum, each) => sum + each.mb, 0);
  const each = held.map(
    ({ kind, mb, sharedMb }) => `${kind} ${mb.toFixed(0)} (${sharedMb.toFixed(0)} shared)`,
  );
  print(
    `${when}: ${nodes} elements, ${(usedSize / 1e6).toFixed(1)} MB of JavaScript, the browser ${mb.toFixed(0)} MB: ${each.join(", ")}`,
  );
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  return `p50 ${ms(at(0.5))}, p95 ${ms(at(0.95))}, at most ${ms(at(1))} (${sorted.length})`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
