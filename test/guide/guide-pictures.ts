import { inProject } from "../../build/project.ts";

/** Where the pictures of the guide are, beside nothing else. */
export const PICTURES = inProject("docs", "guide");

/** A guide is read on the way, too. */
export const MOST_BYTES = 80_000;
