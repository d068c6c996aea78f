import type { App, Dialog } from "electron";
import { basename } from "node:path";
import type { WireError } from "../contract/errors.ts";
import type { Speech } from "./shell-speech.ts";

export interface TroubleOptions {
  readonly app: Pick<App, "quit">;
  readonly dialog: Pick<Dialog, "showMessageBox">;
  readonly speech: Speech;
}

/** The engine cannot open the library: the reason is the user's to solve, so it is all there is to say. */
export async function tellRefused(
  error: WireError,
  { app, dialog, speech }: TroubleOptions,
): Promise<void> {
  await dialog.showMessageBox({
    type: "error",
    message: speech.say("shell.library.refused"),
    detail: speech.sayError(error),
    buttons: [speech.say("shell.quit")],
  });
  app.quit();
}

export interface GivenUpOptions extends TroubleOptions {
  /** The path of the photo that was being read. */
  readonly reading: string | undefined;
  /** With the path of a file that is not to be opened again. */
  readonly startAgain: (setAside?: string) => void;
}

/** The engine kept ending and was given up: the user says how it goes on. */
export async function tellGivenUp(options: GivenUpOptions): Promise<void> {
  const { app, dialog, speech, reading, startAgain } = options;
  const choices = [
    ...(reading === undefined ? [] : (["shell.set-aside"] as const)),
    "shell.start-again",
    "shell.quit",
  ] as const;
  const { response } = await dialog.showMessageBox({
    type: "error",
    message:
      reading === undefined
        ? speech.say("shell.engine.ended")
        : speech.say("shell.engine.ended.reading", { name: basename(reading) }),
    detail: speech.say("shell.engine.ended.text"),
    buttons: choices.map((choice) => speech.say(choice)),
    defaultId: 0,
    cancelId: choices.length - 1,
  });
  const chosen = choices[response];
  if (chosen === "shell.quit") app.quit();
  else startAgain(chosen === "shell.start-again" ? undefined : reading);
}

/** Holds the app's end back until the engine has ended. */
export function endEngineWithApp(app: Pick<App, "on" | "quit">, engine: AsyncDisposable): void {
  let isEnding = false;
  let hasEnded = false;
  app.on("will-quit", (event) => {
    if (hasEnded) return;
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void engine[Symbol.asyncDispose]().then(() => {
      hasEnded = true;
      app.quit();
    });
  });
}
