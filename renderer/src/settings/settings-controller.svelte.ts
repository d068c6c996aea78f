import type { LibraryContext } from "../library/context.ts";
import { MachineController } from "./machine/machine-controller.svelte.ts";
import { ModelsController } from "./models/models-controller.svelte.ts";
import type { SettingEntry, SettingsPage } from "./setting-index.ts";

/** Which page of the settings is open; it is remembered while the window is. */
export class SettingsController {
  page = $state<SettingsPage>("look");
  /** The setting to be shown, until it is on the screen. */
  wanted = $state<string | undefined>();
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

  /** Leads to a setting that was searched for. */
  show({ id, page }: SettingEntry): void {
    this.turnTo(page);
    this.wanted = id;
  }

  turnTo(page: SettingsPage): void {
    if (page === this.page) return;
    this.page = page;
    this.load();
  }

  /** Reads what the page shows again, while it is shown. */
  load(): void {
    if (!this.#isShown()) return;
    if (this.page === "models") void this.models.load();
    else if (this.page === "machine") void this.machine.load();
  }
}
