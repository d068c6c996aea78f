import { z } from "zod";

/** Text and names are said as they are; others in the language of whoever is told, several of them as a list. */
export type ToldValue = string | number | Told | readonly Told[];

/**
 * A sentence that the engine says, for whoever speaks another language than English: which one, and what stands in it. The keys are those of
 * `electron/texts`; one that is not known comes from another version of the program, and the English sentence beside it holds.
 */
export interface Told {
  readonly key: string;
  readonly args: Readonly<Record<string, ToldValue>>;
}

/** Joined into other schemas by `z.optional(Told)` and the like: a method of it would be taken into the page by the bundler, and zod with it. */
export const Told: z.ZodType<Told> = z.lazy(() =>
  z.object({
    key: z.string(),
    args: z.record(z.string(), z.union([z.string(), z.number(), Told, z.array(Told)])),
  }),
);
