/**
 * What keys cost, from a trace of Chromium: of each, the processor time of the main thread from the input events to the
 * end of the frame that shows it, and what the page does for it afterwards (timers, storage, garbage), until the next.
 */

/** Categories that the trace must hold. */
export const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur: number, tdur?: number, args?: { data?: { type?: string } } }} Event */
/** @typedef {{ script: number, all: number }} Cost milliseconds: of scripts and their garbage, of all */
/**
 * `shown`: a frame came before the next key. Without one the key costs nothing that shows it, which is no merit.
 * @typedef {{ key: Cost, after: Cost, shown: boolean }} Keystroke
 */
/** @typedef {{ end: number, cost: Cost, hasInput: boolean, hasKey: boolean, hasFrame: boolean }} Task */

const INPUT = new Set(["keydown", "keypress", "textInput", "beforeinput", "input", "keyup", "selectionchange"]);
const SCRIPTS = new Set(["FunctionCall", "EvaluateScript", "RunMicrotasks", "MinorGC", "MajorGC"]);

/**
 * The keys of a trace, in their order.
 * @param {Event[]} events
 * @returns {Keystroke[]}
 */
export function keystrokes(events) {
  const tasks = tasksOf(events);
  const begins = tasks.flatMap((task, index) => (task.hasKey ? [index] : []));
  return begins.map((begin, index) => costOf(tasks.slice(begin, begins[index + 1])));
}

/** @param {Task[]} tasks from a key to the next @returns {Keystroke} */
function costOf(tasks) {
  const frame = tasks.findIndex((task) => task.hasFrame);
  const key = { script: 0, all: 0 };
  const after = { script: 0, all: 0 };
  tasks.forEach((task, index) => {
    const sum = task.hasInput || index === frame ? key : after;
    sum.script += task.cost.script;
    sum.all += task.cost.all;
  });
  return { key, after, shown: frame !== -1 };
}

/** The tasks of the thread that handles keys. @param {Event[]} events @returns {Task[]} */
function tasksOf(events) {
  const first = events.find((event) => event.name === "EventDispatch" && event.args?.data?.type === "keydown");
  const own = events.filter(({ ph, pid, tid }) => ph === "X" && pid === first?.pid && tid === first.tid);
  const isTask = (/** @type {Event} */ { name }) => Number(name === "RunTask");
  own.sort((a, b) => a.ts - b.ts || b.dur - a.dur || isTask(b) - isTask(a)); // what holds another is before it
  /** @type {Task[]} */
  const tasks = [];
  let scriptEnd = 0;
  for (const { name, ts, dur, tdur = dur, args } of own) {
    const task = tasks.at(-1);
    if (name === "RunTask") {
      if (task && ts < task.end) continue; // one in another
      tasks.push({ end: ts + dur, cost: { script: 0, all: tdur / 1000 }, hasInput: false, hasKey: false, hasFrame: false });
    } else if (task && ts < task.end) {
      const type = name === "EventDispatch" ? (args?.data?.type ?? "") : "";
      task.hasInput ||= INPUT.has(type);
      task.hasKey ||= type === "keydown";
      task.hasFrame ||= name === "FireAnimationFrame";
      if (!SCRIPTS.has(name) || ts < scriptEnd) continue; // what runs inside another is in its time
      scriptEnd = ts + dur;
      task.cost.script += tdur / 1000;
    }
  }
  return tasks;
}
