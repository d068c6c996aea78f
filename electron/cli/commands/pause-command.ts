import { Option, type Command } from "commander";
import { cpuShares, type CpuShare, type IndexingChoice } from "../../contract/library.ts";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

interface ResumeOptions extends CommonOptions {
  readonly share?: CpuShare;
  readonly setAside?: string;
}

/** `pause` and `resume`: of the app; what is asked for on the command line is done at once. */
export function addPauseCommands(program: Command): Command[] {
  const pause = program
    .command("pause")
    .description("Let the app index nothing more until it is resumed, also after a restart.")
    .action(pauseIndexing);
  const resume = program
    .command("resume")
    .description("Let the app index again, also after what reads the photos stopped too often.")
    .addOption(
      new Option("--share <part>", "how much of the processor it may take").choices(cpuShares),
    )
    .option("--set-aside <file>", "a photo that is not to be opened again for now")
    .action(resumeIndexing);
  return [pause, resume];
}

async function pauseIndexing(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  await print(await library.client.request("indexing.pause", {}), options);
}

async function resumeIndexing(options: ResumeOptions): Promise<void> {
  await using library = await openClient(options);
  const { client } = library;
  if (options.share) await client.request("indexing.useShare", { share: options.share });
  const [photo] =
    options.setAside === undefined ? [] : await findPhotos(client, [options.setAside]);
  await client.request("indexing.startAgain", photo === undefined ? {} : { setAside: photo });
  await print(await client.request("indexing.resume", {}), options);
}

async function print(choice: IndexingChoice, { json }: CommonOptions): Promise<void> {
  if (json) {
    await printJson(choice);
    return;
  }
  await printLine(describeIndexing(choice));
}

export function describeIndexing({ isPaused, share }: IndexingChoice): string {
  if (isPaused) return "Indexing is paused";
  return share === "full"
    ? "Indexing takes the whole processor"
    : `Indexing takes a ${share} of the processor`;
}
