/** @file What several rows of the table are made of. */
import { z } from "zod";
import { MAX_PAGE } from "../query.ts";

export const AbsolutePath = z.string().min(1).max(32_767);
export const Limit = z.number().int().min(1).max(MAX_PAGE);
export const Nothing = z.object({});
export const Changed = z.object({ changed: z.number().int().nonnegative() });
