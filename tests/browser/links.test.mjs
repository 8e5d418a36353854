/** Share links: how they arrive, what is said of one that does not open, and what the dialog gives to send. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

const RELEASE = "---\r\ntitle:  Douze lignes\r\n---\r\n\r\nÀ l’heure — é\r\n";

/** @type {Host} */
let host;
/** @type {string} of RELEASE */
let fragment;
before(async () => {
  host = await Host.start({ path: "/outils/depeche/" });
  const desk = await host.open();
  await desk.setText(RELEASE);
  const link = await shownLink(desk);
  fragment = link.slice(link.indexOf("#") + 1);
  await desk.close();
});
after(() => host.close());

/** Opens the share dialog. @param {import("./desk.mjs").Desk} desk */
async function shownLink(desk) {
  await desk.click("toolbar/share");
  return (await desk.byId("share/link")).value;
}

/** @param {import("./desk.mjs").Desk} desk */
async function heading(desk) {
  await desk.page.waitForFunction(() => "depeche" in window && window.depeche.frames() > 0);
  return desk.node((node) => node.id === "bad-link/0", "page of the bad link");
}

/** Of the editor's text box, while a form is open. @param {import("./desk.mjs").Desk} desk @param {string} text */
async function pasteIntoForm(desk, text) {
  await desk.byId("form/0");
  const input = desk.page.locator("#mirror input");
  await input.fill(text);
  await desk.page.keyboard.press("Enter");
}

test("a link that has lost nothing opens, wherever gateways put it and whatever they add", async () => {
  const forms = [
    `?#${fragment}`,
    `#${fragment}`,
    `#${fragment}/`,
    `#${fragment}?utm_source=lettre`,
    `#${fragment}&utm_source=lettre`,
    `?fbclid=IwAR0#${fragment}`,
    `?%23${fragment}`,
    `?%2523${fragment}`,
    `?%252523${fragment}`,
    `?utm_source=lettre&%23${fragment}&utm_medium=mail`,
    `?${fragment}`,
  ];
  for (const form of forms) {
    const desk = await host.open({ query: form });
    await desk.untilText((text) => text === RELEASE, form);
    await desk.page.waitForURL(host.address); // used up, once it is stored
    await desk.close();
  }
});

test("a link whose mark came to lie in the path finds the editor", async () => {
  for (const form of [`%23${fragment}`, `%2523${fragment}?utm_source=lettre`]) {
    const desk = await host.open({ query: form });
    await desk.untilText((text) => text === RELEASE, form);
    await desk.page.waitForURL(host.address);
    const breaches = desk.problems.filter((problem) => !/status of 404/.test(problem));
    assert.deepEqual(breaches, []);
    await desk.page.context().close();
  }
});

test("an address that does not exist says so", async () => {
  const desk = await host.open({ query: "absente", ready: false });
  assert.equal(await desk.page.textContent("h1"), "Cette page n’existe pas");
  assert.equal(await desk.page.getAttribute("a", "href"), "./");
  assert.ok(desk.page.url().endsWith("/absente"));
  await desk.page.context().close();
});

test("a fragment that is none of ours opens what was there", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  const first = await host.open({ context });
  await first.setText("Mon texte");
  await first.untilStored("Mon texte");
  await first.page.goto("about:blank");
  await first.page.goto(`${host.address}#contenu`);
  await first.ready();
  assert.equal(await first.text(), "Mon texte");
  await first.page.waitForFunction(() => /brouillon/.test(document.getElementById("announcements")?.textContent ?? ""));
  assert.doesNotMatch((await first.page.textContent("#announcements")) ?? "", /lien/);
  await first.close();
});

test("a cut link shows no document but what is wrong, again after a reload, and leads on", async () => {
  const cut = `?#${fragment.slice(0, -12)}`;
  const desk = await host.open({ query: cut, ready: false });
  assert.equal((await heading(desk)).name, "Ce lien est incomplet");
  const nodes = await desk.semantics();
  assert.ok(!nodes.some(({ id }) => id.startsWith("page") || id.startsWith("toolbar") || id === "source"));
  assert.ok(nodes.some(({ name }) => name.includes("joindre le communiqué")));
  await desk.page.waitForFunction(() => /incomplet/.test(document.getElementById("announcements")?.textContent ?? ""));
  assert.equal(desk.page.url(), host.address + cut);
  assert.equal(await desk.page.title(), "Ce lien est incomplet – Dépêche");
  await desk.page.waitForFunction(() => document.activeElement?.textContent === "" && document.activeElement.getAttribute("aria-label") === "Coller le lien");
  await desk.picture("bad-link");

  await desk.page.reload();
  await heading(desk);

  await desk.page.keyboard.press("Enter");
  await pasteIntoForm(desk, "Bonjour, rien ici");
  await desk.node((node) => node.role === "alert" && /pas un lien de partage/.test(node.name), "error at the field");
  await pasteIntoForm(desk, `Voici :\nhttps://site.example/?#${fragment.slice(0, 30)}=\n${fragment.slice(30)} Merci.`);
  await desk.untilText((text) => text === RELEASE, "the whole link");
  assert.equal(desk.page.url(), host.address);
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.close();
});

test("a link whose fragment was taken away shows no other text in its place", async () => {
  for (const query of ["?", "?#"]) {
    const desk = await host.open({ query, ready: false });
    assert.equal((await heading(desk)).name, "Ce lien est incomplet", query);
    await desk.close();
  }
  const plain = await host.open({ query: "#" });
  assert.ok((await plain.text()).length > 0);
  await plain.close();
});

test("a link that was changed on the way says so, escaped or not; typing changes nothing unseen", async () => {
  const changed = `${fragment.slice(0, 20)}${fragment[20] === "A" ? "B" : "A"}${fragment.slice(21)}`;
  for (const form of [`#${changed}`, `?%2523${changed}`, `%23${changed}`]) {
    const desk = await host.open({ query: form, ready: false });
    assert.equal((await heading(desk)).name, "Ce lien est abîmé", form);
    const before = await desk.text();
    await desk.page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await desk.page.keyboard.type("abc");
    await desk.page.keyboard.press("Control+b");
    await desk.settled();
    assert.equal(await desk.text(), before);
    await desk.click("bad-link/new");
    await desk.untilText((text) => text.startsWith("---\ntitle: \n"), "a new release");
    assert.equal(desk.page.url(), host.address);
    await desk.page.context().close();
  }
});

test("a bad link in a tab with a draft covers it until the person goes back", async () => {
  const desk = await host.open();
  await desk.setText("Mon texte");
  await desk.page.evaluate((bad) => (location.hash = bad), fragment.slice(0, 40));
  await desk.node((node) => node.name.includes("n’a pas changé"), "word that the draft stays");
  await desk.click("bad-link/back");
  await desk.byId("source");
  assert.equal(await desk.text(), "Mon texte");
  assert.equal(desk.page.url(), host.address);
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.close();
});

/** What the browser would print now. @param {import("./desk.mjs").Desk} desk */
function printed(desk) {
  return desk.page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const text = document.getElementById("sheet")?.shadowRoot?.textContent ?? "";
    dispatchEvent(new Event("afterprint"));
    return text;
  });
}

test("while a bad link covers a draft, what is printed is what is wrong with the link", async () => {
  const desk = await host.open();
  await desk.setText("Mon texte");
  assert.match(await printed(desk), /Mon texte/);
  await desk.page.evaluate((bad) => (location.hash = bad), fragment.slice(0, 40));
  await heading(desk);
  const words = await printed(desk);
  assert.doesNotMatch(words, /Mon texte/);
  assert.match(words, /Ce lien est incomplet/);
  await desk.click("bad-link/back");
  await desk.byId("source");
  assert.match(await printed(desk), /Mon texte/);
  await desk.close();
});

test("on a phone a link opens on the page; a bad one has its buttons in reach", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const good = await host.open({ query: `?#${fragment}`, options: phone });
  assert.match((await good.byId("tabs/page")).state, /selected/);
  await good.node((node) => node.id.startsWith("page/") && node.name.includes("À l’heure"), "the text of the page");
  await good.close();

  for (const viewport of [{ width: 390, height: 844 }, { width: 320, height: 256 }]) {
    const bad = await host.open({ query: `?#${fragment.slice(0, 60)}`, options: { viewport, colorScheme: "dark" }, ready: false });
    await heading(bad);
    await bad.picture(`bad-link-${viewport.width}`);
    for (const { bounds } of (await bad.semantics()).filter(({ role }) => role === "button"))
      assert.ok(bounds.x >= 0 && bounds.x + bounds.width <= viewport.width);
    const last = bad.page.locator("#mirror button").last();
    await last.focus();
    await bad.settled();
    const { bounds } = await bad.byId("bad-link/new");
    assert.ok(bounds.height >= 24, "brought into view");
    await bad.click("bad-link/new");
    await bad.untilText((text) => text.startsWith("---\ntitle: \n"), "a new release");
    await bad.close();
  }
});

test("a pasted link opens where nothing is lost, and stays text in a release", async () => {
  const desk = await host.open();
  const link = `https://site.example/depeche/?#${fragment}`;
  /** @param {string} text */
  const paste = async (text) => {
    await desk.page.evaluate((content) => {
      const data = new DataTransfer();
      data.setData("text/plain", content);
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  };
  await paste(`Bonjour, à relire : <${link}>.`);
  await desk.untilText((text) => text === RELEASE, "the draft of the link");
  await paste(link);
  await desk.untilText((text) => text.includes(link) && text.includes("Douze lignes"), "the link as text");
  await desk.close();
});

test("the menu opens a link from the mail around it", async () => {
  const desk = await host.open();
  await desk.click("toolbar/more");
  await desk.click("menu/open-link");
  await pasteIntoForm(desk, `> Voir https://site.example/?#${fragment}. Bien à vous`);
  await desk.untilText((text) => text === RELEASE, "the draft of the link");
  await desk.close();
});

test("the share dialog shows the whole address, counts it, and lets it be copied by hand", async () => {
  const context = await host.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], locale: "fr-FR" });
  await context.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    document.execCommand = () => false;
  });
  const desk = await host.open({ context });
  await desk.setText(RELEASE);
  const link = await shownLink(desk);
  assert.equal(link, `${host.address}?#${fragment}`);
  await desk.node((node) => node.name === `Le lien fait ${link.length} caractères.`, "count of its characters");
  await desk.picture("share");

  await desk.click("share/copy");
  await desk.node((node) => /n’a pas laissé copier/.test(node.name), "word that the browser refused");
  await desk.page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA" && document.activeElement.id !== "field");
  await desk.page.keyboard.press("Control+c");
  assert.equal(await desk.page.evaluate(() => navigator.clipboard.readText()), link);
  assert.equal(await desk.page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.activeElement).readOnly), true);
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.close();
});
