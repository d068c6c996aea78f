import { join } from "node:path";
import { z } from "zod";
import { modelsFolder } from "./models-folder.ts";
import { readJson } from "./read-json.ts";

const Families = z.object({
  words: z.record(z.string(), z.string()),
  classes: z.record(z.string(), z.array(z.string())),
});

/** Common words and the ImageNet classes that they stand for; made by build/generate-families.ts. */
export function readFamilies(): Promise<z.infer<typeof Families>> {
  return readJson(join(modelsFolder(), "imagenet", "families.json"), Families);
}
