import { spawn } from "node:child_process";
import { note } from "./output.ts";

/** Asks the system for its browser; where there is none the printed address is the way. */
export function openInBrowser(url: string): void {
  const [command, ...args] = opener(url);
  spawn(command!, args, { stdio: "ignore", detached: true })
    .on("error", () => note("Open the address above in a browser."))
    .unref();
}

function opener(url: string): string[] {
  if (process.platform === "darwin") return ["open", url];
  if (process.platform === "win32") return ["cmd", "/c", "start", "", url];
  return ["xdg-open", url];
}
