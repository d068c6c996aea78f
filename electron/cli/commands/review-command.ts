import type { Command } from "commander";
import type { ReviewDecision } from "../../contract/journal.ts";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

const LISTED = 500;

/** `review list|same|another`: files that took the place of another photo's, by the look of them. */
export function addReviewCommand(program: Command): Command[] {
  const review = program
    .command("review")
    .description("Decide on photos whose file was replaced by one that looks like another photo.")
    .exitOverride();
  const list = review.command("list").description("List them.").action(listReviews);
  const decisions: [ReviewDecision, string][] = [
    ["same", "Say that they are the same photos, edited. They keep their tags."],
    ["another", "Say that they are other photos. The old ones are missing, with their tags."],
  ];
  return [
    list,
    ...decisions.map(([decision, description]) =>
      review
        .command(decision)
        .description(description)
        .argument("<photos...>", "photos of the library")
        .action((paths: string[], options: CommonOptions) => decide(decision, paths, options)),
    ),
  ];
}

async function listReviews(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const request = { query: "is:review", limit: LISTED };
  const { photos, total } = await library.client.request("photo.page", request);
  const listed = photos.map(({ path, tags }) => ({ path, tags }));
  if (options.json) {
    await printJson({ photos: listed, total });
    return;
  }
  for (const { path, tags } of listed) await printLine(`${path}  (${tags.join(", ")})`);
  if (total > LISTED) await printLine(`and ${total - LISTED} more`);
}

async function decide(
  decision: ReviewDecision,
  paths: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const photos = await findPhotos(library.client, paths);
  const result = await library.client.request("review.decide", { photos, decision });
  if (options.json) {
    await printJson(result);
    return;
  }
  const said = decision === "same" ? "The same photos" : "Other photos";
  await printLine(`${said}: ${result.changed} of ${photos.length} that were to be reviewed`);
}
