// What a person comes for: an export is recognised, mapped, looked over, put right, planned, and taken along.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

import { DATA, EXPORT, SITE, SITE_BEFORE, withApp } from "./support/app.mjs";

const LIMIT = { timeout: 240_000 };

const MISTYPED = `Email,First Name,Tags
ada@gmial.com,Ada,VIP
bob@gmial.com,Bob,VIP
cleo(at)example.com,Cléo,Newsletter
dana@example.com,Dana,"Newsletter, VIP"
dana@example.com,Dana,Late
`;

test("a real shaped export goes the whole way", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(EXPORT, SITE);
    await app.stands("export.csv", "1,978 people");

    // Recognised, with its reasons.
    assert.match(await page.locator(".guess").innerText(), /Keap/);
    assert.match(await page.locator(".reasons").first().innerText(), /knows 18 of the 20 columns/);
    assert.equal(await app.tile("People"), "1,978");
    assert.equal(await app.tile("Set aside"), "22");

    // Mapped, with scores.
    await app.go("Columns");
    const email = page.locator("tr", { has: page.getByRole("rowheader", { name: "Email", exact: true }) });
    assert.equal(await email.getByRole("combobox").inputValue(), "email");
    assert.match(await email.innerText(), /100: the source is known to name it so/);

    // Set aside, and put right where it stands, by the keyboard alone.
    await app.go("Rows");
    await app.facet("Set aside");
    await app.count("22 rows");
    const first = (await app.rows())[0];
    const column = (await page.getByRole("columnheader").allInnerTexts()).indexOf("Email");
    await app.grid().focus();
    for (let step = 1; step < column; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("put.right@example.com");
    await page.keyboard.press("Enter");
    await app.count("21 rows");
    await app.stands("export.csv", "1,979 people");
    await app.facet("Changed by you");
    await app.count("1 row");
    // The row that was in sight stays until this one is there.
    await page.locator(".grid-body .grid-row", { hasText: "put.right@example.com" }).waitFor();
    assert.equal((await app.rows())[0][column], "put.right@example.com");
    assert.equal((await app.rows())[0][0], first[0]);
    await page.getByRole("button", { name: "Undo" }).click();
    await app.stands("export.csv", "1,978 people");
    await page.getByRole("button", { name: "Redo" }).click();
    await app.stands("export.csv", "1,979 people");

    // The plan: who gets what, and when.
    await app.go("Move");
    await page.getByRole("button", { name: "Plan again" }).click();
    await page.getByText("A list was changed since this was planned.").waitFor({ state: "detached" });
    assert.equal(await app.tile("Become users"), "1,979");
    assert.equal(await app.tile("Stand in the way"), "0");
    await app.settled();
    await page.locator(".grid-body .grid-row", { hasText: "Watercolour in Four Weeks" }).first().locator(".cell").nth(1).click();
    await page.locator(".detail h3", { hasText: "Watercolour in Four Weeks" }).waitFor();
    assert.match(await page.locator(".releases").innerText(), /Washes[\s\S]*Edges[\s\S]*Water[\s\S]*Skies/);

    // The site has users already: one who is on the list and has other values, one whom nobody planned for, one who is looked after.
    const planned = await app.tile("Become users");
    const listed = "put.right@example.com";
    const users = [
      { id: "1", email: "owner@harbour.example", roles: ["administrator"] },
      { id: "2", email: listed, firstName: "Another", roles: ["subscriber"] },
      { id: "3", email: "somebody.else@example.com", roles: ["subscriber"] },
    ];
    const choose = (name, text) => page.getByLabel(/Choose (its|other) users/).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await choose("broken.jsonl", '{"id": "1"}\n');
    await page.getByRole("alert").waitFor();
    assert.match(await page.getByRole("alert").innerText(), /email/);
    assert.equal(await app.tile("Become users"), planned);
    await choose("users.jsonl", users.map((user) => JSON.stringify(user)).join("\n"));
    await page.getByText("The site has 3 users already (users.jsonl).").waitFor();
    await page.locator(".tile dd", { hasText: /^1,978$/ }).waitFor();
    assert.equal(await app.tile("Become users"), "1,978");
    assert.equal(await app.tile("Are there and change"), "1");
    await page.getByRole("button", { name: "The site is new" }).click();
    await page.locator(".tile dd", { hasText: /^1,979$/ }).waitFor();
    assert.equal(await app.tile("Are there and change"), "0");

    // Who would see less or more than on the site as it was.
    assert.equal(await app.tile("Nobody asked for"), "0");
    await page.getByLabel("Choose the site as it was").setInputFiles(SITE_BEFORE);
    await page.getByText("What people see today is what", { exact: false }).waitFor();
    const unasked = page.getByRole("grid", { name: "Changes that nobody asked for" });
    await unasked.getByText("no such page after", { exact: false }).first().waitFor();
    assert.match(await unasked.innerText(), /spring-sale/);
    assert.equal(await app.tile("Nobody asked for"), "373");
    await page.getByRole("button", { name: "It was the same" }).click();
    await unasked.waitFor({ state: "detached" });
    assert.equal(await app.tile("Nobody asked for"), "0");

    // Readiness, with an answer that is kept.
    await app.go("Readiness");
    await page.getByRole("heading", { name: "Not ready yet" }).waitFor();
    const settled = () => page.locator(".verdict p").first().innerText();
    const before = Number.parseInt(await settled(), 10);
    await page.getByLabel("Answer: has the backup administrator logged in", { exact: false }).selectOption("yes");
    await page.locator(".verdict p", { hasText: `${before + 1} of` }).waitFor();

    // Charts.
    await app.go("Charts");
    await page.getByText("Members by marketing status").waitFor();
    assert.ok((await page.locator(".day-row svg").count()) > 0);
    assert.ok((await page.locator(".timeline .dot").count()) >= 4);

    // Taken along.
    await app.go("Download");
    const clean = await app.download("Download clean CSV");
    assert.equal(clean.name, "export-clean.csv");
    const lines = clean.bytes.toString().split("\r\n");
    assert.match(lines[0], /^email,/);
    assert.ok(lines.some((line) => line.startsWith("put.right@example.com,")));
    const issues = (await app.download("Download issues CSV")).bytes.toString();
    assert.match(issues, /^severity,code,line,column,field,value,suggestion,message,help\r\n/);
    assert.match(issues, /\r\nerror,email-missing,/);
    const aside = (await app.download("Download rows set aside")).bytes.toString();
    assert.match(aside.split("\r\n")[0], /memberferry_line,memberferry_reasons/);
    const mapping = JSON.parse((await app.download("Download mapping")).bytes.toString());
    assert.equal(mapping.format, 1);
    const corrections = JSON.parse((await app.download("Download corrections")).bytes.toString());
    assert.deepEqual(corrections.map(({ text }) => text), ["put.right@example.com"]);
    const plan = await app.download("Download plan");
    assert.ok(plan.bytes.length > 100_000, `${plan.bytes.length}`);
    const report = (await app.download("Download report")).bytes.toString();
    assert.match(report, /<h1>Migration of Harbour Academy<\/h1>/);
  });
});

test("what is written lands in the row it was written in, whatever is read anew meanwhile", LIMIT, async () => {
  await withApp(async (page, app) => {
    const wrong = ["one", "two", "three"].map((name) => `${name}(at)example.com,${name}`);
    const right = Array.from({ length: 100_000 }, (_, place) => `member${place}@example.com,Member`);
    await app.open(["wrong.csv", ["Email,First Name", ...wrong, ...right].join("\n")]);
    await app.stands("wrong.csv", "100,000 people");
    await app.go("Rows");
    await app.facet("Set aside");
    await app.count("3 rows");
    const write = async (text) => {
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    };
    await app.grid().focus();
    await page.keyboard.press("Enter");
    await write("one@example.com");
    // The list is read anew, and the first row will not be set aside any more. The next one is written in before that, or after.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const meant = await page.locator(".editor").inputValue();
    await app.stands("wrong.csv", "100,001 people");
    await app.count("2 rows");
    assert.equal(await page.locator(".editor").inputValue(), meant);
    await write(meant.replace("(at)", "@"));
    await app.stands("wrong.csv", "100,002 people");
    await app.count("1 row");
    await app.facet("Changed by you");
    await app.count("2 rows");
    const name = meant.replace("(at)example.com", "");
    assert.deepEqual((await app.rows()).map((row) => row.slice(1)).sort(), [["one@example.com", "one"], [`${name}@example.com`, name]].sort());
  });
});

test("every suggestion of a kind is taken at once, and undone at once", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(["typos.csv", MISTYPED]);
    await app.stands("typos.csv", "3 people");
    await app.go("Rows");
    await app.facet("mistyped");
    await page.getByRole("button", { name: "Take all 2" }).click();
    await app.count("0 rows");
    await app.facet("Changed by you");
    await app.count("2 rows");
    assert.deepEqual((await app.rows()).map((row) => row[1]), ["ada@gmail.com", "bob@gmail.com"]);
    await app.go("Download");
    assert.match((await app.download("Download clean CSV")).bytes.toString(), /ada@gmail\.com[\s\S]*bob@gmail\.com/);
    await app.go("Rows");
    await page.getByRole("button", { name: "Undo" }).click();
    await app.facet("mistyped");
    await app.count("2 rows");
    // One alone, from what is said of the row.
    await page.locator(".grid-body .cell", { hasText: "bob@gmial.com" }).click();
    await page.getByRole("button", { name: "Make it bob@gmail.com" }).click();
    await app.count("1 row");
  });
});

test("what a column is for is chosen, kept on the device, and forgotten", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(["typos.csv", MISTYPED]);
    await app.stands("typos.csv", "3 people");
    await app.go("Columns");
    await page.getByLabel("Use of the column First Name").selectOption("last-name");
    await page.getByText("Your choices are kept on this device").waitFor();
    await page.reload();
    await app.open(["typos.csv", MISTYPED]);
    await app.stands("typos.csv", "3 people");
    await app.go("Columns");
    assert.equal(await page.getByLabel("Use of the column First Name").inputValue(), "last-name");
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    assert.ok(!kept.includes("example.com") && !kept.includes("Ada"), kept);
    await page.getByRole("button", { name: "Forget my choices" }).click();
    await page.getByText("What you change is kept on this device").waitFor();
    assert.equal(await page.getByLabel("Use of the column First Name").inputValue(), "first-name");
  });
});

test("several exports become one list", LIMIT, async () => {
  await withApp(async (page, app) => {
    const one = "Email,Tags\nada@example.com,One\nbob@example.com,One\n";
    const other = "Email,Tags\nADA@example.com,Two\ncleo@example.com,Two\n";
    await app.open(["one.csv", one], ["other.csv", other], ["members.csv", readFileSync(path.join(DATA, "check/members.csv"))]);
    await app.stands("one.csv", "2 people");
    await app.stands("other.csv", "2 people");
    await app.stands("members.csv", "people");
    await page.getByRole("button", { name: "Close members.csv" }).click();
    await app.go("Download");
    const { name, bytes } = await app.download("Download clean CSV");
    assert.equal(name, "merged-clean.csv");
    const ada = bytes.toString().split("\r\n").filter((line) => /^ada@/i.test(line));
    assert.equal(ada.length, 1);
    assert.match(ada[0], /One,Two/);
  });
});

test("the sample is one click away", LIMIT, async () => {
  await withApp(async (page, app) => {
    await page.getByRole("button", { name: "Try it with a sample" }).click();
    await app.stands("members.csv", "people");
    assert.match(await page.locator(".guess").innerText(), /Ghost/);
    await app.go("Move");
    await page.getByText("Who gets what, and when").waitFor();
  });
});
