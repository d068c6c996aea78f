import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { modelsFolder } from "./models-folder.ts";

const Words = z.array(z.string());

const WordNetFile = z.object({
  edition: z.string(),
  also: z.record(z.string(), z.string()),
  plurals: z.record(z.string(), z.string()),
  senses: z.record(z.string(), Words),
  synsets: z.record(
    z.string(),
    z.object({
      words: Words,
      latin: Words.optional(),
      parents: Words,
      families: Words.optional(),
      isUnsaid: z.boolean().optional(),
      gloss: z.string(),
    }),
  ),
});

/**
 * The words for ImageNet's classes and their families; made by build/generate-families.ts. Takes 15 ms, at once and
 * not as a promise: the first search for a label needs it, and what never searches does not.
 */
export function readWordNet(): z.infer<typeof WordNetFile> {
  const file = join(modelsFolder(), "imagenet", "wordnet.json");
  return WordNetFile.parse(JSON.parse(readFileSync(file, "utf8")));
}
