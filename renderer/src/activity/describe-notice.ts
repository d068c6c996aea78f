import type { LibraryNotice } from "../../../electron/contract/library.ts";
import { errorMessages } from "../errors/error-messages.ts";
import { formatFileTime } from "../messages/format.ts";
import { say } from "../messages/say.ts";

/** What the bar above the photos says, in whole sentences. */
export function describeNotice(notice: LibraryNotice): string {
  switch (notice.kind) {
    case "catalog-restored":
      return describeRestored(notice);
    case "catalog-damaged":
      return say("notice.damaged");
    case "indexing-stopped":
      return notice.code === "disk-full"
        ? say("notice.disk-full")
        : say("notice.stopped", { why: say(errorMessages[notice.code].text) });
    case "reader-stopped":
      return notice.photo
        ? say("notice.reader.photo", { name: notice.photo.name })
        : say("notice.reader");
  }
}

/** Only what is over and done with can be dismissed. */
export function canDismiss(notice: LibraryNotice): boolean {
  return notice.kind === "catalog-restored";
}

function describeRestored(notice: Extract<LibraryNotice, { kind: "catalog-restored" }>): string {
  const { backupAtMs, keptAs, isWhole } = notice;
  const sentences = [
    say(keptAs === null ? "notice.restored.gone" : "notice.restored.damaged"),
    backupAtMs === null
      ? say("notice.restored.salvaged")
      : say("notice.restored.backup", { when: formatFileTime(backupAtMs) }),
    say(isWhole ? "notice.restored.whole" : "notice.restored.parts"),
  ];
  if (keptAs !== null) sentences.push(say("notice.restored.kept", { path: keptAs }));
  return sentences.join(" ");
}
