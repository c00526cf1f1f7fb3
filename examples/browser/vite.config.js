// One HTML file comes out: scripts, styles, the worker and the WebAssembly are in it, and its policy names the one script that may run. It can
// be served by anything, or be kept on a disk and opened from there.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

import { defineConfig } from "vite";

const require = createRequire(import.meta.url);

/** The WebAssembly as text within the script: the page may fetch nothing, not even from where it came. */
function wasmWithin() {
  const id = "virtual:memberferry-wasm";
  return {
    name: "wasm-within",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(resolved) {
      if (resolved !== `\0${id}`) return undefined;
      const bytes = readFileSync(require.resolve("@memberferry/wasm/memberferry.wasm"));
      return `export default ${JSON.stringify(gzipSync(bytes, { level: 9 }).toString("base64"))};`;
    },
  };
}

/** The package looks for its worker and its WebAssembly beside itself, unless it is given them, as it is here. */
function nothingBeside() {
  return {
    name: "nothing-beside",
    enforce: "pre",
    transform(code, id) {
      if (!/bindings-wasm|@memberferry/.test(id)) return undefined;
      return code.replace(/new URL\((['"])[./\w]*(?:memberferry_bg\.wasm|worker\.js)\1, import\.meta\.url\)/g, "undefined");
    },
  };
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Puts scripts and styles into the page, and says in the page's policy that nothing else may run and nothing may be asked for. */
function oneFile() {
  return {
    name: "one-file",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      const take = (pattern) => {
        const texts = [];
        page.source = page.source.replace(pattern, (_, name) => {
          const file = bundle[name];
          texts.push(String(file.code ?? file.source));
          delete bundle[name];
          return "";
        });
        return texts.join("\n");
      };
      const script = take(/<script type="module"[^>]*src="\.\/([^"]+)"[^>]*><\/script>/g).replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
      const style = take(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g);
      const policy = [
        "default-src 'none'",
        "connect-src 'none'",
        `script-src ${hash(script)} 'wasm-unsafe-eval'`,
        `style-src ${hash(style)}`,
        "worker-src blob:",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; ");
      const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
      page.source = page.source
        .replace("<!-- policy -->", () => head)
        .replace("</head>", () => `<style>${style}</style>\n</head>`)
        .replace("</body>", () => `<script type="module">${script}</script>\n</body>`);
      const beside = Object.keys(bundle).filter((name) => name !== "index.html");
      if (beside.length > 0) this.error(`nothing is to stand beside the page, and this does: ${beside.join(", ")}`);
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [nothingBeside(), wasmWithin(), oneFile()],
  worker: { format: "iife", plugins: () => [nothingBeside()] },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: { target: "es2022", modulePreload: false, cssCodeSplit: false, chunkSizeWarningLimit: 8000 },
});
