import { Option, type Command } from "commander";
import { errorCodes, type ErrorCode } from "../../contract/errors.ts";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

/** `failed list|retry`: photos that could not be shown. */
export function addFailedCommand(program: Command): Command[] {
  const failed = program
    .command("failed")
    .description("Photos that could not be shown: why, and once more.")
    .exitOverride();
  const list = failed.command("list").description("List them with the reason.").action(listFailed);
  const retry = failed
    .command("retry")
    .description("Have them read once more, by the app or by the next index.")
    .argument("[photos...]", "photos of the library; without them, all")
    .addOption(
      new Option("--code <code>", "only those that failed with this code").choices(errorCodes),
    )
    .action(retryFailed);
  return [list, retry];
}

async function listFailed(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const failures = await library.client.request("failure.list", {});
  if (options.json) {
    await printJson(failures);
    return;
  }
  for (const { path, code, message } of failures) await printLine(`${path}  ${code}: ${message}`);
}

async function retryFailed(
  paths: readonly string[],
  options: CommonOptions & { readonly code?: ErrorCode },
): Promise<void> {
  await using library = await openClient(options);
  const { client } = library;
  const result = await client.request("failure.retry", {
    ...(paths.length > 0 && { photos: await findPhotos(client, paths) }),
    ...(options.code && { code: options.code }),
  });
  if (options.json) {
    await printJson(result);
    return;
  }
  const { changed } = result;
  await printLine(`${changed} ${changed === 1 ? "photo waits" : "photos wait"} to be read again`);
}
