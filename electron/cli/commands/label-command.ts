import type { Command } from "commander";
import type { LabelBrowse } from "../../contract/label-browse.ts";
import type {
  LabelExplanation,
  LabelPrecision,
  LabelSuggestion,
  LabelVerdict,
} from "../../contract/label.ts";
import { findPhotos } from "../find-photos.ts";
import { atLeastOne } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { addLabelTagCommand } from "./label-tag-command.ts";

/** `label suggest|explain|browse|confirm|reject|forget|tag|precision`: words for labels, and the user's verdicts on them. */
export function addLabelCommand(program: Command): Command[] {
  const label = program
    .command("label")
    .description("Look up words for labels, and say where they are right or wrong.")
    .exitOverride();
  const suggest = label
    .command("suggest")
    .description("List words that begin with a text, those that find most photos first.")
    .argument("<text>")
    .option("--limit <n>", "words at most", atLeastOne, 10)
    .action(suggestWords);
  const explain = label
    .command("explain")
    .description("Say what a word means here, or which known words are near it.")
    .argument("<word>", 'for example: dog, "golden retriever", "crane (bird)"')
    .action(explainWord);
  const browse = label
    .command("browse")
    .description("List the families of labels with their photos, or what is below one.")
    .argument("[word]", "a label or a family; the widest families without it")
    .action(browseLabels);
  const precision = label
    .command("precision")
    .description("Say how often labels were right, by your own verdicts.")
    .action(listPrecision);
  return [
    suggest,
    explain,
    browse,
    ...addVerdictCommands(label),
    addLabelTagCommand(label),
    precision,
  ];
}

function addVerdictCommands(label: Command): Command[] {
  const verdicts: [string, LabelVerdict | null, string][] = [
    ["confirm", "confirmed", "Say that a label is right on photos."],
    ["reject", "rejected", "Say that a label is wrong on photos; searches leave them out."],
    ["forget", null, "Take back what was said of a label on photos."],
  ];
  return verdicts.map(([name, verdict, description]) =>
    label
      .command(name)
      .description(description)
      .argument("<label>", "a label, a family such as cat, or a WordNet id")
      .argument("<photos...>", "photos of the library")
      .action((word: string, paths: string[], options: CommonOptions) =>
        judge({ word, paths, verdict }, options),
      ),
  );
}

async function suggestWords(
  text: string,
  options: CommonOptions & { readonly limit: number },
): Promise<void> {
  await using library = await openClient(options);
  const { limit } = options;
  const words = await library.client.request("label.suggest", { text, limit });
  if (options.json) {
    await printJson(words);
    return;
  }
  for (const word of words) await printLine(describe(word));
}

async function explainWord(word: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const explained = await library.client.request("label.explain", { word });
  if (options.json) {
    await printJson(explained);
    return;
  }
  for (const line of explanation(word, explained)) await printLine(line);
}

async function browseLabels(word: string | undefined, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const label = await library.client.request("label.browse", { word: word ?? null });
  if (options.json) {
    await printJson(label);
    return;
  }
  await printLine(describeBrowsed(label));
  for (const { word: term, photos, kinds, hasBelow } of label.children) {
    const below = hasBelow ? `  (${kinds} kinds)` : "";
    await printLine(`${String(photos).padStart(7)}  ${term}${below}`);
  }
}

async function judge(
  { word, paths, verdict }: { word: string; paths: string[]; verdict: LabelVerdict | null },
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const photos = await findPhotos(library.client, paths);
  const result = await library.client.request("label.judge", { photos, label: word, verdict });
  if (options.json) {
    await printJson(result);
    return;
  }
  const done = verdict === null ? "Forgotten" : verdict === "confirmed" ? "Confirmed" : "Rejected";
  await printLine(`${done} on ${result.changed} of ${photos.length} photos`);
}

async function listPrecision(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const labels = await library.client.request("label.precision", {});
  if (options.json) {
    await printJson(labels);
    return;
  }
  for (const label of labels) await printLine(describePrecision(label));
}

function describe({ term, family, count }: LabelSuggestion): string {
  return `${String(count).padStart(7)}  ${term}${family === null ? "" : ` · ${family}`}`;
}

function describeBrowsed({ above, word, photos, found, kinds, unsure }: LabelBrowse): string {
  const path = [...above.map(({ name }) => name), word ?? "Labels"].join(" > ");
  const counts = [
    ...(photos === null ? [] : [`${photos} photos`]),
    `${found} of ${kinds} kinds`,
    ...(unsure > 0 ? [`${unsure} less sure`] : []),
  ];
  return `${path}: ${counts.join(", ")}`;
}

function describePrecision({ label, confirmed, rejected }: LabelPrecision): string {
  const share = (100 * confirmed) / (confirmed + rejected);
  return `${share.toFixed(0).padStart(5)} %  ${label}  (${confirmed} right, ${rejected} wrong)`;
}

function explanation(word: string, explained: LabelExplanation): string[] {
  const { sense, gloss, classes, others, nearMisses } = explained;
  if (!sense) {
    const near = nearMisses.length > 0 ? ["Near:", ...nearMisses.map(describe)] : [];
    return [`No label is called “${word}”.`, ...near];
  }
  return [
    describe(sense),
    ...(gloss === null ? [] : [gloss]),
    `${classes} of the model's labels`,
    ...(others.length > 0 ? ["Other senses:", ...others.map(describe)] : []),
  ];
}
