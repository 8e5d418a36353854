/** What must hold in every browser: it starts, takes what is typed, keeps it, carries it on, and comes back. */
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, shared } from "./desk.mjs";
import { loseContext } from "./editor.mjs";
import { eachBrowser } from "./everywhere.mjs";
import { serve } from "./server.mjs";
import { eventually } from "./waiting.mjs";

/** @typedef {import("./everywhere.mjs").Visit} Visit */

const RELEASE = "---\ntitle: Douze lignes\n---\n\nÀ l’heure — é\n";

/** Opens the share dialog. @param {Visit} visit @returns {Promise<string>} what follows the # of the link */
async function shownFragment(visit) {
  await visit.click("toolbar/share");
  const { value } = await visit.byId("share/link");
  return value.slice(value.indexOf("#") + 1);
}

const WITH_MANY_FACES = "---\ntitle: Un titre\n---\n\nUn *mot*, un **autre**, œuvre, łódź.\n\n> *Cité*\n{: .citation}\n";

/** Shows a text until nothing is to be drawn any more, the word that it is stored included. @param {Visit} visit @param {string} text */
async function showAtRest(visit, text) {
  await visit.setText(text);
  await visit.untilStored(text);
  await visit.node(({ name }) => /^(Enregistré dans ce|Saved in this)/.test(name), "told as stored");
  await visit.atRest();
}

/** The text of the plain field, once it is there. @param {Visit} visit */
async function fallbackText(visit) {
  const look = () =>
    visit.input.evaluate(() => {
      const isShown = document.getElementById("fallback")?.hidden === false;
      return isShown ? /** @type {HTMLTextAreaElement} */ (document.getElementById("fallback-text")).value : undefined;
    });
  return eventually("the plain field", look, (value) => value !== undefined);
}

/**
 * What is pressed, one chord after the other; of more than a character that is no key, what is typed.
 * @type {[before: string, chords: string[], after: string][]}
 */
const KEYS = [
  ["|", ["Bonjour à tous, l’été : œuvre, ŒUVRE, ÀÉÇ, 4 € @ # { } \\ ~"], "Bonjour à tous, l’été : œuvre, ŒUVRE, ÀÉÇ, 4 € @ # { } \\ ~|"],
  ["un|", ["Enter", "Enter", "deux", "Backspace", "Backspace"], "un\n\nde|"],
  ["un deux|", ["ArrowLeft", "ArrowLeft", "Delete"], "un de|x"],
  ["un deux trois|", ["Control+ArrowLeft", "Control+Shift+ArrowLeft", "2 "], "un 2 |trois"],
  ["un\ndeux trois|\nfin", ["Home", "a ", "End", " z"], "un\na deux trois z|\nfin"],
  ["un\ndeux|", ["ArrowUp", "Shift+Home"], "|un^\ndeux"],
  ["un deux|", ["Control+a", "x"], "x|"],
  ["un|", [" deux", "Control+z"], "un |"],
  ["un|", [" deux", "Control+z", "Control+y"], "un deux|"],
  ["un|", [" deux", "Control+z", "Control+Shift+Z"], "un deux|"],
  ["un ^mot| ici", ["Control+b"], "un **^mot|** ici"],
  ["un ^mot| ici", ["Control+b", "Control+b"], "un ^mot| ici"],
  ["un ^mot| ici", ["Control+i"], "un *^mot|* ici"],
  ["un deux|", ["Control+Backspace"], "un |"],
  ["- un|", ["Enter", "deux", "Enter", "Enter", "fin"], "- un\n- deux\n\nfin|"],
];

eachBrowser((test, name) => {
  test("the seed opens and shows, without an error, a breach of the policy or a request elsewhere", async (host) => {
    const seed = (await shared("seed/communique-eig.md")) ?? Buffer.from(RELEASE);
    const visit = await host.open();
    await visit.input.evaluate((bytes) => window.depeche.open("communique.md", Uint8Array.from(bytes)), [...seed]);
    await visit.untilText((text) => text === seed.toString("utf8"), "opened");
    await visit.atRest();
    await visit.picture(`seed-${name}`);
    assert.ok((await visit.semantics()).some(({ role, level }) => role === "heading" && level === 1));
    await visit.input.evaluate(() => window.depeche.select(window.depeche.text().length));
    await visit.input.type("Et la suite.");
    await visit.untilText((text) => text === `${seed.toString("utf8")}Et la suite.`, "typed");
    await visit.close();
  });

  test("keys write, move, select, delete, undo and format as told", async (host) => {
    const visit = await host.open();
    for (const [before, chords, after] of KEYS) {
      await visit.set(before);
      for (const chord of chords) {
        const isKey = /^(?:(?:Control|Shift)\+)*(?:[A-Z][A-Za-z]+|[A-Za-z])$/.test(chord);
        await (isKey ? visit.input.press(chord) : visit.input.type(chord));
      }
      await visit.until(after, `${before} ${chords.join(", ")}:`);
    }
    await visit.close();
  });

  test("emoji and combined characters come whole, and go whole", async (host) => {
    const visit = await host.open();
    await visit.set("a|b");
    await visit.input.evaluate((text) => document.execCommand("insertText", false, text), "👍🏽e\u0301𝒜👩‍👩‍👧");
    await visit.until("a👍🏽e\u0301𝒜👩‍👩‍👧|b");
    for (const wanted of ["a👍🏽e\u0301𝒜|b", "a👍🏽e\u0301|b", "a👍🏽|b", "a|b"]) {
      await visit.input.press("Backspace");
      await visit.until(wanted);
    }
    await visit.close();
  });

  test("a burst of keys writes all of them, in order", async (host) => {
    const visit = await host.open();
    const words = Array.from({ length: 60 }, (_, i) => `mot${String.fromCharCode(97 + (i % 26))} `).join("");
    await visit.set("|");
    await visit.input.type(words);
    await visit.until(`${words}|`);
    await visit.set("|");
    await visit.input.pressAll([..."abc", "Enter", ..."deg", "Backspace", "f", "ArrowLeft", "ArrowLeft", "ArrowLeft", "x", "End", "y"]);
    await visit.until("abc\nxdefy|");
    await visit.close();
  });

  test("the mouse places the caret and selects, also by a quick drag", async (host) => {
    const text = "un deux trois\nquatre cinq six\nsept";
    const visit = await host.open();
    await visit.set(`${text}|`);
    const [begin, inside, end] = [await visit.placeOf(3), await visit.placeOf(5), await visit.placeOf(21)];
    await visit.set(`${text}|`);
    await visit.settled();
    await visit.input.click(begin);
    await visit.until("un |deux trois\nquatre cinq six\nsept", "a click");
    await visit.input.click(end, { held: "Shift" });
    await visit.until("un ^deux trois\nquatre |cinq six\nsept", "a click with Shift");
    await new Promise((resolve) => setTimeout(resolve, 600)); // else the next click makes a double one
    await visit.input.click(inside, { count: 2 });
    await visit.until("un ^deux| trois\nquatre cinq six\nsept", "a double click");
    for (const places of [[begin, end], [begin, inside, { x: end.x - 60, y: end.y }, end]]) {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await visit.set(`${text}|`);
      await visit.settled();
      await visit.input.drag(places);
      await visit.until("un ^deux trois\nquatre |cinq six\nsept", `a drag over ${places.length} places`);
    }
    await visit.close();
  });

  test("the middle button pastes where it is pressed", async (host) => {
    const visit = await host.open();
    await visit.set("un deux trois|");
    const place = await visit.placeOf(3);
    await visit.set("un deux trois|");
    await visit.settled();
    await visit.input.evaluate(() => {
      // What the system has selected last is nothing that a test knows.
      const drop = (/** @type {ClipboardEvent} */ event) => {
        if (!event.isTrusted) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      addEventListener("paste", drop, { capture: true });
    });
    await visit.input.click(place, { button: "middle" });
    await visit.paste({ "text/plain": "et " });
    await visit.until("un et |deux trois");
    await visit.input.press("Control+End");
    await visit.paste({ "text/plain": "." });
    await visit.until("un et deux trois.|", "a key goes before it");
    await visit.close();
  });

  test("the wheel scrolls the text", async (host) => {
    const visit = await host.open();
    await visit.set(`|${"Un paragraphe.\n\n".repeat(200)}`);
    await visit.atRest();
    const height = async () => (await visit.semantics()).find(({ id }) => id === "source/scrollbar")?.value;
    const before = await height();
    await visit.input.wheel({ x: 300, y: 400 }, 400);
    await eventually("it has scrolled", height, (now) => now !== before);
    await visit.close();
  });

  test("what is pasted comes as Markdown, as plain text where it is that", async (host) => {
    const visit = await host.open();
    /** @type {[formats: Record<string, string>, after: string][]} */
    const rows = [
      [{ "text/plain": "4 000\u00A0€\nfin 👍🏽" }, "4 000\u00A0€\nfin 👍🏽|"],
      [{ "text/html": "<p>un <b>mot</b></p><ul><li>a</li><li>b</li></ul>", "text/plain": "brut" }, "un **mot**\n\n- a\n- b|"],
      [{ "text/html": "<p>un <b>mot</b></p>" }, "un **mot**|"], // as WebKit has what LibreOffice copies
      [{ "text/html": "<p>fin.</p></html>\0", "text/plain": "fin." }, "fin.|"], // as LibreOffice ends it
      [{ "text/html": '<p>Un<span class="Apple-converted-space">\u00A0</span><b>mot</b>, 4\u00A0€</p>', "text/plain": "Un mot" }, "Un **mot**, 4\u00A0€|"],
    ];
    for (const [formats, after] of rows) {
      await visit.set("|");
      assert.ok(await visit.paste(formats), `${JSON.stringify(formats)} is taken`);
      await visit.until(after);
    }
    await visit.close();
  });

  test("HTML alone comes as plain text where formatting has no place, and an empty clipboard is told", async (host) => {
    const visit = await host.open();
    await visit.set("---\ntitle: |\n---\n");
    await visit.paste({ "text/html": "<p>Un <b>titre</b></p>" });
    await visit.until("---\ntitle: Un titre|\n---\n");
    await visit.paste({});
    await visit.node(({ name }) => /rien à coller|nothing to paste/.test(name), "the message");
    await visit.close();
  });

  test("what is copied pastes as it was", async (host) => {
    const markdown = "un **mot** {: .classe}\n\n> cité\n{: .citation}";
    const visit = await host.open();
    await visit.set(`^${markdown}|`);
    await visit.settled();
    await visit.input.press("Control+c");
    await visit.set("|");
    await visit.settled();
    await visit.input.press("Control+v");
    await visit.until(`${markdown}|`);
    await visit.close();
  });

  test("a share link opens the same text elsewhere, and one that is cut says so", async (host) => {
    const first = await host.open();
    await first.setText(RELEASE);
    const fragment = await shownFragment(first);
    await first.close();
    const second = await host.open({ fragment });
    await second.untilText((text) => text === RELEASE, "the link's text");
    await second.close();
    const third = await host.open({ fragment: fragment.slice(0, -12), ready: false });
    await eventually("drawn", () => third.input.evaluate(() => "depeche" in window && window.depeche.frames() > 0));
    await third.byId("bad-link/0");
    const told = () => third.input.evaluate(() => document.getElementById("announcements")?.textContent ?? "");
    await eventually("what is told", told, (words) => /incomplet/.test(words));
    await third.close();
  });

  test("the draft is there after a reload, also right after the last key", async (host) => {
    const visit = await host.open();
    let text = "Un début.";
    await visit.set(`${text}|`);
    await visit.untilStored(text);
    await visit.reload();
    assert.equal(await visit.text(), text);
    for (const more of [" abcdefgh", " ijkl", " mnop", " qrst", " uvwx"]) {
      await visit.input.press("Control+End");
      await visit.input.type(more);
      text += more;
      await visit.reload();
      assert.equal(await visit.text(), text);
    }
    await visit.close();
  });

  test("what a page has left beside the store goes into it, unless that has something newer", async (host) => {
    const visit = await host.open();
    await visit.setText("Gardé");
    await visit.untilStored("Gardé");
    const [{ key }] = await visit.held();
    const leave = (/** @type {number} */ time, /** @type {string} */ words) =>
      visit.input.evaluate(
        ([id, when, text]) => {
          const note = { id, time: Number(when), name: "communique.md", saved: false, text: unescape(encodeURIComponent(text)) };
          localStorage.setItem(`depeche.leaving/${id}`, JSON.stringify(note));
          localStorage.setItem("depeche.leaving/abîmé", "{");
        },
        [key, String(time), words],
      );
    await leave(Date.now() + 60_000, "Gardé, et été 👍🏽");
    await visit.reload();
    assert.equal(await visit.text(), "Gardé, et été 👍🏽");
    await leave(1000, "Ancien");
    await visit.reload();
    assert.equal(await visit.text(), "Gardé, et été 👍🏽");
    const notes = () => visit.input.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("depeche.leaving/")));
    assert.deepEqual(await notes(), ["depeche.leaving/abîmé"]); // nobody can say what that was
    await visit.close();
  });

  test("without a network a reload opens the editor and the draft", async (host) => {
    const folder = await mkdtemp(join(tmpdir(), "depeche-offline-"));
    await cp(join(root, "dist"), folder, { recursive: true });
    const server = await serve(folder);
    const visit = await host.open({ address: server.address });
    await visit.setText("Dans le train");
    await visit.untilStored("Dans le train");
    await visit.input.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    server.close();
    await visit.input.reload();
    await visit.ready();
    assert.equal(await visit.text(), "Dans le train");
    await visit.input.press("Control+End");
    await visit.input.type(", encore");
    await visit.untilStored("Dans le train, encore");
    await visit.leave();
    await rm(folder, { recursive: true });
  });

  test("fonts that come late replace those that the first frame had", async (host) => {
    const prompt = await host.open({ address: `${host.address}?fonts=first` });
    await showAtRest(prompt, WITH_MANY_FACES);
    const wanted = await prompt.picture(`prompt-fonts-${name}`);
    await prompt.close();
    const late = await host.open({ address: host.slowAddress });
    await showAtRest(late, WITH_MANY_FACES);
    const seen = async () => wanted.equals(await late.input.screenshot());
    await eventually("the picture is that of prompt fonts", seen).finally(() => late.picture(`late-fonts-${name}`));
    await late.close();
  });

  test("at rest nothing is drawn", async (host) => {
    const visit = await host.open();
    await visit.input.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur()); // the caret blinks no more
    await visit.atRest();
    // A font that comes late is drawn; then it is quiet.
    const drawnSoon = async () => {
      const before = await visit.frames();
      await visit.screens(60);
      return (await visit.frames()) - before;
    };
    const drawn = [];
    while (drawn.at(-1) !== 0 && drawn.length < 4) drawn.push(await drawnSoon());
    assert.equal(drawn.at(-1), 0, `frames: ${drawn.join(", ")}`);
    await visit.close();
  });

  test("a lost context comes back with everything in it", async (host) => {
    const visit = await host.open();
    await showAtRest(visit, WITH_MANY_FACES);
    const before = await visit.picture(`context-before-${name}`);
    await loseContext(visit.input);
    await visit.atRest();
    const after = await visit.picture(`context-after-${name}`);
    assert.ok(before.equals(after), "the picture differs");
    await visit.input.type("Ω");
    await visit.untilText((text) => text.includes("Ω"), "typing goes on");
    await visit.close();
  });
});

eachBrowser(
  (test) => {
    test("without WebGL there is a field, and what is written in it is kept", async (host) => {
      const visit = await host.open({ ready: false });
      assert.equal(await fallbackText(visit), "");
      await visit.input.evaluate(() => document.getElementById("fallback-text")?.focus());
      await visit.input.type("# Un brouillon, été");
      await eventually("told as stored", () => visit.input.evaluate(() => document.querySelector("[data-state=stored]")?.matches(":not([hidden])")));
      await visit.input.reload();
      assert.equal(await fallbackText(visit), "# Un brouillon, été");
      await visit.close();
    });
  },
  { setup: { webgl: false } },
);

eachBrowser(
  (test) => {
    test("a browser that scrambles drawings says why there is but a field, and how to mend that", async (host) => {
      const visit = await host.open({ ready: false });
      assert.equal(await fallbackText(visit), "");
      const told = await visit.input.evaluate(() => document.querySelector("[data-reason=noise]:not([hidden])")?.textContent ?? "");
      assert.match(told, /canevas/);
      await visit.close();
    });
  },
  { among: ["firefox"], setup: { noisyCanvas: true } },
);

eachBrowser(
  (test) => {
    test("at each zoom of the browser the canvas has a pixel for each of the screen's", async (host) => {
      const visit = await host.open();
      const size = () => visit.input.evaluate(() => {
        const { width, height } = /** @type {HTMLCanvasElement} */ (document.querySelector("canvas"));
        return { zoomed: innerWidth !== outerWidth, width, height };
      });
      for (const [steps, zoomed] of /** @type {const} */ ([[1, true], [1, true], [-2, false], [-1, true]])) {
        await visit.input.zoom?.(steps);
        await eventually("the window is zoomed", size, (now) => now.zoomed === zoomed);
        await eventually(`${steps} steps`, size, ({ width, height }) => width === 1280 && height === 800);
        await visit.settled();
      }
      const place = await visit.placeOf(0);
      await visit.set("un deux|");
      await visit.settled();
      const zoom = 1 / 1.2; // which WebDriver leaves out
      await visit.input.click({ x: place.x * zoom, y: place.y * zoom });
      await visit.until("|un deux", "a click lands");
      await visit.close();
    });
  },
  { among: ["webkit"] },
);
