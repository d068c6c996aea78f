import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { modelsFolder } from "./models-folder.ts";

const Families = z.object({
  words: z.record(z.string(), z.string()),
  classes: z.record(z.string(), z.array(z.string())),
});

/**
 * Common words and the ImageNet classes that they stand for; made by build/generate-families.ts. Takes 15 ms,
 * at once and not as a promise: the first search for a label needs it, and what never searches does not.
 */
export function readFamilies(): z.infer<typeof Families> {
  const file = join(modelsFolder(), "imagenet", "families.json");
  return Families.parse(JSON.parse(readFileSync(file, "utf8")));
}
