import { InvalidArgumentError, Option, type Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { colourLabels, flags } from "../../contract/value-names.ts";
import type { ValueChange } from "../../contract/values.ts";
import { choosePhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

type ValueName = keyof ValueChange;

interface SetOptions extends CommonOptions {
  readonly rating?: number;
  readonly flag?: NonNullable<ValueChange["flag"]>;
  readonly colour?: NonNullable<ValueChange["colourLabel"]>;
  readonly title?: string;
  readonly caption?: string;
  readonly takeBack?: readonly ValueName[];
  readonly query?: string;
}

/** What people write for a value. */
const valueNames: Readonly<Record<string, ValueName>> = {
  rating: "rating",
  flag: "flag",
  colour: "colourLabel",
  title: "title",
  caption: "caption",
};

/** `set PHOTO… | --query QUERY --rating 4 --flag pick --colour red --title … --caption …`. */
export function addSetCommand(program: Command): Command {
  return program
    .command("set")
    .description("Give photos stars, a flag, a colour label, a title or a caption, in the library.")
    .argument("[photos...]", "photos of the library")
    .option("--query <query>", "all photos that this search finds")
    .addOption(new Option("--rating <stars>", "0 to 5").argParser(parseStars))
    .addOption(new Option("--flag <flag>", "pick or reject").choices([...flags, "none"]))
    .addOption(new Option("--colour <colour>", "colour label").choices([...colourLabels, "none"]))
    .option("--title <text>", 'one line; "" is no title')
    .option("--caption <text>", 'may have several lines; "" is no caption')
    .addOption(
      new Option(
        "--take-back <values>",
        `give the word back to the file, such as rating,title (${Object.keys(valueNames).join(", ")})`,
      ).argParser(parseNames),
    )
    .action(setValues);
}

async function setValues(paths: string[], options: SetOptions): Promise<void> {
  const change = toChange(options);
  if (Object.keys(change).length === 0) {
    throw new LibraryError(
      "request-invalid",
      "expected --rating, --flag, --colour, --title, --caption or --take-back but got none of them",
    );
  }
  await using library = await openClient(options);
  const photos = await choosePhotos(library.client, paths, options.query);
  const result = await library.client.request("photo.set", { photos, ...change });
  if (options.json) {
    await printJson(result);
    return;
  }
  await printLine(`Changed ${result.changed} of ${photos.length} photos`);
}

function toChange({
  rating,
  flag,
  colour,
  title,
  caption,
  takeBack = [],
}: SetOptions): ValueChange {
  const given: ValueChange = { rating, flag, colourLabel: colour, title, caption };
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const both = takeBack.find((name) => given[name] !== undefined);
  if (both !== undefined) {
    throw new LibraryError(
      "request-invalid",
      `expected a new ${nameOf(both)} or --take-back ${nameOf(both)} but got both`,
    );
  }
  return {
    ...Object.fromEntries(entries),
    ...Object.fromEntries(takeBack.map((name) => [name, null])),
  };
}

function nameOf(wanted: ValueName): string {
  return Object.keys(valueNames).find((name) => valueNames[name] === wanted)!;
}

function parseStars(text: string): number {
  if (/^[0-5]$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a number from 0 to 5.");
}

function parseNames(text: string): ValueName[] {
  return text.split(",").map((part) => {
    const name = Object.hasOwn(valueNames, part.trim()) ? valueNames[part.trim()] : undefined;
    if (name) return name;
    throw new InvalidArgumentError(
      `Expected some of ${Object.keys(valueNames).join(", ")}, separated by commas.`,
    );
  });
}
