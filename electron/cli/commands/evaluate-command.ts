import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Option, type Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { Distance, type Evaluation } from "../../contract/similar.ts";
import { readLabelledFiles } from "../labelled-files.ts";
import { fraction } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";
import { drawRecallPrecision } from "../recall-precision-svg.ts";

interface EvaluateOptions extends CommonOptions {
  readonly labels: string;
  readonly depth: number;
  readonly distance: Distance;
  readonly signedSqrt: boolean;
  /** True without a file name. */
  readonly svg?: string | true;
}

type Settings = Pick<EvaluateOptions, "depth" | "distance" | "signedSqrt">;

/** `evaluate --labels FILE.tsv`: how well the model finds files of the same label. */
export function addEvaluateCommand(program: Command): Command {
  return program
    .command("evaluate")
    .description("Measure how well similar photos are found, on files whose labels you know.")
    .requiredOption("--labels <file.tsv>", "tab-separated, with the columns path and label")
    .option("--depth <0..1>", "from what it looks like to what it means", fraction, 1)
    .addOption(
      new Option("--distance <distance>", "how vectors are compared")
        .choices(Distance.options)
        .default("cosine"),
    )
    .option("--signed-sqrt", "compare sign(x)·√|x| of each number", false)
    .option("--svg [file.svg]", "draw the recall–precision curve (default: beside the labels)")
    .action(evaluate);
}

async function evaluate(options: EvaluateOptions): Promise<void> {
  const source = resolvePath(options.labels);
  const svg = svgFile(source, options.svg);
  const { files, unlabelled } = await readLabelledFiles(source);
  if (unlabelled > 0)
    note(`Left out ${unlabelled} ${unlabelled === 1 ? "row" : "rows"} without a label`);
  const { depth, distance, signedSqrt } = options;
  const settings = { depth, distance, signedSqrt };
  const evaluation = await measure(options, { files: [...files], ...settings });
  if (svg !== undefined) {
    const { meanAveragePrecision, queries, model, curve } = evaluation;
    const first = `mean average precision ${meanAveragePrecision.toFixed(3)}, ${queries} queries of ${path.basename(source)}`;
    const lines = [first, `${model}, ${describe(settings)}`];
    await writeDrawing(svg, { title: "Recall–precision curve", lines, curve });
  }
  if (options.json) {
    await printJson({ ...evaluation, ...settings, unlabelled, ...(svg !== undefined && { svg }) });
    return;
  }
  await printEvaluation(evaluation, settings);
  if (svg !== undefined) note(`Drew the curve: ${svg}`);
}

async function measure(
  options: EvaluateOptions,
  question: Settings & { files: { path: string; label: string }[] },
): Promise<Evaluation> {
  await using library = await openClient(options);
  return await library.client.request("similar.evaluate", question);
}

/** Nothing but an SVG file is ever written over: the name of the labels, given twice by mistake, is none. */
function svgFile(source: string, given: string | true | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (given === true) return path.join(path.dirname(source), `${path.parse(source).name}.svg`);
  if (given.toLowerCase().endsWith(".svg")) return resolvePath(given);
  throw new LibraryError(
    "request-invalid",
    `Expected a file name that ends in .svg after --svg but got ${given}`,
  );
}

async function writeDrawing(
  file: string,
  drawing: Parameters<typeof drawRecallPrecision>[0],
): Promise<void> {
  await writeFile(file, drawRecallPrecision(drawing)).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new LibraryError("file-unreadable", `Expected to write ${file} but got: ${said}`, {
      cause,
    });
  });
}

async function printEvaluation(evaluation: Evaluation, settings: Settings): Promise<void> {
  const { queries, labels, leftOut, skipped, precisionAt, curve, model } = evaluation;
  for (const { path: file, message } of skipped) note(`Skipped ${file}: ${message}`);
  if (leftOut > 0) note(`${describeLone(leftOut)} and asked for nothing`);
  await printLine(`${queries} queries, ${labels} labels, ${model}, ${describe(settings)}`);
  await printLine(row("mean average precision", evaluation.meanAveragePrecision));
  for (const { k, precision } of precisionAt) await printLine(row(`precision@${k}`, precision));
  for (const { recall, precision } of curve)
    await printLine(row(`precision at recall ${recall.toFixed(1)}`, precision));
}

function describeLone(count: number): string {
  return count === 1
    ? "1 file is the only one of its label"
    : `${count} files are the only ones of their labels`;
}

function row(name: string, value: number): string {
  return `${name.padEnd(24)}${value.toFixed(3)}`;
}

function describe({ depth, distance, signedSqrt }: Settings): string {
  return `${distance} distance, depth ${depth}${signedSqrt ? ", signed square root" : ""}`;
}
