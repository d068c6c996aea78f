import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { readLabelledFiles, type LabelledFile } from "../../../electron/cli/labelled-files.ts";

export interface LabelledSet {
  readonly name: string;
  readonly files: readonly LabelledFile[];
}

const shared = path.join(import.meta.dirname, "../../../../shared/photos");
const fixtures = path.join(import.meta.dirname, "../../fixtures/photos/grocery");

/** Groceries and clothing beside the checkout, alone and together; without them, the few groceries of the fixtures. */
export async function labelledSets(): Promise<LabelledSet[]> {
  if (!existsSync(shared)) return [{ name: "fixtures", files: await fixtureGroceries() }];
  const { files } = await readLabelledFiles(path.join(shared, "MANIFEST.tsv"));
  const inFolder = (name: string) =>
    files.filter((file) => path.basename(path.dirname(file.path)) === name);
  return [
    { name: "grocery", files: inFolder("grocery") },
    { name: "clothing", files: inFolder("clothing") },
    { name: "both", files },
  ];
}

async function fixtureGroceries(): Promise<LabelledFile[]> {
  const names = await readdir(fixtures);
  return names.map((name) => ({
    path: path.join(fixtures, name),
    label: name.slice(0, name.lastIndexOf("_")),
  }));
}
