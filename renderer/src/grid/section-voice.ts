import { say } from "../messages/say.ts";
import type { GridController } from "./grid-controller.svelte.ts";
import { rowOfPhoto, sectionOfRow } from "./layout/rows.ts";
import type { SectionWords } from "./section-words.ts";

/** Says where a key has led: the section of the focused photo, when it is another one than before. */
export class SectionVoice {
  readonly #grid: GridController;
  readonly #announce: (text: string) => void;

  constructor(grid: GridController, announce: (text: string) => void) {
    this.#grid = grid;
    this.#announce = announce;
  }

  /** Moves the focus, and tells of the section it comes to. */
  follow(words: SectionWords, move: () => void): void {
    const before = this.#section();
    move();
    const section = this.#section();
    if (!section?.hasHeader || section.key === before?.key) return;
    const title = words.titleOf(section.key);
    this.#announce(say("grid.section", { title, count: section.count }));
  }

  #section() {
    const { layout, selection, set } = this.#grid;
    if (set.total === 0) return undefined;
    const focus = Math.min(selection.focus, set.total - 1);
    return set.sections[sectionOfRow(layout, rowOfPhoto(layout, focus))];
  }
}
