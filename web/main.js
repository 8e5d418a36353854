/**
 * Starts the editor: makes the services, lends them to the program, and connects the two.
 */
import { clearFragment, followShareLinks, shareAddress, shareLink } from "./documents/address.js";
import { followSize } from "./screen/canvas.js";
import { Clipboard } from "./input/clipboard.js";
import { askForStorage, Drafts } from "./store/drafts.js";
import { hasWords, showFallback } from "./fallback.js";
import { TextInput } from "./input/text_input.js";
import { Files } from "./documents/files.js";
import { firstFonts, LateFonts } from "./screen/fonts.js";
import { Frames } from "./screen/frames.js";
import { ForgettingChannel, forgetEverything, forgetNotes } from "./store/forgetting.js";
import { Glyphs, isNoisy } from "./screen/glyphs.js";
import { KeptDrafts } from "./documents/kept_drafts.js";
import { CommandKeys, isMac } from "./input/command_keys.js";
import { Memory } from "./program/memory.js";
import { keepForOffline } from "./offline.js";
import { Announcer } from "./mirror/announcer.js";
import { Article } from "./mirror/article.js";
import { readBuild, readHost, isSharedComputer } from "./host.js";
import { Mirror } from "./mirror/mirror.js";
import { PageFile } from "./documents/page_file.js";
import { Pause } from "./pause.js";
import { Pictures } from "./documents/pictures.js";
import { Pointer } from "./input/pointer.js";
import { loadPreferences, storePreference } from "./store/preferences.js";
import { Printing } from "./documents/printing.js";
import { Program } from "./program/program.js";
import { Renderer } from "./screen/renderer.js";
import { scripting } from "./program/scripting.js";
import { TextDrag } from "./input/text_drag.js";

const NAME = "Dépêche";
/** Milliseconds after which the screen says that the draft is stored: while somebody types, that would only flicker. */
const REST = 250;
/** Where drafts are kept, as far as the host has a say. */
const KEEPING = isSharedComputer() ? "tab" : "browser";
/** What is said of a draft that is not stored. */
const NOT_STORED = Object.freeze({ failed: "ui/storage-failed", newer: "drafts/newer", forgotten: "drafts/forgotten" });

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
function byId(id) {
  return /** @type {T} */ (document.getElementById(id));
}

async function begin() {
  if (document.body.className !== "loading") return; // web/late.js was quicker: who writes in its field goes on there
  const link = shareLink();
  const isLinked = link !== undefined;
  const channel = new ForgettingChannel();
  const opening = Drafts.open(isLinked, KEEPING);
  if (hasWords(byId("fallback-text"))) return showFallback("late", opening, { isLinked }); // the style sheet was
  document.body.className = "starting";
  try {
    await start(link, opening, channel);
  } catch (error) {
    console.error(error);
    await showFallback("network", opening, { isLinked });
  }
}

/**
 * @param {string | undefined} link that the page was opened with
 * @param {ReturnType<typeof Drafts.open>} opening
 * @param {ForgettingChannel} channel
 */
async function start(link, opening, channel) {
  /** @type {HTMLCanvasElement} */
  const canvas = byId("canvas");
  const wasm = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-program]"));
  const memory = new Memory();
  const renderer = Renderer.create(canvas, memory, () => {
    pictures.restored();
    program.restoreContext();
    frames.request();
  });
  if (!renderer || typeof WebAssembly !== "object") {
    return showFallback("browser", opening, link === undefined ? {} : await readLink(wasm.href, memory, link));
  }

  if (isNoisy()) return showFallback("noise", opening, link === undefined ? {} : await readLink(wasm.href, memory, link));

  const fonts = new LateFonts();
  const announcer = new Announcer(byId("announcements"));
  const pictures = new Pictures(memory, renderer, KEEPING, () => {
    program.picturesChanged();
    frames.request();
  });

  const [{ drafts, entry, isNewer }] = await Promise.all([opening, firstFonts()]);

  const program = await Program.load(wasm.href, memory, {
    ...new Glyphs(memory, fonts).functions,
    ...renderer.functions,
    ...pictures.functions,
    field: (active, text, size, anchor, head) => field.show(Boolean(active), memory.text(text, size), anchor, head),
    caret: (x, y, height) => field.moveTo(x, y, height),
    keep_tab: (kept) => void (field.keepsTab = Boolean(kept)),
    fields_changed: () => mirror.follow(),
    focus: (node, size) => mirror.focus(memory.text(node, size)),
    appearance: (dark) => void (document.documentElement.dataset.theme = dark ? "dark" : "light"),
    show_pointer: (cursor, size) => pointer.show(memory.text(cursor, size)),
    title: (text, size) => void (document.title = `${memory.text(text, size)} – ${NAME}`),
    language: (tag, size) => void (document.documentElement.lang = memory.text(tag, size)),
    download: (name, nameSize, type, typeSize, bytes, size) =>
      files.download(memory.text(name, nameSize), memory.text(type, typeSize), memory.bytes(bytes, size).slice()),
    save_page: (name, nameSize, html, size) => void pageFile.save(memory.text(name, nameSize), memory.text(html, size)),
    print_page: () => void printing.print(),
    write_clipboard: (text, size, html, htmlSize, markdown) =>
      void clipboard.write(memory.text(text, size), memory.text(html, htmlSize), { isMarkdown: Boolean(markdown) }),
    read_clipboard: (plain) => void clipboard.read(Boolean(plain)),
    pick_file: () => files.pick(),
    pick_folder: () => pictures.chooseFolder(),
    draft_changed: (size) => drafts.changed(size),
    hold_document: (id, size) => drafts.holdDocument(memory.text(id, size)),
    ask_for_storage: () => void (KEEPING === "browser" && askForStorage()),
    list_drafts: () => void kept.list(),
    fetch_draft: (id, size) => void kept.open(memory.text(id, size)),
    forget_drafts: (ids, size) => void kept.delete(memory.text(ids, size).split("\n").slice(0, -1)),
    forget_everything: () => void forget(),
    copy_link: (text, size) => void copyLink(memory.text(text, size)),
    clear_fragment: () => clearFragment(),
    navigate: (url, size) => void open(memory.text(url, size), "_blank", "noopener,noreferrer"),
    announce: (text, size) => announcer.say(memory.text(text, size)),
    store_preference: (name, nameSize, value, valueSize) =>
      storePreference(drafts.keeping, memory.text(name, nameSize), memory.text(value, valueSize)),
  }, (error, rescued) => {
    console.error(error);
    channel.close(); // the plain field has one of its own
    drafts.serve(undefined, () => {});
    void showFallback("stopped", opening, rescued);
  });

  const frames = new Frames((now) => program.draw(now), () => mirror.changed());
  const field = new TextInput(byId("field"), program, frames);
  const files = new Files(canvas, program, frames, pictures);
  const pageFile = new PageFile(pictures, files, program, frames);
  const printing = new Printing(program, pictures);
  const kept = new KeptDrafts(drafts, pictures, program, frames);
  const clipboard = new Clipboard(canvas, field, program, frames);
  const copyLink = async (/** @type {string} */ link) => {
    if (await clipboard.write(link, "", { failure: "ui/link-failed" })) program.linkCopied();
    frames.request();
  };
  const forget = async () => {
    await drafts.holdBack();
    const worked = await forgetEverything(channel, drafts.heldHere()).then(() => true, warn);
    if (worked) pictures.forgetAll(KEEPING);
    if (worked) program.setKeeping(KEEPING);
    program.endForgetting(worked);
    drafts.goOn(worked ? KEEPING : drafts.keeping);
    frames.request();
  };
  const article = new Article({
    read: () => program.pageChanges(),
    reveal: (part) => {
      program.revealPart(part);
      frames.request();
    },
    goTo: (part) => {
      program.goToPart(part);
      field.focus();
      frames.request();
    },
    open: (url) => {
      program.openUrl(url);
      frames.request();
    },
  });
  const mirror = new Mirror(byId("mirror"), field.element, article, {
    read: () => program.semanticChanges(),
    activate: (id, modifiers) => {
      if (modifiers) program.setModifiers(modifiers);
      program.activate(id);
      frames.now();
    },
    enter: (id, value) => {
      program.enter(id, value);
      frames.now();
    },
    reach: (id) => {
      program.reach(id);
      frames.request();
    },
  });
  program.setAppleKeys(isMac);
  new CommandKeys(field, program, frames);
  const pointer = new Pointer(canvas, byId("mirror"), program, frames);
  new TextDrag(canvas, program, frames);

  for (const [name, value] of loadPreferences(KEEPING)) program.setPreference(name, value);
  program.setHost([...readHost(), ...readBuild()]);
  program.setKeeping(KEEPING);
  program.setShareAddress(shareAddress());
  followAppearance(program, frames);
  followKeyboard(program, frames);
  if (entry) program.restoreDraft(entry);
  else drafts.holdDocument(program.document());
  if (link !== undefined) program.openLink(link);
  if (isNewer) program.fail("drafts/newer");
  channel.listen(() => {
    drafts.keepNothing();
    pictures.keepNothing();
    forgetNotes().catch(() => {}); // a policy of the browser's: then there are none
    program.setKeeping("nowhere");
    frames.request();
  });
  const rest = new Pause(() => frames.request(), REST, Infinity);
  drafts.serve(program, (version, outcome) => {
    if (outcome === "stored") {
      program.draftStored(version);
      rest.ask();
    } else {
      program.fail(NOT_STORED[outcome]);
      frames.request();
    }
  });
  followShareLinks((now) => {
    program.openLink(now);
    frames.request();
  });
  fonts.follow(() => {
    program.fontsChanged();
    frames.request();
  });
  field.focus(); // unless the first frame wants another node to have the keyboard
  followSize(canvas, (width, height, scale) => {
    program.resize(width, height, scale);
    frames.now(); // in the same step as the canvas' new size, which empties it
  });

  document.body.className = "ready";
  keepForOffline();
  Object.assign(window, { depeche: scripting(program, frames, document.documentElement.dataset.version ?? "") });
}

/** @param {unknown} error */
function warn(error) {
  console.warn(error);
  return false;
}

/**
 * What a link carries, or what is wrong with it, where nothing can be drawn: the program reads it without a screen.
 * @param {string} address of the program
 * @param {Memory} memory
 * @param {string} link
 * @returns {Promise<import("./fallback.js").Found>}
 */
async function readLink(address, memory, link) {
  try {
    let problem = "";
    /** @type {Pick<import("#border").Imports, "announce">} */
    const functions = { announce: (text, size) => void (problem = memory.text(text, size)) };
    const nothing = new Proxy(/** @type {import("#border").Imports} */ (functions), {
      get: (known, name) => Reflect.get(known, name) ?? (() => 0),
    });
    const program = await Program.load(address, memory, nothing, () => {});
    for (const [name, value] of loadPreferences(KEEPING)) program.setPreference(name, value);
    program.openLink(link);
    const [waiting] = program.waitingDrafts();
    if (waiting) return { draft: { id: waiting.id, ...program.takeDraft(waiting.id) }, isLinked: true };
    return { isLinked: problem !== "", problem }; // else it is no link of ours
  } catch (error) {
    console.error(error);
    return { isLinked: true };
  }
}

/**
 * @param {Program} program
 * @param {Frames} frames
 */
function followAppearance(program, frames) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  program.setAppearance(dark.matches);
  dark.addEventListener("change", () => {
    program.setAppearance(dark.matches);
    frames.request();
  });
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  program.setStill(still.matches);
  still.addEventListener("change", () => program.setStill(still.matches));
}

/**
 * Where there are fingers alone, no shortcuts are told: until a key of a real keyboard is pressed, which no browser tells of
 * before.
 * @param {Program} program
 * @param {Frames} frames
 */
function followKeyboard(program, frames) {
  const mouse = matchMedia("(any-pointer: fine)");
  let hasKeys = false;
  const tell = () => {
    program.setTouchOnly(!mouse.matches && !hasKeys);
    frames.request();
  };
  const press = (/** @type {KeyboardEvent} */ { ctrlKey, metaKey }) => {
    if (hasKeys || !(ctrlKey || metaKey)) return;
    hasKeys = true;
    tell();
  };
  tell();
  mouse.addEventListener("change", tell);
  addEventListener("keydown", press, { capture: true });
}

void begin();
