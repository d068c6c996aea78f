import type { LibraryContext } from "../library/context.ts";
import { MachineController } from "./machine/machine-controller.svelte.ts";
import { ModelsController } from "./models/models-controller.svelte.ts";

export const settingsPages = ["models", "machine"] as const;
export type SettingsPage = (typeof settingsPages)[number];

/** Which page of the settings is open; it is remembered while the window is. */
export class SettingsController {
  page = $state<SettingsPage>("models");
  readonly models: ModelsController;
  readonly machine: MachineController;
  #isSwitching = false;
  readonly #isShown: () => boolean;

  constructor(
    context: Pick<LibraryContext, "client" | "notices" | "shell">,
    isShown: () => boolean,
  ) {
    this.#isShown = isShown;
    this.models = new ModelsController(context);
    this.machine = new MachineController(context);
    context.client.subscribe((event) => {
      if (event.name !== "model.changed") return;
      const hasSwitched = this.#isSwitching && event.payload.switching === null;
      this.#isSwitching = event.payload.switching !== null;
      // Another model runs, maybe somewhere else.
      if (hasSwitched) this.load();
    });
  }

  open(page = this.page): void {
    this.page = page;
    this.load();
  }

  turnTo(page: SettingsPage): void {
    if (page === this.page) return;
    this.page = page;
    this.load();
  }

  /** Reads what the page shows again, while it is shown. */
  load(): void {
    if (!this.#isShown()) return;
    void (this.page === "models" ? this.models.load() : this.machine.load());
  }
}
