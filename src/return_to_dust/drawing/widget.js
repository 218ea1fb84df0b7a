// Draw regions on a picture with the mouse or the keyboard. Python saves what the trait `regions` holds.
// Numbers are shares of the picture, 0 to 1, with the origin at the bottom left.

const STEP = 0.01; // what one press of an arrow key moves
const FINE = 0.001; // the same with Ctrl
const LEAST = 0.005; // the smallest width and height
const CLICK_PX = 4; // a shorter way is a click, not a drag
const MOST_UNDO = 100;
const SETTLE_MS = 700; // so long after the last change the figure in the notebook follows
const PATIENCE_MS = 4000; // so long a save may take before we say that it is late
const LATE = "Not saved yet: Python is busy, or has stopped. If this stays so, run the cell again, and draw again.";
const SVG = "http://www.w3.org/2000/svg";
const SUPPRESS = "data-lm-suppress-shortcuts"; // keeps JupyterLab's own shortcuts out
const EDGES = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];
const SHAPE = { rect: "rectangle", ellipse: "ellipse" };
const HELP = [
  ["Mouse", ["drag to draw", "click a box to choose it", "drag the chosen one, or its handles", "Shift+drag draws inside it"]],
  ["Keys", ["`N` new box", "`←` `→` `↑` `↓` move", "with `Shift` resize", "with `Ctrl` finer", "`Tab` `[` `]` other boxes",
    "`L` label", "`E` ellipse or rectangle", "`Delete` remove", "`Z` undo", "`Esc` choose none"]],
];

// The outer function runs once a widget, `render` once a view of it: views share what can be undone.
export default () => {
  const shared = { past: [], last: 0 };
  return { render: ({ model, el }) => new DrawingView(model, el, shared).close };
};

const round = (value) => Math.round(value * 10000) / 10000;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const shown = (value) => value.toFixed(3);
const number = (region) => region.region.replace(/^box_/, "");
const holds = (region, at) =>
  at.x >= region.x && at.x <= region.x + region.width && at.y >= region.y && at.y <= region.y + region.height;

/** Say whether a key is meant for the drawing: all are, save those with Ctrl or Cmd that it has no use for. */
function staysHere(event) {
  return !(event.ctrlKey || event.metaKey) || event.key.startsWith("Arrow") || event.key.toLowerCase() === "z";
}

/** Make an element with attributes, listeners (`onclick`) and children. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Return a region with rounded numbers that lies in the picture. */
function tidy(region) {
  const x = round(clamp(region.x, 0, 1 - LEAST));
  const y = round(clamp(region.y, 0, 1 - LEAST));
  const width = round(clamp(region.width, LEAST, 1 - x));
  const height = round(clamp(region.height, LEAST, 1 - y));
  return { ...region, x, y, width, height };
}

class DrawingView {
  constructor(model, el, shared) {
    Object.assign(this, { model, shared, about: model.get("about"), chosenId: null, drag: null, late: 0, settling: 0 });
    this.picked = null; // a label that was chosen while no box was: the next new box takes it
    this.id = `dust-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
    this.label = this.about.labels[0];
    this.build(el);
    this.listen();
    this.show();
    if (this.about.notice) this.complain(this.about.notice);
    model.send({ kind: "ready" });
  }

  // --- what is on the page ---------------------------------------------------------------------------------

  build(el) {
    const { about, id } = this;
    this.image = make("img", { alt: about.alt, draggable: "false", hidden: true });
    this.shapes = document.createElementNS(SVG, "svg");
    for (const [name, value] of [["viewBox", "0 0 1 1"], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]])
      this.shapes.setAttribute(name, value);
    this.tags = make("div", { class: "dust-tags", "aria-hidden": "true" });
    this.stage = make(
      "div",
      { class: "dust-stage", tabindex: "0", role: "application", "aria-label": `Draw on: ${about.alt}`,
        "aria-describedby": `${id}-help`, style: `aspect-ratio: ${about.ratio}; --dust-ratio: ${about.ratio}` },
      this.image, this.shapes, this.tags,
    );
    this.says = make("p", { class: "dust-says", role: "status", "aria-live": "polite" });
    this.saved = make("p", { class: "dust-saved" });
    this.trouble = make("p", { class: "dust-trouble", role: "alert" });
    this.rows = make("tbody");
    const heads = ["Box", "Label", "Shape", "x", "y", "width", "height"];
    this.root = make(
      "section",
      { class: "dust-draw", "aria-label": `Boxes on ${about.name}`, [SUPPRESS]: "true", hidden: true },
      make("div", { class: "dust-body" },
        make("div", { class: "dust-left" }, this.toolbar(), this.stage,
          make("div", { class: "dust-line" }, this.says, this.saved), this.trouble, this.help()),
        make("table", { class: "dust-table" },
          make("caption", {}, `Boxes in ${about.file}`),
          make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
          this.rows)),
    );
    el.append(this.root);
  }

  toolbar() {
    const button = (name, title, act) => make("button", { type: "button", title, onclick: () => act.call(this) }, name);
    this.labels = make("select", { "aria-label": "Label of the chosen box, or of the next new one",
      onchange: () => this.relabel(this.labels.value) }, ...this.about.labels.map((name) => make("option", {}, name)));
    this.buttons = {
      add: button("New box", "N", this.add),
      reshape: button("Ellipse", "E", this.reshape),
      remove: button("Remove", "Delete", this.remove),
      undo: button("Undo", "Z", this.undo),
    };
    const { add, reshape, remove, undo } = this.buttons;
    return make("div", { class: "dust-tools", role: "group", "aria-label": "Drawing" },
      add, make("label", {}, "Label ", this.labels), reshape, remove, undo);
  }

  help() {
    const words = (text) => text.split("`").map((part, i) => (i % 2 ? make("kbd", {}, part) : part));
    return make("div", { class: "dust-help", id: `${this.id}-help` }, ...HELP.map(([name, items]) =>
      make("p", {}, make("strong", {}, `${name}: `), ...items.flatMap((item, i) => [i ? " · " : "", ...words(item)]), ".")));
  }

  /** Draw shapes, tags, handles, table and buttons anew from the regions. */
  show() {
    const regions = this.drag?.moved ? this.dragged() : this.regions();
    const chosen = regions.find((region) => region.region === this.chosenId);
    const largestFirst = [...regions].sort((a, b) => b.width * b.height - a.width * a.height);
    this.shapes.replaceChildren(...largestFirst.flatMap((region) => this.outlines(region, region === chosen)));
    this.tags.replaceChildren(...largestFirst.map((region) => this.tag(region, region === chosen)),
      ...(chosen && !this.about.locked ? EDGES.map((edge) => handle(edge, chosen)) : []));
    this.rows.replaceChildren(...(regions.length ? regions.map((region) => this.row(region, region === chosen))
      : [make("tr", {}, make("td", { colspan: "7" }, "No box yet."))]));
    this.stage.classList.toggle("dust-locked", Boolean(this.about.locked));
    this.label = chosen?.label ?? this.coming();
    this.labels.value = this.label;
    const { add, reshape, remove, undo } = this.buttons;
    reshape.textContent = chosen?.shape === "ellipse" ? "Rectangle" : "Ellipse";
    for (const [tool, off] of [[add, false], [reshape, !chosen], [remove, !chosen], [undo, !this.shared.past.length]])
      tool.setAttribute("aria-disabled", String(Boolean(off || this.about.locked)));
  }

  colour(region) {
    return Math.max(0, this.about.labels.indexOf(region.label)) % 6;
  }

  /** Return a light line under a coloured one, which is seen on any picture. */
  outlines(region, chosen) {
    const y = 1 - region.y - region.height;
    const numbers = region.shape === "ellipse"
      ? { cx: region.x + region.width / 2, cy: y + region.height / 2, rx: region.width / 2, ry: region.height / 2 }
      : { x: region.x, y, width: region.width, height: region.height };
    return ["dust-halo", `dust-outline dust-colour-${this.colour(region)}${chosen ? " dust-chosen" : ""}`].map((name) => {
      const outline = document.createElementNS(SVG, region.shape === "ellipse" ? "ellipse" : "rect");
      for (const [key, value] of Object.entries({ ...numbers, class: name, "vector-effect": "non-scaling-stroke" }))
        outline.setAttribute(key, value);
      return outline;
    });
  }

  tag(region, chosen) {
    const inside = region.y + region.height > 0.93 ? " dust-inside" : "";
    const name = `dust-tag dust-colour-${this.colour(region)}${chosen ? " dust-chosen" : ""}${inside}`;
    const style = `left: ${region.x * 100}%; top: ${(1 - region.y - region.height) * 100}%`;
    return make("span", { class: name, style }, `${number(region)} ${region.label}`);
  }

  row(region, chosen) {
    const choose = () => this.choose(region.region, true);
    const button = make("button", { type: "button", "aria-pressed": String(chosen), onclick: choose,
      "aria-label": `Choose box ${number(region)}` }, number(region));
    return make("tr", { class: chosen ? "dust-chosen" : null }, make("th", { scope: "row" }, button),
      make("td", {}, region.label), make("td", {}, SHAPE[region.shape]),
      ...["x", "y", "width", "height"].map((key) => make("td", { class: "dust-number" }, shown(region[key]))));
  }

  // --- regions ---------------------------------------------------------------------------------------------

  regions() {
    return this.model.get("regions");
  }

  chosen() {
    return this.regions().find((region) => region.region === this.chosenId);
  }

  /** Return the label of the next new box: the one that was picked, or the first that no box has, or the last one. */
  coming() {
    const used = new Set(this.regions().map((region) => region.label));
    return this.picked ?? this.about.labels.find((name) => !used.has(name)) ?? this.label;
  }

  say(text) {
    this.says.textContent = text;
  }

  complain(text) {
    this.trouble.textContent = text;
  }

  describe(region) {
    const { x, y, width, height } = region;
    return `Box ${number(region)}, ${region.label}, ${SHAPE[region.shape]}: ${this.place({ x, y, width, height })}`;
  }

  place({ x, y, width, height }) {
    return `left ${shown(x)}, bottom ${shown(y)}, width ${shown(width)}, height ${shown(height)}.`;
  }

  /** Make other regions the current ones, and have them saved. */
  change(regions, says) {
    this.shared.past.push(this.regions());
    this.shared.past.splice(0, this.shared.past.length - MOST_UNDO);
    this.store(regions, says);
  }

  store(regions, says) {
    this.model.set("regions", regions);
    this.model.save_changes();
    this.say(says);
    this.saved.textContent = "Saving …";
    clearTimeout(this.late);
    this.late = setTimeout(() => this.complain(LATE), PATIENCE_MS);
    this.show();
  }

  update(region, says) {
    const tidied = tidy(region);
    this.change(this.regions().map((other) => (other.region === region.region ? tidied : other)), says(tidied));
  }

  choose(id, focus = false) {
    this.chosenId = id;
    const region = this.chosen();
    this.say(region ? this.describe(region) : "No box is chosen.");
    this.show();
    if (focus) this.stage.focus({ preventScroll: true });
  }

  cycle(step) {
    const ids = this.regions().map((region) => region.region);
    const now = ids.indexOf(this.chosenId);
    if (ids.length) this.choose(ids[now < 0 ? (step > 0 ? 0 : ids.length - 1) : (now + step + ids.length) % ids.length]);
    else this.say("There is no box yet: press N for one.");
  }

  free() {
    if (this.about.locked) this.say(this.about.locked);
    return !this.about.locked;
  }

  insert(place) {
    const regions = this.regions();
    if (!this.free()) return;
    if (regions.length >= this.about.most) return this.say(`There are ${regions.length} boxes, and no more can be drawn.`);
    const used = regions.map((region) => Number(/^box_(\d+)$/.exec(region.region)?.[1] ?? 0));
    this.shared.last = Math.max(this.shared.last, ...used) + 1; // a number that was removed does not come back
    const region = tidy({ region: `box_${this.shared.last}`, label: this.coming(), shape: "rect", ...place, basis: "drawn" });
    Object.assign(this, { chosenId: region.region, picked: null });
    this.change([...regions, region], `New. ${this.describe(region)}`);
  }

  /** Put a new box in the middle, or beside the last one that was put there. */
  add() {
    let shift = 0;
    while (shift < 0.3 && this.regions().some((region) => Math.abs(region.x - 0.4 - shift) < 0.005 &&
      Math.abs(region.y - 0.4 + shift) < 0.005)) shift += 0.03;
    this.insert({ x: 0.4 + shift, y: 0.4 - shift, width: 0.2, height: 0.2 });
    this.stage.focus({ preventScroll: true });
  }

  /** Do something with the chosen box, or say that none is chosen. */
  withChosen(act) {
    const region = this.chosen();
    if (!this.free()) return;
    if (region) act(region);
    else this.say("No box is chosen: press N for a new one, or ] for the next one.");
  }

  relabel(label) {
    this.label = label;
    const region = this.chosen();
    if (region && this.free()) return this.update({ ...region, label }, () => `Box ${number(region)} is now: ${label}.`);
    this.picked = label;
    this.labels.value = label;
    this.say(`The next new box is: ${label}.`);
  }

  nextLabel() {
    const { labels } = this.about;
    this.relabel(labels[(labels.indexOf(this.label) + 1) % labels.length]);
  }

  reshape() {
    this.withChosen((region) => {
      const shape = region.shape === "ellipse" ? "rect" : "ellipse";
      this.update({ ...region, shape }, () => `Box ${number(region)} is now: ${SHAPE[shape]}.`);
    });
  }

  remove() {
    this.withChosen((region) => {
      this.chosenId = null;
      this.change(this.regions().filter((other) => other !== region), `Box ${number(region)}, ${region.label}, is removed.`);
    });
  }

  undo() {
    if (!this.free()) return;
    if (!this.shared.past.length) return this.say("There is nothing to undo.");
    this.store(this.shared.past.pop(), "The last change is undone.");
  }

  // --- keyboard --------------------------------------------------------------------------------------------

  onKey(event) {
    if (event.altKey || !staysHere(event)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const fine = event.ctrlKey || event.metaKey;
    if (key === "Tab" ? this.onTab(event.shiftKey) : this.onCommand(key, event.shiftKey, fine)) event.preventDefault();
  }

  /** Go to the next box; after the last one, and before the first, let the focus leave the picture. */
  onTab(back) {
    const ids = this.regions().map((region) => region.region);
    const next = ids.indexOf(this.chosenId) + (back ? -1 : 1);
    if (next < 0 || next >= ids.length || (back && this.chosenId === null)) return false;
    this.choose(ids[next]);
    return true;
  }

  onCommand(key, shift, fine) {
    const commands = {
      n: this.add, l: this.nextLabel, e: this.reshape, z: this.undo, Delete: this.remove, Backspace: this.remove,
      "[": () => this.cycle(-1), "]": () => this.cycle(1), Escape: this.escape,
    };
    const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[key];
    if (arrow) this.withChosen((region) => this.nudge(region, arrow, shift, fine ? FINE : STEP));
    else commands[key]?.call(this);
    return Boolean(arrow || commands[key]);
  }

  nudge(region, [right, up], resize, step) {
    const { x, y, width, height } = region;
    const moved = resize
      ? { width: clamp(width + right * step, LEAST, 1 - x), height: clamp(height + up * step, LEAST, 1 - y) }
      : { x: clamp(x + right * step, 0, 1 - width), y: clamp(y + up * step, 0, 1 - height) };
    this.update({ ...region, ...moved }, (tidied) => `Box ${number(region)}: ${this.place(tidied)}`);
  }

  escape() {
    if (this.drag) this.drag = null;
    else this.chosenId = null;
    this.choose(this.chosenId);
  }

  // --- mouse, pen and finger -------------------------------------------------------------------------------

  at(event) {
    const frame = this.shapes.getBoundingClientRect();
    return {
      x: clamp((event.clientX - frame.left) / frame.width, 0, 1),
      y: clamp(1 - (event.clientY - frame.top) / frame.height, 0, 1),
    };
  }

  onDown(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.stage.focus({ preventScroll: true });
    if (!this.free()) return;
    const from = this.at(event);
    const edge = event.target.dataset?.edge;
    const start = this.chosen();
    const how = edge ? "resize" : start && holds(start, from) && !event.shiftKey ? "move" : "draw";
    this.stage.setPointerCapture(event.pointerId);
    this.drag = { how, edge, from, start, to: from, px: [event.clientX, event.clientY], moved: false };
  }

  onMove(event) {
    if (!this.drag) return this.hover(event);
    const [x, y] = this.drag.px;
    this.drag.to = this.at(event);
    this.drag.moved ||= Math.hypot(event.clientX - x, event.clientY - y) >= CLICK_PX;
    if (this.drag.moved) this.show();
  }

  hover(event) {
    const start = this.chosen();
    const moves = start && !event.shiftKey && holds(start, this.at(event));
    this.stage.classList.toggle("dust-moves", Boolean(moves));
  }

  onUp() {
    const { drag } = this;
    if (!drag) return;
    const region = drag.moved ? this.draggedRegion() : null;
    this.drag = null;
    if (!region) this.click(drag.to);
    else if (drag.how !== "draw") this.update(region, (tidied) => this.describe(tidied));
    else if (region.width >= LEAST && region.height >= LEAST) this.insert(region);
    else this.choose(this.chosenId);
  }

  /** Choose the smallest box under the pointer; where it is chosen already the next larger one, then none. */
  click(at) {
    const under = this.regions().filter((region) => holds(region, at)).sort((a, b) => a.width * a.height - b.width * b.height);
    const now = under.findIndex((region) => region.region === this.chosenId);
    this.choose(under[now + 1]?.region ?? null);
  }

  /** Return where the box under the pointer is now. */
  draggedRegion() {
    const { how, edge, from, to, start } = this.drag;
    if (how === "move") {
      const x = clamp(start.x + to.x - from.x, 0, 1 - start.width);
      return { ...start, x, y: clamp(start.y + to.y - from.y, 0, 1 - start.height) };
    }
    let [left, bottom] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    let [right, top] = [Math.max(from.x, to.x), Math.max(from.y, to.y)];
    if (how === "resize") {
      [left, bottom, right, top] = [start.x, start.y, start.x + start.width, start.y + start.height];
      if (edge.includes("w")) left = Math.min(to.x, right - LEAST);
      if (edge.includes("e")) right = Math.max(to.x, left + LEAST);
      if (edge.includes("s")) bottom = Math.min(to.y, top - LEAST);
      if (edge.includes("n")) top = Math.max(to.y, bottom + LEAST);
    }
    return { ...(how === "resize" ? start : {}), x: left, y: bottom, width: right - left, height: top - bottom };
  }

  dragged() {
    const region = this.draggedRegion();
    if (this.drag.how !== "draw") return this.regions().map((other) => (other === this.drag.start ? region : other));
    return [...this.regions(), { region: "new", label: this.coming(), shape: "rect", ...region }];
  }

  // --- Python and JupyterLab -------------------------------------------------------------------------------

  onMessage = (message, buffers) => {
    if (message.kind === "picture") return this.onPicture(message.media, buffers?.[0]);
    clearTimeout(this.late);
    this.saved.textContent = message.kind === "saved" ? message.says : "";
    this.complain(message.kind === "trouble" ? message.says : "");
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.model.send({ kind: "settled" }), SETTLE_MS);
  };

  onPicture(media, data) {
    if (media && !this.image.src) {
      this.image.src = URL.createObjectURL(new Blob([data], { type: media }));
      this.image.hidden = false;
    }
    this.root.hidden = false; // without Python nothing could be saved: then the figure stays in view instead
  }

  onRegions = () => this.show();

  /** Leave JupyterLab its shortcuts with Ctrl, such as saving; all plain keys stay here. */
  onWindowKey = (event) => {
    if (!this.root.contains(event.target)) return;
    if (staysHere(event)) this.root.setAttribute(SUPPRESS, "true");
    else this.root.removeAttribute(SUPPRESS);
  };

  listen() {
    const { stage, root } = this;
    window.addEventListener("keydown", this.onWindowKey, true); // before JupyterLab, which listens on the document
    stage.addEventListener("keydown", (event) => this.onKey(event));
    root.addEventListener("keydown", (event) => staysHere(event) && event.stopPropagation());
    for (const type of ["keyup", "mousedown", "dblclick"]) root.addEventListener(type, (event) => event.stopPropagation());
    stage.addEventListener("pointerdown", (event) => this.onDown(event));
    stage.addEventListener("pointermove", (event) => this.onMove(event));
    stage.addEventListener("pointerup", () => this.onUp());
    stage.addEventListener("pointercancel", () => this.escape());
    this.model.on("msg:custom", this.onMessage);
    this.model.on("change:regions", this.onRegions);
  }

  close = () => {
    window.removeEventListener("keydown", this.onWindowKey, true);
    this.model.off("msg:custom", this.onMessage);
    this.model.off("change:regions", this.onRegions);
    clearTimeout(this.late);
    clearTimeout(this.settling);
    if (this.image.src) URL.revokeObjectURL(this.image.src);
  };
}

function handle(edge, region) {
  const across = edge.includes("w") ? 0 : edge.includes("e") ? 1 : 0.5;
  const down = edge.includes("n") ? 0 : edge.includes("s") ? 1 : 0.5;
  const left = (region.x + across * region.width) * 100;
  const top = (1 - region.y - region.height + down * region.height) * 100;
  return make("span", { class: `dust-handle dust-${edge}`, "data-edge": edge, style: `left: ${left}%; top: ${top}%` });
}
