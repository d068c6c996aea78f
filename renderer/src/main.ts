import { mount } from "svelte";
import App from "./App.svelte";
import NoAddress from "./NoAddress.svelte";
import { connect } from "./library/connect.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/menu.css";
import "./ui/drag-ghost.css";
import { Workspace } from "./workspace.svelte.ts";

const target = document.getElementById("app")!;
const connection = connect();
if (connection) mount(App, { target, props: { workspace: new Workspace(connection) } });
else mount(NoAddress, { target });
