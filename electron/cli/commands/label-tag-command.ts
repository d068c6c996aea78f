import type { Command } from "commander";
import type { LabelToTag } from "../../contract/label-tag.ts";
import { fraction } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

interface LabelTagOptions extends CommonOptions {
  readonly atLeast?: number;
  readonly query?: string;
  readonly dryRun?: boolean;
}

/** `label tag LABEL TAG`: the model's word becomes the user's. */
export function addLabelTagCommand(label: Command): Command {
  return label
    .command("tag")
    .description("Make a label your tag on the photos that it finds.")
    .argument("<label>", "a label, a family such as dog, or a WordNet id")
    .argument("<tag>", "your tag, such as Dog or Animals/Dog")
    .option("--at-least <confidence>", "how sure the model has to be, 0 to 1", fraction)
    .option("--query <query>", "only on photos that this search finds")
    .option("--dry-run", "only say what would change")
    .action(makeTag);
}

async function makeTag(label: string, tag: string, options: LabelTagOptions): Promise<void> {
  await using library = await openClient(options);
  const { atLeast, query = "", dryRun: isDryRun = false } = options;
  const made = await library.client.request("label.toTag", {
    label,
    tag,
    query,
    isDryRun,
    ...(atLeast !== undefined && { atLeast }),
  });
  if (options.json) {
    const { leastSure, ...counts } = made;
    await printJson(
      isDryRun ? { ...counts, leastSure: leastSure.map(({ path }) => path) } : counts,
    );
    return;
  }
  for (const line of describe(made, { tag, isDryRun })) await printLine(line);
}

function describe(
  { adds, have, rejected }: LabelToTag,
  { tag, isDryRun }: { readonly tag: string; readonly isDryRun: boolean },
): string[] {
  return [
    `${isDryRun ? "Would add" : "Added"} ${tag} to ${adds} ${adds === 1 ? "photo" : "photos"}`,
    ...(have > 0 ? [`${have} ${have === 1 ? "has" : "have"} it already`] : []),
    ...(rejected > 0
      ? [`${rejected} that you rejected ${rejected === 1 ? "is" : "are"} left out`]
      : []),
  ];
}
