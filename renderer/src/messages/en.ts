/**
 * @file Every text of the window, in ICU message syntax. Present tense, plain words, no exclamation
 * marks; one sentence for what is, one for what to do.
 */
import { enAlbums } from "./en-albums.ts";
import { enDetail } from "./en-detail.ts";
import { enDuplicates } from "./en-duplicates.ts";
import { enErrors } from "./en-errors.ts";
import { enExchange } from "./en-exchange.ts";
import { enFilters } from "./en-filters.ts";
import { enHistory } from "./en-history.ts";
import { enJudging } from "./en-judging.ts";
import { enLocate } from "./en-locate.ts";
import { enMap } from "./en-map.ts";
import { enKeys } from "./en-keys.ts";
import { enLabels } from "./en-labels.ts";
import { enLanguage } from "./en-language.ts";
import { enOriginals } from "./en-originals.ts";
import { enQueryForm } from "./en-query-form.ts";
import { enSearch } from "./en-search.ts";
import { enSidecars } from "./en-sidecars.ts";
import { enSettings } from "./en-settings.ts";
import { enSimilar } from "./en-similar.ts";
import { enDates } from "./en-dates.ts";
import { enSorting } from "./en-sorting.ts";
import { enSpoken } from "./en-spoken.ts";
import { enState } from "./en-state.ts";
import { enTagging } from "./en-tagging.ts";
import { enTags } from "./en-tags.ts";
import { enTime } from "./en-time.ts";
import { enTurns } from "./en-turns.ts";
import { enValues } from "./en-values.ts";
import { enViewer } from "./en-viewer.ts";
import { enWhy } from "./en-why.ts";

export const en = {
  "app.cannot-start": "Semblance cannot start here.",

  "address.invalid":
    "This address is not complete. Open the address that Semblance printed when it started.",

  "topbar.sidebar": "Sidebar",
  "topbar.details": "Details",
  "topbar.more": "More",
  "topbar.filters": "Filters",
  "topbar.size": "Thumbnail size",
  "topbar.theme": "Theme",
  "theme.system": "Same as the system",
  "theme.light": "Light",
  "theme.dark": "Dark",

  "region.photos": "Photos",
  "region.details": "Details",

  "sidebar.library": "Library",
  "sidebar.all": "All photos",
  "sidebar.recent": "Recently added",
  "sidebar.picks": "Picks",
  "sidebar.untagged": "Untagged",
  "sidebar.folders": "Folders",
  "sidebar.tags": "Tags",
  "sidebar.care": "Care",
  "sidebar.missing": "Missing",
  "sidebar.failed": "Could not be shown",
  "sidebar.add-folder": "Add folder",
  "sidebar.count": "{name}, {count, plural, one {# photo} other {# photos}}",

  "folder.menu": "Actions for {name}",
  "folder.check": "Check now",
  "folder.remove": "Remove from library",
  "folder.scanning": "Reading folder",
  "folder.watching": "Changes are noticed at once",
  "folder.rescan-only": "Checked now and then, because this folder cannot report changes",
  "folder.unwatched": "Not watched at the moment",
  "folder.offline": "{name} is offline. Photos, tags and thumbnails are kept.",
  "folder.offline.found":
    "{name} is offline. The same photos are at {path}. Photos, tags and thumbnails are kept.",
  "folder.take-found": "Use this place",
  "folder.locate": "Locate…",
  "folder.located": "{name} is now {path}.",
  "folder.ignore": "Leave out…",
  "folder.rescan.network":
    "{name} is on a network and cannot report changes, so it is checked every 2 hours.",
  "folder.rescan.watch-limit":
    "{name} has more folders than this system watches, so it is checked every 2 hours. On Linux, raise fs.inotify.max_user_watches and check it now.",
  "folder.rescan.handle-limit":
    "This system allows no more open files or watchers, so {name} is checked every 2 hours. On Linux, raise fs.inotify.max_user_instances or the limit of open files.",
  "folder.rescan.watch-failed": "{name} cannot report changes, so it is checked every 2 hours.",
  "folder.checking": "Checking {name}.",
  "folder.removed": "{name} removed from the library.",
  "folder.remove.title": "Remove {name} from the library?",
  "folder.remove.text":
    "The files stay where they are. Tags are kept and come back when the folder is added again.",
  "folder.remove.confirm": "Remove",
  "folder.added": "{name} added.",
  "folder.added.counted":
    "{name} added. {count, plural, one {# photo} other {# photos}} found so far.",

  "locate-folder.title": "Where is {name} now?",
  "locate-folder.text": "It was at {path}. Its photos keep everything.",
  "locate-folder.confirm": "It is here",
  "locate-folder.insist": "Use it anyway",

  "ignore.title": "Leave out parts of {name}",
  "ignore.text":
    "One pattern a line, as in a .gitignore file. What is left out disappears from every result and keeps its tags.",
  "ignore.patterns": "Patterns",
  "ignore.example": "exports/",
  "ignore.confirm": "Leave out",
  "ignore.saved":
    "{count, plural, one {# pattern leaves} other {# patterns leave}} out parts of {name}.",
  "ignore.saved.none": "Nothing of {name} is left out.",

  "add-folder.title": "Add folder",
  "add-folder.text":
    "Photos stay where they are. Semblance reads this folder and all folders in it.",
  "add-folder.up": "Up",
  "add-folder.list": "Folders in {name}",
  "add-folder.here":
    "{count, plural, =0 {No photos directly in this folder.} one {# photo directly in this folder.} other {# photos directly in this folder.}}",
  "add-folder.known": "This folder is in the library already.",
  "add-folder.none": "No folders in here.",
  "add-folder.confirm": "Add this folder",
  "add-folder.loading": "Reading folder",

  "first-run.title": "Where are your photos?",
  "first-run.text": "No photos yet. Add a folder and they appear as they are found.",
  "first-run.promise": "They stay where they are, and nothing leaves this computer.",

  "empty.folder": "No photos in this folder.",
  "empty.folder.reading": "Reading folder. Photos appear as they are found.",
  "empty.library": "No photos in your folders yet.",
  "empty.search": "No photos match this search.",
  "empty.search.indexing":
    "Nothing so far. {left, plural, one {# photo is} other {# photos are}} not indexed yet.",
  "empty.untagged": "Every photo has a tag.",
  "empty.picked": "No picks yet. P flags a photo as a pick.",
  "empty.label.similar": "Similar:",
  "empty.show-all": "Show all photos",
  "empty.check": "Check now",

  "grid.name": "Photos",
  "grid.no-date": "No date",
  "grid.section-count": "{count, plural, one {# photo} other {# photos}}",
  "grid.position": "photo {index, number} of {total, number}",
  "grid.row-height": "Row height {px, number}",
  "grid.two-per-row": "Two photos per row",
  "grid.loading-photo": "Photo {index, number}",
  "grid.new-photos": "{count, plural, one {# new photo} other {# new photos}}",
  "tile.failed": "Cannot be shown",
  "tile.missing": "Missing",
  "tile.similarity": "{percent} similar",
  "tile.video": "Video",
  "scrubber.pill": "{title} · {count}",

  "menu.photos": "{count, plural, one {# photo} other {# photos}}",
  "menu.open": "Open",
  "menu.find-similar": "Find similar",
  "menu.add-tag": "Add tag",
  "menu.show-in-folder": "Show in folder",
  "menu.copy-path": "Copy path",
  "menu.details": "Details",
  "menu.show-photos": "Show photos",

  "copy.done": "{count, plural, one {Path copied.} other {# paths copied.}}",
  "copy.failed": "The clipboard cannot be used here.",

  "selection.bar": "Selection",
  "selection.count": "{count, plural, one {# selected} other {# selected}}",
  "selection.announce":
    "{count, plural, =0 {Nothing selected.} one {# photo selected.} other {# photos selected.}}",
  "selection.clear": "Clear selection",

  "label.right": "Right",
  "label.wrong": "Wrong",
  "label.right.of": "Right: {label}",
  "label.wrong.of": "Wrong: {label}",
  "label.no-family": "This is no {family}",
  "label.take-back": "Take back",
  "label.confirmed": "Said that {name} shows {label}.",
  "label.rejected": "Said that {name} is no {label}.",
  "label.taken-back": "Took back what was said of {label} on {name}.",

  "action.undo": "Undo",
  "action.try-again": "Try again",
  "action.dismiss": "Dismiss",
  "action.close": "Close",
  "action.cancel": "Cancel",
  "action.add-folder": "Add folder",
  "action.show-in-folder": "Show in folder",

  "keys.group.move": "Moving",
  "keys.group.select": "Selecting",
  "keys.group.photos": "Photos",
  "keys.group.window": "Window",
  "keys.move": "Move and select; previous and next in the viewer",
  "keys.row-ends": "First and last photo of the row",
  "keys.ends": "First and last photo",
  "keys.page": "One window up or down",
  "keys.section": "One section up or down",
  "keys.extend": "Extend the selection; also with Home, End and Page keys. Moves a zoomed photo",
  "keys.peek": "Move without selecting",
  "keys.toggle": "Select or unselect the focused photo",
  "keys.all": "Select all",
  "keys.none": "Select none",
  "keys.invert": "Invert the selection",
  "keys.open": "Open the photo; again goes back",
  "keys.find-similar": "Find similar",
  "keys.add-tag": "Add tag",
  "keys.remove-tag": "Remove tag",
  "keys.copy-path": "Copy path",
  "keys.show-in-folder": "Show in folder",
  "keys.undo": "Undo",
  "keys.redo": "Redo",
  "keys.menu": "Menu of the focused photo",
  "keys.details": "Details",
  "keys.sidebar": "Sidebar",
  "keys.filters": "Filters",
  "keys.size": "Larger and smaller thumbnails; zoom in the viewer",
  "keys.search": "Search",
  "keys.regions": "Next and previous part of the window",
  "keys.add-folder": "Add folder",
  "keys.settings": "Settings",
  "keys.help": "This list",
  "keys.back": "Close, then clear the selection, then go back",

  "notice.dismiss": "Dismiss",
  "notice.damaged":
    "The library file is damaged. Quit Semblance and start it again: it restores the file from a backup.",
  "notice.disk-full":
    "The disk with the library is full. Indexing waits, and goes on by itself when there is space.",
  "notice.stopped": "Indexing waits and tries again by itself. {why}",
  "notice.restored.damaged": "The library file was damaged.",
  "notice.restored.gone": "The library file was gone.",
  "notice.restored.backup": "It was restored from the backup of {when}.",
  "notice.restored.salvaged":
    "There was no good backup, so everything that could be read of it was taken over.",
  "notice.restored.whole": "Everything you entered since is there.",
  "notice.restored.parts": "Some of what you entered last may be missing.",
  "notice.restored.kept": "The damaged file is kept as {path}.",

  "activity.pause": "Pause",
  "activity.resume": "Resume",
  "activity.paused": "Paused",
  "activity.paused.name": "Activity: paused",
  "activity.paused.sentence":
    "Indexing is paused. {count, plural, one {# photo waits} other {# photos wait}}.",
  "activity.stopped": "Stopped",
  "activity.stopped.name": "Activity: stopped",
  "activity.stopped.sentence":
    "Indexing has stopped. {count, plural, one {# photo waits} other {# photos wait}}.",
  "activity.busy":
    "Activity: {what}{percent, select, none {} other {, {percent} percent}}{waiting, select, none {} other {, {waiting}}}{left, select, none {} other {, {left}}}",
  "activity.idle": "Activity: up to date",
  "activity.indexing": "indexing",
  "activity.scanning": "reading folders",
  "activity.reading": "Reading folders",
  "activity.left": "{count, plural, one {# left} other {# left}}",
  "activity.up-to-date": "Up to date",
  "activity.title": "Activity",
  "activity.sentence":
    "Indexing {done, number} of {total, number}{left, select, none {} other {, {left}}}.",
  "activity.sentence.scanning":
    "{count, plural, one {Reading # folder} other {Reading # folders}}, {found, plural, one {# photo} other {# photos}} found.",
  "activity.sentence.idle": "All {count, plural, one {# photo is} other {# photos are}} indexed.",
  "activity.sentence.none": "Nothing to do.",
  "activity.sentence.partly": "{indexed, number} of {total, number} photos are indexed.",
  "activity.speed": "{rate} photos a second",
  "activity.failed":
    "{count, plural, one {# photo could not be shown.} other {# photos could not be shown.}}",
  "activity.show-failed": "Show",
  "activity.browse": "Everything can be used meanwhile.",
  "activity.model": "Model",
  "activity.switching": "switching models",
  "activity.switching.name": "Activity: new model, {percent}",
  "activity.switching.label": "New model, {percent}",
  "activity.switching.details": "Details",
  "activity.announce.switching": "The new model begins with the photos.",
  "activity.announce.switched": "{model} answers now.",
  "activity.announce.start": "Indexing started.",
  "activity.announce.end": "Indexing finished. {count, plural, one {# photo} other {# photos}}.",
  "time.seconds": "less than a minute left",
  "time.minutes": "about {count, plural, one {# minute} other {# minutes}} left",
  "time.hours": "about {count, plural, one {# hour} other {# hours}} left",

  ...enAlbums,
  ...enQueryForm,
  ...enDetail,
  ...enDuplicates,
  ...enErrors,
  ...enExchange,
  ...enFilters,
  ...enHistory,
  ...enJudging,
  ...enKeys,
  ...enLabels,
  ...enLocate,
  ...enLanguage,
  ...enMap,
  ...enOriginals,
  ...enSearch,
  ...enSettings,
  ...enSidecars,
  ...enSimilar,
  ...enDates,
  ...enSorting,
  ...enSpoken,
  ...enState,
  ...enTags,
  ...enTagging,
  ...enTime,
  ...enTurns,
  ...enValues,
  ...enViewer,
  ...enWhy,

  "notice.name": "Notice",
  "notice.going": "{going} {percent}",
  "connection.lost": "The engine stopped and is starting again. Browsing still works.",
  "notice.not-saved": "The engine is starting again. This change is not saved.",
  "connection.ended":
    "The engine stopped five times in a row. Close Semblance and open it again; saved edits are all here.",
  "connection.back": "The engine restarted. Saved edits are all here.",
} as const satisfies Record<string, string>;

export type MessageKey = keyof typeof en;
