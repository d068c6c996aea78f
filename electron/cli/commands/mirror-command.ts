import type { Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import type {
  MirrorChange,
  MirroredPhoto,
  MirrorOutcome,
  MirrorReport,
} from "../../contract/mirror.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

interface MirrorOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

/** `tag mirror [FOLDER…] [--dry-run]`. */
export function addMirrorCommand(tag: Command): Command {
  return tag
    .command("mirror")
    .description(
      "Write your tags, ratings, flags, colour labels, titles and captions into .xmp files beside the photos, and take over what other programs wrote there.",
    )
    .argument("[folders...]", "watched folders, or folders inside of them (default: all)")
    .option("--dry-run", "only tell what would change")
    .action(mirror);
}

async function mirror(folders: string[], options: MirrorOptions): Promise<void> {
  await using library = await openClient(options);
  const isDryRun = options.dryRun === true;
  const photos: MirroredPhoto[] = [];
  let after: PhotoId | null = null;
  do {
    const report: MirrorReport = await library.client.request("tag.mirror", {
      folders: folders.map(resolvePath),
      isDryRun,
      ...(after !== null && { after }),
    });
    photos.push(...report.photos);
    if (!options.json) for (const photo of report.photos) await printPhoto(photo, isDryRun);
    after = report.next;
  } while (after !== null);
  if (options.json) await printJson({ photos });
  else await printLine(summary(photos, isDryRun));
  failIfUnfinished(photos);
}

/** What is the same on both sides already is only counted. */
async function printPhoto(photo: MirroredPhoto, isDryRun: boolean): Promise<void> {
  const { outcome, sidecarPath, reason } = photo;
  if (outcome === "in-sync") return;
  await printLine(`${inWords(outcome, isDryRun)}  ${sidecarPath}`);
  for (const line of describe(photo.inSidecar)) await printLine(`  file     ${line}`);
  for (const line of describe(photo.inLibrary)) await printLine(`  library  ${line}`);
  for (const { field, inLibrary, inSidecar } of photo.conflicts)
    await printLine(
      `  ${field}: ${said(inLibrary)} in the library, ${said(inSidecar)} in the file`,
    );
  if (reason) note(`semblance: ${reason.message}`);
}

const DONE: Readonly<Record<MirrorOutcome, string>> = {
  "in-sync": "in sync",
  written: "written",
  merged: "merged",
  conflict: "conflict",
  "read-only": "read-only",
  failed: "failed",
};

function inWords(outcome: MirrorOutcome, isDryRun: boolean): string {
  if (!isDryRun) return DONE[outcome];
  return { ...DONE, written: "would write", merged: "would merge" }[outcome];
}

function describe({ values, addedTags, removedTags }: MirrorChange): string[] {
  return [
    ...addedTags.map((tag) => `+ ${tag}`),
    ...removedTags.map((tag) => `- ${tag}`),
    ...values.map(({ field, from, to }) => `${field}: ${said(from)} -> ${said(to)}`),
  ];
}

function said(value: string | number | null): string {
  return value === null ? "nothing" : JSON.stringify(value);
}

function summary(photos: readonly MirroredPhoto[], isDryRun: boolean): string {
  const counts = Object.keys(DONE)
    .map((outcome) => outcome as MirrorOutcome)
    .map((outcome) => ({ outcome, count: photos.filter((one) => one.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${inWords(outcome, isDryRun)}`);
  return counts.length === 0 ? "Nothing to write" : counts.join(", ");
}

/** Conflicts wait for a person as well: either side can be changed to what the other says. */
function failIfUnfinished(photos: readonly MirroredPhoto[]): void {
  const failed = photos.filter(({ reason }) => reason !== null);
  const [first] = failed;
  if (first?.reason) {
    const what = failed.length === 1 ? "1 photo was" : `${failed.length} photos were`;
    throw new LibraryError(first.reason.code, `${what} not mirrored`);
  }
  const conflicts = photos.filter(({ outcome }) => outcome === "conflict").length;
  if (conflicts === 0) return;
  const what = conflicts === 1 ? "1 photo was" : `${conflicts} photos were`;
  throw new LibraryError(
    "sidecar-conflict",
    `${what} changed differently here and in the XMP file; change one side to what the other says`,
  );
}
