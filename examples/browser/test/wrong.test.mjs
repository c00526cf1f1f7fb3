// Files that are not what they should be are refused in words that say what to do, and nothing else is lost by it.

import assert from "node:assert/strict";
import test from "node:test";

import { EXPORT, SITE, withApp } from "./support/app.mjs";

const LIMIT = { timeout: 240_000 };

test("what is no list says so, and another one can be opened beside it", LIMIT, async () => {
  await withApp(async (page, app) => {
    const image = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
    const wrong = [["empty.csv", ""], ["blank.csv", " \n\n"], ["photo.csv", image]];
    for (const [name, content] of wrong) {
      await app.open([name, content]);
      await app.stands(name, "cannot be read");
      await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      const said = await page.getByRole("alert").innerText();
      assert.ok(said.split("\n").filter((line) => line.trim() !== "").length >= 2, `${name}: ${said}`);
    }
    await app.open(["list.csv", "Email\nada@example.com\n"]);
    await app.stands("list.csv", "1 person");
  });
});

test("a list without a column of addresses is shown, mapped, and read", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(["odd.csv", "Wer,Wo\nada@example.com,Berlin\nbob@example.com,Bern\n"]);
    await app.stands("odd.csv", "needs its columns mapped");
    assert.match(await page.getByRole("alert").innerText(), /email/i);
    await app.go("Columns");
    await page.getByLabel("Use of the column Wer").selectOption("email");
    await app.stands("odd.csv", "2 people");
  });
});

test("a header alone is no mistake of the page", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(["header.csv", "Email,Tags\n"]);
    await app.stands("header.csv", "0 people");
    await app.go("Rows");
    await page.getByText("There are no rows.").waitFor();
  });
});

test("a site's document that cannot be used is refused with its place", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(["site.json", "{ \"format\": 1,\n  \"name\": }"]);
    await app.go("Move");
    assert.match(await page.getByRole("alert").innerText(), /\S/);
    await page.locator("main input[type=file]").setInputFiles(SITE);
    await page.getByText("Harbour Academy").waitFor();
    await page.getByText("There is nobody to plan for yet").waitFor();
    await app.open(EXPORT);
    await page.getByText("Who gets what, and when").waitFor();
  });
});

test("a mapping that is none is not taken", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(["list.csv", "Email\nada@example.com\n"]);
    await app.stands("list.csv", "1 person");
    await app.go("Columns");
    await page.locator("main input[type=file]").setInputFiles({ name: "mapping.json", mimeType: "application/json", buffer: Buffer.from("[]") });
    assert.match(await page.getByRole("alert").innerText(), /mapping\.json was not taken/);
    await app.stands("list.csv", "1 person");
  });
});
