import { mount } from "svelte";
import App from "./App.svelte";
import NoAddress from "./NoAddress.svelte";
import { reopen } from "./language-change.ts";
import { connect } from "./library/connect.ts";
import { loadPreferences } from "./library/preferences.ts";
import { languageTags, speechFor } from "../../electron/contract/language.ts";
import { speak } from "./messages/say.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/side-row.css";
import "./ui/slider.css";
import "./ui/tabs.css";
import "./ui/text-field.css";
import "./ui/forced-colors.css";
import "./ui/menu.css";
import "./ui/drag-ghost.css";
import { Workspace } from "./workspace.svelte.ts";

async function start(): Promise<void> {
  const speech = speechFor(loadPreferences().language ?? "system", navigator.languages);
  document.documentElement.lang = languageTags[speech.language];
  await speak(speech);
  const target = document.getElementById("app")!;
  const connection = connect();
  if (!connection) {
    mount(NoAddress, { target });
    return;
  }
  void connection.shell?.useLanguage(speech.language);
  const workspace = new Workspace(connection);
  reopen(workspace);
  mount(App, { target, props: { workspace } });
}

void start();
