import type { Command } from "commander";
import { rendererFolder } from "../../browser-host/renderer-folder.ts";
import { portNumber } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { openInBrowser } from "../open-in-browser.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";
import { untilInterrupted } from "../until-interrupted.ts";

interface ServeOptions extends CommonOptions {
  readonly port?: number;
  readonly open?: boolean;
}

/** `serve`: the app in a browser on this machine. */
export function addServeCommand(program: Command): Command {
  return program
    .command("serve")
    .description("Show the library in a browser on this machine until Ctrl-C.")
    .argument("[folders...]", "folders of photos to add first")
    .option("--port <n>", "a fixed port (default: any free one)", portNumber)
    .option("--open", "open the browser")
    .action(serve);
}

async function serve(folders: string[], options: ServeOptions): Promise<void> {
  const pages = await rendererFolder();
  await using library = await openClient(options, { live: true });
  for (const folder of folders)
    await library.client.request("folder.add", { path: resolvePath(folder) });
  const { startBrowserHost } = await import("../../browser-host/start-browser-host.ts");
  await using host = await startBrowserHost({
    engine: library.access,
    rendererFolder: pages,
    ...(options.port !== undefined && { port: options.port }),
  });
  if (options.json) await printJson({ url: host.url });
  else await printLine(`Semblance is at ${host.url}`);
  if (options.open) openInBrowser(host.url);
  await Promise.race([untilInterrupted(), library.access.ended]);
}
