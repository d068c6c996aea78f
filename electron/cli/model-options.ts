import { Option, type Command } from "commander";
import type { LibraryOptions } from "../engine/open-library.ts";
import { providerChoices, type ProviderChoice } from "../engine/inference/provider-choice.ts";
import { resolvePath } from "./paths.ts";

export interface ModelOptions {
  readonly model?: string;
  readonly provider?: ProviderChoice;
}

/** For the commands that index: what to index with. */
export function addModelOptions(command: Command): Command {
  return command
    .option(
      "--model <name|file>",
      "NAME, NAME:PRECISION, or an .onnx file (default: the library's)",
    )
    .addOption(
      new Option("--provider <provider>", "what runs the model (default: auto)").choices(
        providerChoices,
      ),
    );
}

export function toLibraryOptions({
  model,
  provider,
}: ModelOptions): Pick<LibraryOptions, "model" | "provider"> {
  return {
    ...(model !== undefined && { model: namesFile(model) ? resolvePath(model) : model }),
    ...(provider !== undefined && { provider }),
  };
}

/** A model's name has neither this ending nor a folder. */
export function namesFile(model: string): boolean {
  return model.endsWith(".onnx") || /[/\\]/.test(model);
}
