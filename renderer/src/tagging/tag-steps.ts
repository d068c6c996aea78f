/** How many of the photos have a tag. */
export type Share = "all" | "some" | "none";

/** What a press on a tag does. `restore`: each photo is as the box found it. */
export type Step = "add" | "remove" | "restore";

/** Whether pressing begins with giving tags, or is about taking them away. */
export type TagMode = "add" | "remove";

export function shareOf(count: number, total: number): Share {
  if (count === 0) return "none";
  return count < total ? "some" : "all";
}

/** Some → all → none → as it was; where all or none had it, there is nothing between the ends. */
export function nextStep(found: Share, now: Share, mode: TagMode): Step {
  if (found === now) return mode === "remove" || now === "all" ? "remove" : "add";
  return found === "some" && now === "all" ? "remove" : "restore";
}
