import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Holds a folder for each model that the app knows by name. The installed app says where it put them. */
export function modelsFolder(): string {
  const told = process.env.SEMBLANCE_MODELS;
  return told ?? fileURLToPath(new URL("../../../../native-models", import.meta.url));
}

/** The names of the 1000 classes that most published classifiers tell apart, in their order. */
export function ilsvrcLabelFile(): string {
  return join(modelsFolder(), "imagenet", "labels.json");
}
