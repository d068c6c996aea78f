import type { Folder, RescanReason, Unreadable } from "../contract/folder.ts";

const RESCAN_NOTES: Record<RescanReason, string> = {
  network: "on a network, which reports no changes; checked every 2 hours",
  "watch-limit":
    "more folders than the system watches; checked every 2 hours. On Linux: sudo sysctl fs.inotify.max_user_watches=1048576",
  "handle-limit":
    "more open files than the system allows; checked every 2 hours. On Linux: ulimit -n, and sudo sysctl fs.inotify.max_user_instances=1024",
  "watch-failed": "cannot be watched, as the log says; checked every 2 hours",
};

/** What there is to know about a folder beside its state, and what to do about it. */
export function folderNotes({
  path,
  rescanReason,
  foundAt,
  unreadable,
  ignored,
  mirrors,
}: Omit<Folder, "id">): string[] {
  const notes: string[] = [];
  if (rescanReason) notes.push(RESCAN_NOTES[rescanReason]);
  if (foundAt !== undefined)
    notes.push(`seems to be at ${foundAt} now: semblance folder relocate "${path}" "${foundAt}"`);
  if (unreadable) notes.push(unreadableNote(unreadable));
  if (mirrors) notes.push("writes XMP files");
  if (ignored) notes.push(`without ${ignored.join("  ")}`);
  return notes;
}

function unreadableNote({ directory, count, trouble }: Unreadable): string {
  const which = directory === "" ? "it" : directory;
  const others = count === 1 ? "" : ` and ${count - 1} more`;
  const what = trouble === "denied" ? "your account may not read" : "an error was met reading";
  return `${what} ${which}${others}; what is known of the photos is kept`;
}
