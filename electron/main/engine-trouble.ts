import type { App, Dialog } from "electron";
import type { WireError } from "../contract/errors.ts";

export interface TroubleOptions {
  readonly app: Pick<App, "relaunch" | "quit">;
  readonly dialog: Pick<Dialog, "showMessageBox">;
}

/** The engine cannot open the library: the reason is the user's to solve, so it is all there is to say. */
export async function tellRefused(
  error: WireError,
  { app, dialog }: TroubleOptions,
): Promise<void> {
  await dialog.showMessageBox({
    type: "error",
    message: "The library could not be opened.",
    detail: error.message,
    buttons: ["Quit"],
  });
  app.quit();
}

/** The engine kept ending and was given up. */
export async function tellGivenUp({ app, dialog }: TroubleOptions): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: "error",
    message: "Semblance's engine keeps stopping.",
    detail:
      "Your photos and everything that you entered are safe. The engine's log says what happened.",
    buttons: ["Start again", "Quit"],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) app.relaunch();
  app.quit();
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
