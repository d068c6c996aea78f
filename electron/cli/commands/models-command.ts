import type { Command } from "commander";
import type { Client } from "../../contract/client.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { ModelList } from "../../contract/model.ts";
import type { RequestInput } from "../../contract/requests.ts";
import { describeModels, toMegabytes } from "../describe-models.ts";
import { namesFile } from "../model-options.ts";
import { showDownload, showSwitch } from "../model-progress.ts";
import { onInterrupt } from "../on-interrupt.ts";
import { openClient, type CliClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

type ModelChoice = RequestInput<"model.install">;

const WHICH = "NAME or NAME:PRECISION, as in resnet50:int8";

/** `models list|install|use|remove|verify|measure`. */
export function addModelsCommand(program: Command): Command[] {
  const models = program
    .command("models")
    .description("See, fetch, choose and check the models that know what is in photos.")
    .exitOverride();
  const list = models
    .command("list")
    .description("List the models, their files, and what this library uses.")
    .action(listModels);
  const install = models
    .command("install")
    .description("Fetch a model's file, or take over one that is on this disk already.")
    .argument("<model>", `${WHICH}, or a file of one of these models`)
    .action(installModel);
  const use = models
    .command("use")
    .description("Embed the library with another model; the old one answers until that is done.")
    .argument("<model>", `${WHICH}, or any .onnx classifier`)
    .option("--no-wait", "leave the embedding to the app")
    .action(useModel);
  const remove = models
    .command("remove")
    .description("Remove a model's files.")
    .argument("<model>", WHICH)
    .action(removeModel);
  const verify = models
    .command("verify")
    .description("Read every model file again, and remove damaged ones.")
    .argument("[name]", "only this model's")
    .action(verifyModels);
  const measure = models
    .command("measure")
    .description("Measure how fast a model is on this machine.")
    .argument("<model>", WHICH)
    .action(measureModel);
  return [list, install, use, remove, verify, measure];
}

async function listModels(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const list = await library.client.request("model.list", {});
  if (options.json) {
    await printJson(list);
    return;
  }
  for (const line of describeModels(list)) await printLine(line);
}

async function installModel(model: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const { client } = library;
  const before = await client.request("model.list", {});
  const list = namesFile(model)
    ? await client.request("model.import", { path: resolvePath(model) })
    : await download(client, toFile(before, toChoice(model)));
  if (options.json) {
    await printJson(list);
    return;
  }
  const had = new Set(filesHere(before).map(({ ref }) => ref));
  const added = filesHere(list).filter(({ ref }) => !had.has(ref));
  for (const { ref, bytes } of added) {
    await printLine(`Installed ${ref} (${toMegabytes(bytes)})`);
    note(`Use it: semblance models use ${ref}`);
  }
  if (added.length === 0) await printLine(`${model} was installed already`);
}

/** Ctrl-C keeps what arrived; the engine's refusal says how much that is. */
async function download(
  client: Client<"cli">,
  choice: ModelChoice & { readonly precision: string },
): Promise<ModelList> {
  using _bar = showDownload(client, choice);
  const stops: Promise<unknown>[] = [];
  using _interrupt = onInterrupt(() => stops.push(client.request("model.cancelInstall", choice)));
  try {
    return await client.request("model.install", choice);
  } finally {
    await Promise.allSettled(stops);
  }
}

async function useModel(
  model: string,
  options: CommonOptions & { readonly wait: boolean },
): Promise<void> {
  await using library = await openClient(options);
  const { client } = library;
  const chosen = namesFile(model)
    ? await client.request("model.useFile", { path: resolvePath(model) })
    : await client.request("model.use", toChoice(model));
  const isHere = options.wait && library.access.isOwner;
  const list = isHere && chosen.switching ? await settle(library) : chosen;
  if (options.json) {
    await printJson(list);
    return;
  }
  await printLine(describeUse(list));
}

async function settle({ client }: CliClient): Promise<ModelList> {
  using _bar = showSwitch(client);
  const interrupted = Promise.withResolvers<never>();
  using _interrupt = onInterrupt(() => {
    const message = "The library is not embedded yet; that goes on when it is opened again";
    interrupted.reject(new LibraryError("cancelled", message));
  });
  return await Promise.race([client.request("model.settle", {}), interrupted.promise]);
}

function describeUse({ models, switching }: ModelList): string {
  if (switching) {
    return `${switching.to} answers when the library is embedded with it, until then ${switching.from}; the app does that when it is open`;
  }
  const active = models.find(({ use }) => use === "active");
  return `The library uses ${active?.name}:${active?.usedPrecision}`;
}

async function removeModel(model: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const list = await library.client.request("model.remove", toChoice(model));
  if (options.json) {
    await printJson(list);
    return;
  }
  await printLine(`Removed ${model}`);
}

async function verifyModels(name: string | undefined, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const verified = await library.client.request("model.verify", name === undefined ? {} : { name });
  if (options.json) await printJson(verified);
  else {
    for (const { name: model, precision, path, isSound } of verified)
      await printLine(`${isSound ? "sound  " : "damaged"}  ${model}:${precision}  ${path}`);
  }
  const damaged = verified.filter(({ isSound }) => !isSound);
  if (damaged.length === 0) return;
  throw new LibraryError("model-invalid", damaged.map(({ message }) => message).join("\n"));
}

async function measureModel(model: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const list = await library.client.request("model.measure", toChoice(model));
  if (options.json) {
    await printJson(list);
    return;
  }
  const { name } = toChoice(model);
  const { files } = list.models.find((each) => each.name === name)!;
  const [latest] = files
    .flatMap(({ precision, speed }) => (speed ? [{ precision, ...speed }] : []))
    .sort((a, b) => b.measuredAtMs - a.measuredAtMs);
  if (!latest) return;
  const { precision, photosPerSecond, provider } = latest;
  const rate = photosPerSecond.toFixed(1);
  await printLine(`${name}:${precision}: ${rate} photos a second on ${provider}`);
}

function toChoice(model: string): ModelChoice {
  const [name = "", precision] = model.split(":", 2);
  return { name, ...(precision !== undefined && { precision }) };
}

/** Which file the bar is about; one that is not known is the engine's to refuse. */
function toFile(
  { models }: ModelList,
  { name, precision }: ModelChoice,
): ModelChoice & { readonly precision: string } {
  const files = models.find((each) => each.name === name)?.files ?? [];
  const suits = files.find(({ isPreferred }) => isPreferred)?.precision;
  return { name, precision: precision ?? suits ?? "float32" };
}

function filesHere({ models }: ModelList): { readonly ref: string; readonly bytes: number }[] {
  return models.flatMap(({ name, files }) =>
    files
      .filter(({ state }) => state === "bundled" || state === "installed")
      .map(({ precision, bytes }) => ({ ref: `${name}:${precision}`, bytes })),
  );
}
