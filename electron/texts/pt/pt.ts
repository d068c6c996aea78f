/** @file What the engine and the desktop app tell, in Portuguese, by the glossary of the window's texts. */
import type { ToldTexts } from "../tell.ts";
import { files } from "./files.ts";
import { history } from "./history.ts";
import { imports } from "./imports.ts";
import { machine } from "./machine.ts";
import { models } from "./models.ts";
import { reading } from "./reading.ts";
import { search } from "./search.ts";
import { shell } from "./shell.ts";
import { undo } from "./undo.ts";
import { xmp } from "./xmp.ts";

export const pt = {
  ...files,
  ...history,
  ...imports,
  ...machine,
  ...models,
  ...reading,
  ...search,
  ...shell,
  ...undo,
  ...xmp,
} as const satisfies ToldTexts;
