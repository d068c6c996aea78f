import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { copyFixtures } from "../support/fixtures.ts";
import { ENTRY } from "../support/program.ts";
import { launchBrowser } from "./browser.ts";

/** Long enough for the page to be built on the way. */
const START_MS = 60_000;
/** Whatever is in hand is finished first. */
const END_MS = 60_000;

/** The real engine behind the browser host, with a home folder that holds photos. */
export interface App extends AsyncDisposable {
  readonly photos: string;
  readonly library: string;
  /** A page on the library; errors in it fail the test that reads `problems`. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** What pages reported: exceptions, refused resources, broken policies. */
  readonly problems: readonly string[];
  /** Ends the engine; pages stay open. */
  stop(): Promise<void>;
  /** Ends the engine and starts it again on the same library. Pages of the old one are closed. */
  restart(): Promise<void>;
}

/** @param fill puts the photos into the home folder's Pictures, which is not there yet; no more is the library. */
export async function openApp(
  fill = (pictures: string, _library: string) => copyFixtures(pictures),
): Promise<App> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "semblance-e2e-"));
  cleanup.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const home = join(folder, "home");
  const photos = join(home, "Pictures");
  await mkdir(home, { recursive: true });
  const library = join(folder, "library");
  await fill(photos, library);
  const browser = await launchBrowser();
  cleanup.defer(() => browser.close());
  let server = await startServer(library, home);
  const problems: string[] = [];
  cleanup.defer(() => server[Symbol.asyncDispose]());
  const owned = cleanup.move();
  return {
    photos,
    library,
    problems,
    openPage: (options) => openPage(browser, server.url, { problems, ...(options && { options }) }),
    async stop() {
      await server[Symbol.asyncDispose]();
    },
    async restart() {
      for (const context of browser.contexts()) await context.close();
      await server[Symbol.asyncDispose]();
      server = await startServer(library, home);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

interface Server extends AsyncDisposable {
  readonly url: string;
}

async function startServer(library: string, home: string): Promise<Server> {
  const args = [ENTRY, "serve", "--port", "0", "--library", library];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      XDG_DATA_HOME: join(home, ".local", "share"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    return { url: await printedUrl(child), [Symbol.asyncDispose]: () => end(child) };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

async function printedUrl(child: ChildProcess): Promise<string> {
  const deadline = AbortSignal.timeout(START_MS);
  const lines = createInterface({ input: child.stdout!, signal: deadline });
  for await (const line of lines) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("The browser host ended before it printed its address.");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGINT");
  // One that does not end would keep the whole test run from ending.
  const overdue = setTimeout(() => child.kill("SIGKILL"), END_MS);
  const [, signal] = (await exited) as [number | null, NodeJS.Signals | null];
  clearTimeout(overdue);
  if (signal === "SIGKILL")
    throw new Error(`expected the browser host to end within ${END_MS / 1000} s of SIGINT`);
}

/** Opens a page and notes everything that a user's console would complain about. */
export async function openPage(
  browser: Browser,
  url: string,
  { problems, options = {} }: { problems: string[]; options?: BrowserContextOptions },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  await page.addInitScript(passOverTooltips);
  await page.goto(url);
  return page;
}

/**
 * Where a button goes with its tooltip open, bits-ui (2.21.0) keeps that tooltip as the open one until the next opens, asks it at every
 * scroll where its button is, and Svelte warns. Nothing comes of it; the same warning of anything else counts.
 * See https://github.com/huntabyte/bits-ui/issues/2105 for the like.
 */
function passOverTooltips(): void {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    const isOfTooltip =
      String(said[0]).includes("derived_inert") && new Error().stack?.includes("get triggerNode");
    if (!isOfTooltip) warn.apply(console, said);
  };
}
