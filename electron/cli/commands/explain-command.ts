import type { Command } from "commander";
import type { Client } from "../../contract/client.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { HeatMap } from "../../contract/similar.ts";
import { fraction } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";
import { toPicture } from "../to-picture.ts";

interface ExplainOptions extends CommonOptions {
  readonly label?: string;
  readonly depth: number;
}

/** From nothing to most. */
const SHADES = [" ", "░", "▒", "▓", "█"];

/** `explain PHOTO OTHER` and `explain PHOTO --label dog`: where in the pictures likeness, or a label, comes from. */
export function addExplainCommand(program: Command): Command {
  return program
    .command("explain")
    .description("Show where two photos are alike, or where in a photo a label comes from.")
    .argument("<photo>", "an image file, in the library or not")
    .argument("[other]", "another one, which it is compared with")
    .option("--label <label>", "a label or a family, instead of another photo")
    .option("--depth <d>", "from 0, looks like, to 1, means the same", fraction, 1)
    .action(explain);
}

async function explain(
  file: string,
  other: string | undefined,
  options: ExplainOptions,
): Promise<void> {
  const { label, depth, json } = options;
  if ((other === undefined) === (label === undefined)) {
    const got = label === undefined ? "neither" : "both";
    throw new LibraryError("request-invalid", `expected another photo or --label but got ${got}`);
  }
  await using library = await openClient(options);
  const { client } = library;
  if (label !== undefined) await explainLabel(client, { file, label, json });
  else await explainPair(client, [file, other!], { depth, json });
}

async function explainPair(
  client: Client<"cli">,
  files: readonly [string, string],
  { depth, json }: { depth: number; json: CommonOptions["json"] | undefined },
): Promise<void> {
  const [path, otherPath] = [resolvePath(files[0]), resolvePath(files[1])];
  const photo = { of: await toPicture(client, path) };
  const example = { of: await toPicture(client, otherPath) };
  const explained = await client.request("similar.explain", { photo, example, depth });
  if (json) {
    await printJson(explained);
    return;
  }
  await printLine(`similarity ${explained.similarity.toFixed(3)}; █ is where they are most alike`);
  await printMap(path, explained.photo);
  await printMap(otherPath, explained.example);
}

async function explainLabel(
  client: Client<"cli">,
  { file, label, json }: { file: string; label: string; json: CommonOptions["json"] | undefined },
): Promise<void> {
  const path = resolvePath(file);
  const photo = { of: await toPicture(client, path) };
  const explained = await client.request("label.explainPhoto", { photo, label });
  if (json) {
    await printJson(explained);
    return;
  }
  await printLine(`${explained.label}; █ is where most of it comes from`);
  await printMap(path, explained.photo);
}

/** A letter is about twice as high as it is wide. */
async function printMap(path: string, { rows, columns, heat }: HeatMap): Promise<void> {
  await printLine(`\n${path}`);
  for (let row = 0; row < rows; row++) {
    const cells = heat.slice(row * columns, (row + 1) * columns);
    await printLine(cells.map((value) => shadeOf(value).repeat(2)).join(""));
  }
}

function shadeOf(heat: number): string {
  return SHADES[Math.min(SHADES.length - 1, Math.floor(heat * SHADES.length))]!;
}
