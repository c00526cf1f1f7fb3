// Starts the library, then the page.

import { render } from "preact";

import { startLibrary } from "./model/library.js";
import { Workbench } from "./model/workbench.js";
import "./style.css";
import { App } from "./view/app.js";

const place = document.getElementById("app");
if (place !== null) {
  try {
    const bench = new Workbench(await startLibrary());
    await bench.begin();
    render(<App bench={bench} />, place);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    render(<p role="alert" class="alone">This browser cannot run the page: {reason}. A current Chrome, Edge, Firefox or Safari can.</p>, place);
  }
}
