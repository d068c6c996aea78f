import type { Counts, LibraryNotice } from "../../../electron/contract/library.ts";
import type { ModelSwitch } from "../../../electron/contract/model.ts";
import type { Progress } from "../../../electron/contract/progress.ts";
import { shareSwitched } from "../library/switch-sentence.ts";
import { formatPercent } from "../messages/format.ts";
import { say } from "../messages/say.ts";

/** The last photos of a run come in at once; an estimate below this is a guess. */
const MIN_RATE = 0.05;

export function isBusy(progress: Progress): boolean {
  return progress.scanning > 0 || isIndexing(progress);
}

/** Whether photos wait; while folders are only walked, none does yet, or none any more. */
export function isIndexing({ done, total }: Progress): boolean {
  return done < total;
}

/** Why nothing is indexed although photos wait: the user paused it, or it cannot go on and a notice says why. */
export function haltOf(
  isPaused: boolean,
  progress: Progress,
  notices: readonly LibraryNotice[],
): "paused" | "stopped" | undefined {
  if (isPaused) return "paused";
  const isStopped = notices.some(
    ({ kind }) => kind === "reader-stopped" || kind === "indexing-stopped",
  );
  return isStopped && isBusy(progress) ? "stopped" : undefined;
}

/** Between 0 and 1. */
export function shareDone({ done, total }: Progress): number {
  return total === 0 ? 0 : Math.min(1, done / total);
}

/** "about 12 minutes left"; undefined while nobody can say. */
export function timeLeft({ done, total, perSecond, scanning }: Progress): string | undefined {
  if (perSecond < MIN_RATE || done >= total || scanning > 0) return undefined;
  const seconds = (total - done) / perSecond;
  if (seconds < 60) return say("time.seconds");
  if (seconds < 3600) return say("time.minutes", { count: Math.round(seconds / 60) });
  return say("time.hours", { count: Math.round(seconds / 3600) });
}

/** The button's name: "Activity: indexing, 38 percent, 1,964 left, about 12 minutes left". */
export function activityName(progress: Progress, switching: ModelSwitch | null = null): string {
  if (!isBusy(progress)) {
    if (!switching) return say("activity.idle");
    return say("activity.switching.name", { percent: percentSwitched(switching) });
  }
  const isReading = !isIndexing(progress);
  return say("activity.busy", {
    what: say(isReading ? "activity.scanning" : "activity.indexing"),
    percent: isReading ? "none" : Math.floor(shareDone(progress) * 100),
    // What the button shows is in its name, so that it can be called by what is read on it.
    waiting: isReading ? "none" : activityLabel(progress),
    left: timeLeft(progress) ?? "none",
  });
}

/** What the button shows. Photos that wait to be shown go before photos that wait for another model. */
export function activityLabel(progress: Progress, switching: ModelSwitch | null = null): string {
  if (!isBusy(progress)) {
    if (!switching) return say("activity.up-to-date");
    return say("activity.switching.label", { percent: percentSwitched(switching) });
  }
  if (!isIndexing(progress)) return say("activity.reading");
  return say("activity.left", { count: progress.total - progress.done });
}

/** One sentence for what is going on. */
export function activitySentence(progress: Progress, counts: Counts): string {
  const { done, total, scanning } = progress;
  if (scanning > 0 && !isIndexing(progress)) {
    return say("activity.sentence.scanning", { count: scanning, found: counts.photos });
  }
  if (isBusy(progress)) {
    return say("activity.sentence", { done, total, left: timeLeft(progress) ?? "none" });
  }
  if (counts.photos === 0) return say("activity.sentence.none");
  if (counts.indexed === counts.photos)
    return say("activity.sentence.idle", { count: counts.photos });
  return say("activity.sentence.partly", { indexed: counts.indexed, total: counts.photos });
}

/** "Holiday › IMG_2034.jpg": the photo that was begun last, and the folder that it is in. */
export function describeCurrent({ path }: Progress): string | undefined {
  if (path === undefined) return undefined;
  const parts = path.split(/[\\/]/);
  return say("activity.now", { folder: parts.at(-2) ?? "", name: parts.at(-1) ?? "" });
}

/** Never 100 % before all is done. */
function percentSwitched(switching: ModelSwitch): string {
  return formatPercent(Math.floor(shareSwitched(switching) * 100) / 100);
}
