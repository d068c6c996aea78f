import type { LibraryNotice } from "../contract/library.ts";
import { note } from "./output.ts";

/** For people, beside the results. */
export function printNotices(notices: readonly LibraryNotice[]): void {
  for (const notice of notices) note(`semblance: ${describeNotice(notice)}`);
}

export function describeNotice(notice: LibraryNotice): string {
  switch (notice.kind) {
    case "catalog-restored":
      return describeRestored(notice);
    case "catalog-damaged":
      return "the library file is damaged; end what has it open, and the next start restores it";
    case "indexing-stopped":
      return `indexing waits: ${notice.message} (${notice.code})`;
    case "reader-stopped":
      return describeStopped(notice.photo);
  }
}

function describeStopped(photo: { readonly name: string } | null): string {
  const over = photo ? ` while reading ${photo.name}` : "";
  const aside = photo ? "; with --set-aside FILE it goes on without that file" : "";
  return `the engine stopped five times in a row${over}; semblance resume starts it again${aside}`;
}

function describeRestored(notice: Extract<LibraryNotice, { kind: "catalog-restored" }>): string {
  const { backupAtMs, keptAs, isWhole } = notice;
  const why = keptAs === null ? "the library file was gone" : "the library file was damaged";
  const how =
    backupAtMs === null
      ? "there was no good backup, so what could be read of it was taken over"
      : `it was restored from the backup of ${new Date(backupAtMs).toLocaleString("en")}`;
  const rest = isWhole
    ? "and everything entered since was taken over"
    : "and some of what was entered since may be missing";
  const kept = keptAs === null ? "" : `; the damaged file is kept as ${keptAs}`;
  return `${why}; ${how}, ${rest}${kept}`;
}
