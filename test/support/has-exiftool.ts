import { exiftoolPath } from "exiftool-vendored";
import { whyNoExiftool } from "../../electron/engine/metadata/exiftool.ts";

/** False where Perl is missing: tests that need exiftool say so in their name and skip without it. */
export const hasExiftool = (await whyNoExiftool()) === undefined;

/** The program itself, for tests in which it judges what was written. */
export const exiftoolProgram = hasExiftool ? await exiftoolPath() : undefined;
