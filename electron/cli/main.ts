import { Command, CommanderError, Option } from "commander";
import { LibraryError } from "../contract/errors.ts";
import { log } from "../engine/support/log.ts";
import { addAlbumCommand } from "./commands/album-command.ts";
import { addBackupCommands } from "./commands/backup-command.ts";
import { addDoctorCommand } from "./commands/doctor-command.ts";
import { addDuplicatesCommand } from "./commands/duplicates-command.ts";
import { addEmbedCommand } from "./commands/embed-command.ts";
import { addEvaluateCommand } from "./commands/evaluate-command.ts";
import { addExplainCommand } from "./commands/explain-command.ts";
import { addExportCommand } from "./commands/export-command.ts";
import { addFacetsCommand } from "./commands/facets-command.ts";
import { addFailedCommand } from "./commands/failed-command.ts";
import { addFolderCommand } from "./commands/folder-command.ts";
import { addHistoryCommands } from "./commands/history-command.ts";
import { addIndexCommand } from "./commands/index-command.ts";
import { addLabelCommand } from "./commands/label-command.ts";
import { addLabelsCommand } from "./commands/labels-command.ts";
import { addLocateCommand } from "./commands/locate-command.ts";
import { addMissingCommand } from "./commands/missing-command.ts";
import { addModelsCommand } from "./commands/models-command.ts";
import { addPauseCommands } from "./commands/pause-command.ts";
import { addReviewCommand } from "./commands/review-command.ts";
import { addSearchCommand } from "./commands/search-command.ts";
import { addServeCommand } from "./commands/serve-command.ts";
import { addSetCommand } from "./commands/set-command.ts";
import { addSimilarCommand } from "./commands/similar-command.ts";
import { addStatusCommand } from "./commands/status-command.ts";
import { addTagCommand } from "./commands/tag-command.ts";
import { addTrashCommand } from "./commands/trash-command.ts";
import { addTimeCommand } from "./commands/time-command.ts";
import { addTurnCommand } from "./commands/turn-command.ts";
import { addWatchCommand } from "./commands/watch-command.ts";

/** 0: done. 1: could not; the message says what was expected. 2: wrong usage. */
type ExitCode = 0 | 1 | 2;

/** Runs one command line and answers with its exit code. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const program = createProgram(argv);
  try {
    await program.parseAsync(argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof LibraryError) {
      process.stderr.write(`semblance: ${error.message}\n`);
      return 1;
    }
    log.error("semblance stopped", error);
    return 1;
  }
}

/** All commands, each with its options. */
export function createProgram(argv: readonly string[]): Command {
  const program = new Command("semblance")
    .description(
      "Finds similar photos and names what is in them, in the folders where they already are.",
    )
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  const commands = [
    addIndexCommand(program),
    addWatchCommand(program),
    addSimilarCommand(program, argv),
    addExplainCommand(program),
    addSearchCommand(program),
    addFacetsCommand(program),
    addLabelsCommand(program),
    addEmbedCommand(program),
    addEvaluateCommand(program),
    ...addTagCommand(program),
    ...addAlbumCommand(program),
    addSetCommand(program),
    addTurnCommand(program),
    ...addTimeCommand(program),
    ...addLabelCommand(program),
    ...addHistoryCommands(program),
    ...addReviewCommand(program),
    ...addDuplicatesCommand(program),
    ...addMissingCommand(program),
    addLocateCommand(program),
    ...addFailedCommand(program),
    addExportCommand(program),
    addTrashCommand(program),
    ...addFolderCommand(program),
    ...addModelsCommand(program),
    ...addBackupCommands(program),
    ...addPauseCommands(program),
    addStatusCommand(program),
    addDoctorCommand(program),
    addServeCommand(program),
  ];
  for (const command of commands) addCommonOptions(command);
  return program;
}

/** Every command takes these; commander does not hand a parent's options down to where people write them. */
function addCommonOptions(command: Command): void {
  command
    .addOption(new Option("--library <dir>", "the library's folder (default: your own)"))
    .addOption(new Option("--json", "one JSON document on standard output"))
    .exitOverride();
}
