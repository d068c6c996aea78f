import { Option, type Command } from "commander";
import {
  copyKinds,
  duplicateKinds,
  type CopyKind,
  type DuplicateGroup,
  type DuplicateKind,
  type DuplicateVerdict,
  type KeptCopy,
} from "../../contract/duplicates.ts";
import type { Client } from "../../contract/client.ts";
import type { FileProblem } from "../../contract/originals.ts";
import { confirm } from "../confirm.ts";
import { findPhotos } from "../find-photos.ts";
import { inPortions } from "../in-portions.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { failIfAny } from "../problems.ts";

interface ListOptions extends CommonOptions {
  readonly kind?: DuplicateKind;
}

interface ApplyOptions extends CommonOptions {
  readonly kind: CopyKind;
  readonly yes?: true;
}

const PAGE = 50;

/** `duplicates [list|apply|keep-all|not-duplicates]`: photos that are there more than once. */
export function addDuplicatesCommand(program: Command): Command[] {
  const duplicates = program
    .command("duplicates")
    .description(
      "Photos that are there more than once: what they are, and what is to be done about them.",
    )
    .exitOverride();
  const list = duplicates
    .command("list", { isDefault: true })
    .description(
      "List the groups that wait for a decision; the photo that is suggested to be kept comes first.",
    )
    .addOption(new Option("--kind <kind>", "only groups of this kind").choices(duplicateKinds))
    .action(listGroups);
  const apply = duplicates
    .command("apply")
    .description(
      "Keep the suggested photo of every group, give it what was entered for its copies, and move these to the trash of your system.",
    )
    .addOption(
      new Option("--kind <kind>", "groups of this kind").choices(copyKinds).default("exact"),
    )
    .option("--yes", "without asking")
    .action(applySuggestions);
  const verdicts: [DuplicateVerdict, string][] = [
    [
      "keep-all",
      "Keep all of these photos: their group does not come back unless another file joins it.",
    ],
    ["not-duplicates", "Say that these photos are no duplicates. They are kept in the same way."],
  ];
  return [
    list,
    apply,
    ...verdicts.map(([verdict, description]) =>
      duplicates
        .command(verdict)
        .description(description)
        .argument("<photos...>", "two photos of the library or more")
        .action((paths: string[], options: CommonOptions) => decide(verdict, paths, options)),
    ),
  ];
}

async function listGroups(options: ListOptions): Promise<void> {
  await using library = await openClient(options);
  const { client } = library;
  await client.request("duplicate.check", {});
  const groups: DuplicateGroup[] = [];
  for (const kind of options.kind ? [options.kind] : duplicateKinds)
    groups.push(...(await readGroups(client, kind)));
  if (options.json) {
    await printJson(groups.map(toListed));
    return;
  }
  for (const group of groups) await printLine(describe(group));
  if (groups.length === 0) await printLine("No duplicates found.");
}

async function readGroups(client: Client<"cli">, kind: DuplicateKind): Promise<DuplicateGroup[]> {
  const groups: DuplicateGroup[] = [];
  let after: string | undefined;
  do {
    const page = await client.request("duplicate.list", {
      kind,
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    groups.push(...page.groups);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return groups;
}

function toListed({ kind, photos, more, reasons }: DuplicateGroup) {
  const listed = photos.map(({ path, widthPx, heightPx, sizeBytes, tags, rating, albums }) => ({
    path,
    widthPx,
    heightPx,
    sizeBytes,
    tags,
    rating,
    albums,
  }));
  return { kind, keep: listed[0]!.path, reasons, photos: listed, more };
}

function describe({ kind, photos, more, reasons }: DuplicateGroup): string {
  const [keep, ...others] = photos;
  const why = reasons.length > 0 ? ` (${reasons.join(", ")})` : "";
  const rest = more > 0 ? [`    and ${more} more`] : [];
  return [
    `${kind}, ${photos.length + more} photos`,
    `  keep ${keep!.path}${why}`,
    ...others.map(({ path }) => `    ${path}`),
    ...rest,
  ].join("\n");
}

async function applySuggestions(options: ApplyOptions): Promise<void> {
  await using library = await openClient(options);
  const { client } = library;
  await client.request("duplicate.check", {});
  const copies = await client.request("duplicate.suggestions", { kind: options.kind });
  const count = copies.reduce((sum, { others }) => sum + others.length, 0);
  const question = `Keep ${copies.length} photos and move ${count} copies of them to the trash of your system?`;
  if (count > 0 && !options.yes && !(await confirm(question))) {
    await printLine("Nothing was moved.");
    return;
  }
  const { kept, trashed, problems } = await keepBest(client, copies);
  if (options.json) await printJson({ kept, trashed, problems });
  else await printLine(`Kept ${kept} photos and moved ${trashed} copies to the trash`);
  failIfAny(problems, "moved to the trash");
}

interface Applied {
  readonly kept: number;
  readonly trashed: number;
  readonly problems: readonly FileProblem[];
}

/** Two entries of the history, however many portions it takes: what was carried over, and what went to the trash. */
async function keepBest(client: Client<"cli">, copies: readonly KeptCopy[]): Promise<Applied> {
  const entries: { carried?: number; trashed?: number } = {};
  const problems: FileProblem[] = [];
  let [kept, trashed] = [0, 0];
  for (const portion of inPortions(copies)) {
    const carried = await client.request("duplicate.carryOver", {
      copies: portion,
      ...(entries.carried !== undefined && { entry: entries.carried }),
    });
    if (carried.entry !== null) entries.carried = carried.entry;
    const there = new Set(carried.present);
    kept += there.size;
    const others = portion.filter(({ keep }) => there.has(keep)).flatMap((copy) => copy.others);
    for (const photos of inPortions(others)) {
      const report = await client.request("photo.trash", {
        photos,
        ...(entries.trashed !== undefined && { entry: entries.trashed }),
      });
      if (report.entry !== null) entries.trashed = report.entry;
      trashed += report.trashed.length;
      problems.push(...report.problems);
    }
  }
  return { kept, trashed, problems };
}

async function decide(
  verdict: DuplicateVerdict,
  paths: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const photos = await findPhotos(library.client, paths);
  const result = await library.client.request("duplicate.decide", { photos, verdict });
  if (options.json) await printJson(result);
  else
    await printLine(
      result.changed > 0 ? `Kept all of ${result.changed} photos` : "That was said before",
    );
}
