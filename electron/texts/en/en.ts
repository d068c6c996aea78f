/**
 * @file What the engine and the desktop app tell, in English and in ICU syntax; the type of the other languages. The keys are kept in libraries: one that was
 * released keeps its meaning and its arguments.
 */
import { enFiles } from "./files.ts";
import { enHistory } from "./history.ts";
import { enImports } from "./imports.ts";
import { enMachine } from "./machine.ts";
import { enModels } from "./models.ts";
import { enReading } from "./reading.ts";
import { enSearch } from "./search.ts";
import { enShell } from "./shell.ts";
import { enUndo } from "./undo.ts";
import { enXmp } from "./xmp.ts";

export const en = {
  ...enFiles,
  ...enHistory,
  ...enImports,
  ...enMachine,
  ...enModels,
  ...enReading,
  ...enSearch,
  ...enShell,
  ...enUndo,
  ...enXmp,
} as const;
