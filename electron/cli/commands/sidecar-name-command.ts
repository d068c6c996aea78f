import { Argument, type Command } from "commander";
import { SidecarName } from "../../contract/mirror.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

/** `tags sidecar-name [IMG.jpg.xmp|IMG.xmp]`. */
export function addSidecarNameCommand(tag: Command): Command {
  return tag
    .command("sidecar-name")
    .description(
      "Tell or choose how new .xmp files are called; those that are there keep their names.",
    )
    .addArgument(new Argument("[name]", "for a photo IMG.jpg").choices(SidecarName.options))
    .action(chooseName);
}

async function chooseName(name: SidecarName | undefined, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const chosen = await library.client.request("mirror.name", name ? { name } : {});
  if (options.json) await printJson(chosen);
  else await printLine(`New XMP files are called ${chosen.name}`);
}
