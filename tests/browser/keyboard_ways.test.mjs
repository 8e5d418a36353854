/**
 * The ways of the keyboard between and within the parts of the desk (ARIA Authoring Practices), and what a screen reader is
 * told of what happens.
 */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

/** @param {import("./desk.mjs").Desk} desk @param {string} name the label or the id of what must have the keyboard */
function has(desk, name) {
  return desk.page.waitForFunction(
    (wanted) => [document.activeElement?.id, document.activeElement?.getAttribute("aria-label")].includes(wanted),
    name,
  );
}

/** @param {import("./desk.mjs").Desk} desk @param {RegExp} words */
function said(desk, words) {
  return desk.page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById("announcements")?.textContent ?? ""),
    words.source,
  );
}

test("from the text, Share and Export are within eight Tabs, since Tab reaches one button of each toolbar", async () => {
  const desk = await host.open();
  await desk.set("Un mo|t.");
  for (const wanted of ["Exporter", "Partager pour relecture"]) {
    await desk.page.evaluate(() => document.getElementById("field")?.focus());
    let tabs = 0;
    const inBanner = () => desk.page.evaluate(() => document.activeElement?.closest("header") !== null && document.activeElement !== document.body);
    for (; !(await inBanner()); ++tabs) {
      assert.ok(tabs < 8, "too far");
      await desk.page.keyboard.press("Shift+Tab");
    }
    for (let steps = 0; (await desk.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) !== wanted; ++steps) {
      assert.ok(steps < 5, "an arrow leads on");
      await desk.page.keyboard.press("ArrowRight");
    }
  }
  await desk.page.keyboard.press("Home");
  await has(desk, "Ouvrir");
  await desk.page.keyboard.press("ArrowLeft");
  await has(desk, "Plus de commandes");
  // Tab comes back to where the keyboard was.
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.press("Shift+Tab");
  await has(desk, "Plus de commandes");
  await desk.close();
});

test("F6 goes round the regions, and back", async () => {
  const desk = await host.open();
  await desk.set("---\ntitle: Titre\n---\n\nUn mo|t.");
  await desk.page.keyboard.press("Control+f");
  await has(desk, "Rechercher");
  for (const name of ["field", "Page", "node:problems/toggle", "Ouvrir", "Rechercher"]) {
    await desk.page.keyboard.press("F6");
    await has(desk, name);
  }
  for (const name of ["Ouvrir", "node:problems/toggle", "Page", "field"]) {
    await desk.page.keyboard.press("Shift+F6");
    await has(desk, name);
  }
  await desk.close();
});

test("what happens is told once, in one sentence", async () => {
  const desk = await host.open();
  await desk.page.evaluate((text) => window.depeche.open("lettre.md", new TextEncoder().encode(text)), "---\ntitle: Titre\ndate: 2026-11-30\n---\n\nUn mot ici.\n");
  await said(desk, /lettre\.md est ouvert/);
  await said(desk, /Rien à signaler/);
  await desk.page.evaluate(() => window.depeche.select(window.depeche.text().indexOf("mot"), window.depeche.text().indexOf("mot") + 3));
  await desk.page.keyboard.press("Control+b");
  await said(desk, /Gras\u00A0: oui/);
  await desk.page.keyboard.press("Control+b");
  await said(desk, /Gras\u00A0: non/);
  await desk.page.keyboard.press("Control+z");
  await said(desk, /^Annulé/);
  await desk.page.keyboard.press("Control+y");
  await said(desk, /^Rétabli/);
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.type("\n[vide]() ");
  await said(desk, /1\spoint à vérifier\. à vérifier\s: .*vide.*Ligne\s8/);
  await desk.close();
});

test("a dialog is told with its title and its words, and a field with what is wrong", async () => {
  const desk = await host.open();
  await desk.set("Un mo|t.");
  await desk.click("toolbar/share");
  await desk.node(({ role }) => role === "dialog", "dialog");
  const dialog = await desk.page.waitForFunction(() => {
    const element = document.querySelector("#mirror [role=dialog]");
    const words = document.getElementById(element?.getAttribute("aria-describedby") ?? "")?.textContent;
    const heading = element?.querySelector("h2")?.textContent;
    return element?.contains(document.activeElement) && heading && words ? { name: element.getAttribute("aria-label"), heading, words } : undefined;
  });
  const { name, heading, words } = /** @type {{ name: string, heading: string, words: string }} */ (await dialog.jsonValue());
  assert.equal(name, heading);
  assert.match(words, /lien contient/);
  assert.ok(await desk.page.evaluate(() => [...document.querySelectorAll("#mirror > :not([role=dialog])")].every((element) => /** @type {HTMLElement} */ (element).inert)));
  await desk.page.keyboard.press("Escape");
  await has(desk, "field");

  await desk.page.keyboard.press("Control+k");
  await has(desk, "Texte du lien");
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.type("pas une adresse");
  await desk.page.keyboard.press("Enter");
  await desk.page.waitForFunction(() => {
    const field = document.querySelector("#mirror input[aria-invalid=true]");
    const below = document.getElementById(field?.getAttribute("aria-describedby") ?? "");
    return below?.getAttribute("role") === "alert" && (below.textContent ?? "").length > 10;
  });
  await desk.close();
});
