// The package `@memberferry/node`.

import { addon } from "./addon.js";
import { install } from "./facade/native.js";
import { installFiles } from "./facade/source.js";
import { openFile } from "./files.js";

install(addon());
installFiles(openFile);

export * from "./facade/index.js";
export { FileJournal } from "./files.js";
