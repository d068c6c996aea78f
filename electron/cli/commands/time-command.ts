import { InvalidArgumentError, Option, type Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

interface ShiftOptions extends CommonOptions {
  readonly by?: number;
  readonly to?: string;
}

/** `time shift PHOTO… --by +1h30m` or `--to "2023-05-14 18:03"`. */
export function addTimeCommand(program: Command): Command[] {
  const time = program
    .command("time")
    .description("Correct when photos were taken.")
    .exitOverride();
  const shift = time
    .command("shift")
    .description(
      "Move the capture times of photos, in the library only; the files stay as they are.",
    )
    .argument("<photos...>", "photos of the library")
    .addOption(
      new Option("--by <duration>", "later or earlier, such as +1h30m, -2d or 45s")
        .argParser(parseDuration)
        .conflicts("to"),
    )
    .addOption(
      new Option(
        "--to <time>",
        'when the first photo was taken, such as "2023-05-14 18:03:07"; the others keep their distance',
      ).argParser(parseTime),
    )
    .action(shiftTime);
  return [shift];
}

async function shiftTime(paths: string[], options: ShiftOptions): Promise<void> {
  const { by, to } = options;
  if (by === undefined && to === undefined) {
    throw new LibraryError("request-invalid", "expected --by or --to but got neither of them");
  }
  await using library = await openClient(options);
  const photos = await findPhotos(library.client, paths);
  const result =
    by === undefined
      ? await library.client.request("photo.setTime", { photos, to: to! })
      : await library.client.request("photo.shiftTime", { photos, bySeconds: by });
  if (options.json) {
    await printJson(result);
    return;
  }
  await printLine(`Moved the capture time of ${result.changed} of ${photos.length} photos`);
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** In seconds. */
function parseDuration(text: string): number {
  const [, sign, parts] = /^([+-]?)((?:\d+[dhms])+)$/i.exec(text.replaceAll(" ", "")) ?? [];
  if (parts === undefined) {
    throw new InvalidArgumentError(`expected a duration such as +1h30m or -2d but got ${text}`);
  }
  let seconds = 0;
  for (const [, count, unit] of parts.matchAll(/(\d+)([dhms])/gi)) {
    seconds += Number(count) * UNIT_SECONDS[unit!.toLowerCase()]!;
  }
  return sign === "-" ? -seconds : seconds;
}

/** As the contract has it, `2023-05-14T18:03:07`. */
function parseTime(text: string): string {
  const [, day, minute, second = ":00"] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?$/.exec(text.trim()) ?? [];
  if (minute === undefined) {
    throw new InvalidArgumentError(`expected a time such as "2023-05-14 18:03:07" but got ${text}`);
  }
  return `${day}T${minute}${second}`;
}
