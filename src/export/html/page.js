"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const SVG = "http://www.w3.org/2000/svg";
  const QUADS = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "office"];
  const DAY = 86400000;
  const $ = (id) => document.getElementById(id);

  // Nothing of the data ever becomes markup: text is set as text, and what would turn or hide text is taken out.
  const clean = (text) => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const draw = (tag, attributes = {}) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  // --- the data -----------------------------------------------------------------------------------------------------
  const nodes = data.nodes;
  const edges = data.edges;
  const day = (date, last) => {
    const [year, month, dayOfMonth] = date.split("-").map(Number);
    const time = new Date(0);
    if (last && !month) time.setUTCFullYear(year, 12, 0);
    else if (last && !dayOfMonth) time.setUTCFullYear(year, month, 0);
    else time.setUTCFullYear(year, (month || 1) - 1, dayOfMonth || 1);
    return Math.round(time / DAY);
  };
  const shownDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  edges.forEach((edge, n) => {
    edge.n = n;
    edge.source = nodes[edge.source];
    edge.target = nodes[edge.target];
    edge.label = (edge.denied ? "not " : "") + edge.predicate.replaceAll("_", " ");
    for (const told of edge.evidence) {
      if (told.date) [told.from, told.to] = [day(told.date, false), day(told.date, true)];
      told.text = clean(told.sentence).toLowerCase();
    }
  });
  const days = edges.flatMap((edge) => edge.evidence.filter((told) => told.date).flatMap((told) => [told.from, told.to]));
  const [first, last] = days.length ? [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))] : [0, 0];
  const most = edges.reduce((all, edge) => Math.max(all, edge.evidence.filter((told) => told.report).length), 1);

  // --- filters ------------------------------------------------------------------------------------------------------
  $("title").textContent = document.title;
  const box = (into, name, value, count, quad) => {
    const input = make("input", { type: "checkbox", name, value, checked: "" });
    const label = make("label", {}, input);
    if (quad) label.append(make("span", { class: "key quad-" + quad }));
    label.append(value.replaceAll("_", " ").toLowerCase(), make("span", { class: "few" }, String(count)));
    $(into).append(label);
  };
  const counted = (of) => [...edges.reduce((counts, edge) => counts.set(of(edge), (counts.get(of(edge)) || 0) + 1), new Map())];
  for (const [quad, count] of counted((edge) => edge.quad).sort((a, b) => QUADS.indexOf(a[0]) - QUADS.indexOf(b[0]))) box("quads", "quad", quad, count, quad);
  for (const [name, count] of counted((edge) => edge.class).sort()) box("classes", "class", name, count);
  for (const [name, count] of counted((edge) => edge.predicate).sort()) box("predicates", "predicate", name, count);
  for (const [id, value] of [["from", first], ["to", last]]) Object.assign($(id), { min: first, max: last }), ($(id).defaultValue = $(id).value = value);
  $("dates").hidden = first === last;
  $("many").max = most;
  $("many").disabled = most === 1;

  const left = (name) => new Set([...document.querySelectorAll(`input[name="${name}"]`)].filter((input) => input.checked).map((input) => input.value));
  const filter = () => {
    const [from, to] = [Number($("from").value), Number($("to").value)];
    const [sure, many] = [Number($("sure").value), Number($("many").value)];
    $("from-day").textContent = shownDay(from);
    $("to-day").textContent = shownDay(to);
    $("sure-value").textContent = sure.toFixed(2);
    $("many-value").textContent = String(many);
    const [quads, classes, predicates] = [left("quad"), left("class"), left("predicate")];
    const sought = $("search").value.trim().toLowerCase();
    const unbounded = from <= first && to >= last;
    for (const edge of edges) {
      const timely = (told) => (told.date ? told.from <= to && told.to >= from : $("undated").checked || unbounded && !days.length);
      const real = (told) => $("unreal").checked || told.modality === "actual";
      edge.kept = edge.evidence.filter((told) => timely(told) && real(told) && told.confidence >= sure);
      // a copy counts where its report is left out
      edge.count = Math.max(edge.kept.filter((told) => told.report).length, Math.min(edge.kept.length, 1));
      edge.unreal = !edge.kept.some((told) => told.modality === "actual");
      edge.shown = edge.count >= many && quads.has(edge.quad) && classes.has(edge.class) && predicates.has(edge.predicate) && ($("denied").checked || !edge.denied);
      edge.hit = !sought || [edge.source.name, edge.target.name, edge.label].some((name) => clean(name).toLowerCase().includes(sought)) || edge.kept.some((told) => told.text.includes(sought));
    }
    for (const node of nodes) Object.assign(node, { shown: false, hit: !sought || clean(node.name).toLowerCase().includes(sought) });
    for (const edge of edges.filter((edge) => edge.shown)) {
      edge.source.shown = edge.target.shown = true;
      if (edge.hit && sought) edge.source.hit = edge.target.hit = true;
    }
    // nodes without any edge are there as long as nothing is left out
    const lone = edges.every((edge) => edge.shown);
    for (const node of nodes) node.shown ||= lone;
    const [drawn, told] = [nodes.filter((node) => node.shown).length, edges.filter((edge) => edge.shown).length];
    $("count").textContent = `${drawn} of ${nodes.length} entities, ${told} of ${edges.length} edges`;
    $("empty").hidden = drawn > 0;
    paint(told);
    details();
  };

  // --- the picture --------------------------------------------------------------------------------------------------
  const picture = $("graph");
  const defs = draw("defs");
  for (const quad of QUADS) {
    const arrow = draw("marker", { id: "to-" + quad, viewBox: "0 0 10 8", refX: 9, refY: 4, markerWidth: 9, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto", class: "quad-" + quad });
    arrow.append(draw("path", { d: "M0 0L10 4L0 8z", fill: "currentColor" }));
    const bar = draw("marker", { id: "not-" + quad, viewBox: "0 0 4 12", refX: 3, refY: 6, markerWidth: 4, markerHeight: 12, markerUnits: "userSpaceOnUse", orient: "auto", class: "quad-" + quad });
    bar.append(draw("path", { d: "M2 0V12", stroke: "currentColor", "stroke-width": 3 }));
    defs.append(arrow, bar);
  }
  const scene = draw("g");
  const [edgeLayer, nodeLayer] = [draw("g"), draw("g")];
  scene.append(edgeLayer, nodeLayer);
  picture.append(defs, scene);

  const wrapped = (name) => {
    const lines = [""];
    for (const word of clean(name).trim().split(" ")) {
      const line = lines[lines.length - 1];
      if (line && line.length + word.length > 18) lines.push(word);
      else lines[lines.length - 1] = line ? line + " " + word : word;
    }
    return lines;
  };
  const outline = (kind, w, h) => {
    const [x, y, c] = [w / 2, h / 2, 8];
    if (kind === "leader") return `M${-x} 0A${x} ${y} 0 0 1 ${x} 0A${x} ${y} 0 0 1 ${-x} 0z`;
    if (kind === "alliance") return `M${-x} 0L${c - x} ${-y}H${x - c}L${x} 0L${x - c} ${y}H${c - x}z`;
    if (kind === "group") return `M${c - x} ${-y}H${x - c}L${x} ${c - y}V${y - c}L${x - c} ${y}H${c - x}L${-x} ${y - c}V${c - y}z`;
    if (kind === "treaty") return `M${-x} ${-y}H${x - c}L${x} ${c - y}V${y}H${-x}z`;
    const r = kind === "country" ? 6 : 0;
    return `M${r - x} ${-y}H${x - r}a${r} ${r} 0 0 1 ${r} ${r}V${y - r}a${r} ${r} 0 0 1 ${-r} ${r}H${r - x}a${r} ${r} 0 0 1 ${-r} ${-r}V${r - y}a${r} ${r} 0 0 1 ${r} ${-r}z`;
  };
  for (const node of nodes) {
    const lines = wrapped(node.name.length > 24 && node.short ? node.short : node.name);
    node.w = Math.max(...lines.map((line) => line.length)) * 6.7 + (node.kind === "leader" || node.kind === "alliance" ? 30 : 20);
    node.h = lines.length * 15 + (node.kind === "leader" ? 16 : 10);
    node.g = draw("g", { class: "node", tabindex: 0, role: "button", "aria-label": `${clean(node.name)}, ${node.kind}` });
    const shape = draw("path", { class: "shape", d: outline(node.kind, node.w, node.h) });
    shape.style.fill = `var(--${node.kind})`;
    if (node.kind === "region") shape.setAttribute("stroke-dasharray", "4 3");
    const title = draw("title");
    title.textContent = `${clean(node.name)}\n${clean(node.id)}, ${node.mentions} mentions`;
    node.g.append(title, shape);
    lines.forEach((line, n) => {
      const text = draw("text", { y: (n - (lines.length - 1) / 2) * 15 + 4 });
      text.textContent = line;
      node.g.append(text);
    });
    node.g.addEventListener("click", () => choose({ node }));
    node.g.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), choose({ node }), enter()));
    node.g.addEventListener("focus", () => reveal(node));
    nodeLayer.append(node.g);
  }
  const between = new Map();
  for (const edge of edges) {
    const pair = [edge.source.id, edge.target.id].sort().join("\n");
    between.set(pair, [...(between.get(pair) || []), edge]);
    edge.g = draw("g", { class: "edge quad-" + edge.quad + (edge.denied ? " denied" : "") });
    edge.line = draw("path", { class: "line" });
    if (!edge.symmetric) edge.line.setAttribute("marker-end", `url(#${edge.denied ? "not" : "to"}-${edge.quad})`);
    edge.hitLine = draw("path", { class: "hit" });
    edge.text = draw("text");
    edge.title = draw("title");
    edge.g.append(edge.title, edge.hitLine, edge.line, edge.text);
    edge.g.addEventListener("click", () => choose({ edge }));
    edgeLayer.append(edge.g);
  }
  for (const edge of edges) {
    const all = between.get([edge.source.id, edge.target.id].sort().join("\n"));
    const bend = all.indexOf(edge) - (all.length - 1) / 2;
    edge.bend = (edge.source.id <= edge.target.id ? 1 : -1) * bend * 34;
    edge.turn = all.indexOf(edge);
    // labels of parallel edges stand beside one another
    edge.along = 0.5 + Math.max(-0.25, Math.min(0.25, (edge.source.id <= edge.target.id ? 1 : -1) * bend * 0.13));
  }

  // where a ray from the middle of a node leaves its box
  const border = (node, x, y) => {
    const [dx, dy] = [x - node.x, y - node.y];
    const scale = Math.min(node.w / 2 / Math.abs(dx || 1e-6), node.h / 2 / Math.abs(dy || 1e-6));
    const round = node.kind === "leader" ? 1 / Math.hypot(dx / (node.w / 2), dy / (node.h / 2)) : scale;
    return [node.x + dx * Math.min(round, 1), node.y + dy * Math.min(round, 1)];
  };
  const place = () => {
    for (const node of nodes) if (node.shown) node.g.setAttribute("transform", `translate(${node.x.toFixed(1)},${node.y.toFixed(1)})`);
    for (const edge of edges) {
      if (!edge.shown) continue;
      const { source, target } = edge;
      let way, x, y;
      if (source === target) {
        const reach = source.h / 2 + 34 + edge.turn * 16;
        [x, y] = [source.x, source.y - reach + 6];
        way = `M${source.x - 12} ${source.y - source.h / 2}C${source.x - 50} ${source.y - reach - 14} ${source.x + 50} ${source.y - reach - 14} ${source.x + 12} ${source.y - source.h / 2}`;
      } else {
        const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
        const [mx, my] = [(source.x + target.x) / 2 - (target.y - source.y) / length * edge.bend, (source.y + target.y) / 2 + (target.x - source.x) / length * edge.bend];
        const [[sx, sy], [tx, ty]] = [border(source, mx, my), border(target, mx, my)];
        way = `M${sx.toFixed(1)} ${sy.toFixed(1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${tx.toFixed(1)} ${ty.toFixed(1)}`;
        const [t, u] = [edge.along, 1 - edge.along];
        [x, y] = [u * u * sx + 2 * u * t * mx + t * t * tx, u * u * sy + 2 * u * t * my + t * t * ty];
      }
      edge.line.setAttribute("d", way);
      edge.hitLine.setAttribute("d", way);
      edge.text.setAttribute("x", x.toFixed(1));
      edge.text.setAttribute("y", (y + 3).toFixed(1));
      Object.assign(edge, { x, y });
    }
    if (!picture.classList.contains("nolabels")) makeRoom();
  };
  // of labels that stand on one another, the one of the edge most reported stays; the others come when they are pointed at
  const makeRoom = () => {
    const kept = [];
    for (const edge of edges.filter((edge) => edge.shown).sort((a, b) => b.count - a.count || a.n - b.n)) {
      const half = edge.text.textContent.length * 2.9;
      const crowded = kept.some((other) => Math.abs(other.y - edge.y) < 12 && Math.abs(other.x - edge.x) < other.half + half);
      if (!crowded) kept.push({ x: edge.x, y: edge.y, half });
      edge.g.classList.toggle("crowded", crowded);
    }
  };

  // one spring for all edges between two
  const springs = [...between.values()].map(([edge]) => ({ source: edge.source, target: edge.target })).filter((spring) => spring.source !== spring.target);
  const force = d3.forceLink(springs).distance((spring) => 120 + (spring.source.w + spring.target.w) / 2);
  const simulation = d3
    .forceSimulation(nodes)
    .force("link", force)
    .force("charge", d3.forceManyBody().strength(-1800).distanceMax(700))
    .force("x", d3.forceX().strength(0.08))
    .force("y", d3.forceY().strength(0.11))
    .force("collide", d3.forceCollide((node) => Math.max(node.w, node.h) / 2 + 16))
    .stop()
    .tick(edges.length > 800 ? 120 : 300);
  simulation.on("tick", place);
  d3.select(nodeLayer).selectAll(".node").data(nodes).call(
    d3.drag()
      .clickDistance(4)
      .on("start", (event, node) => (event.active || simulation.alphaTarget(0.15).restart(), Object.assign(node, { fx: node.x, fy: node.y })))
      .on("drag", (event, node) => Object.assign(node, { fx: event.x, fy: event.y }))
      .on("end", (event) => event.active || simulation.alphaTarget(0)),
  );
  const zoom = d3.zoom().scaleExtent([0.05, 6]).on("zoom", (event) => scene.setAttribute("transform", event.transform));
  const view = d3.select(picture).call(zoom).on("dblclick.zoom", null);
  const fit = () => {
    const there = nodes.filter((node) => node.shown);
    const { width, height } = picture.getBoundingClientRect();
    if (!there.length || !width || !height) return;
    const side = (of) => [Math.min(...there.map((node) => of(node)[0])), Math.max(...there.map((node) => of(node)[1]))];
    const [left, right] = side((node) => [node.x - node.w / 2, node.x + node.w / 2]);
    const [top, bottom] = side((node) => [node.y - node.h / 2, node.y + node.h / 2]);
    const scale = Math.min(1.4, 0.92 * Math.min(width / (right - left), height / (bottom - top)));
    view.call(zoom.transform, d3.zoomIdentity.translate(width / 2 - scale * (left + right) / 2, height / 2 - scale * (top + bottom) / 2).scale(scale));
  };
  // brings a node that the keyboard has come to into view
  const reveal = (node) => {
    const [frame, own] = [picture.getBoundingClientRect(), node.g.getBoundingClientRect()];
    if (own.left < frame.left || own.right > frame.right || own.top < frame.top || own.bottom > frame.bottom) view.call(zoom.translateTo, node.x, node.y);
  };
  const WAYS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  picture.addEventListener("keydown", (event) => {
    const scale = d3.zoomTransform(picture).k;
    if (WAYS[event.key]) view.call(zoom.translateBy, ...WAYS[event.key].map((way) => way / scale));
    else if ("+=-".includes(event.key)) view.call(zoom.scaleBy, event.key === "-" ? 1 / 1.4 : 1.4);
    else return;
    event.preventDefault();
  });
  const paint = (told) => {
    picture.classList.toggle("nolabels", told > 80);
    for (const node of nodes) {
      node.g.style.display = node.shown ? "" : "none";
      node.g.classList.toggle("dim", !node.hit);
    }
    for (const edge of edges) {
      edge.g.style.display = edge.shown ? "" : "none";
      edge.g.classList.toggle("dim", !edge.hit);
      edge.g.classList.toggle("unreal", edge.unreal);
      edge.line.style.strokeWidth = String(Math.min(6, 1.4 + Math.log2(Math.max(edge.count, 1))));
      edge.text.textContent = act(edge) + times(edge);
      edge.title.textContent = said(edge);
    }
    place();
  };
  const times = (edge) => (edge.count > 1 ? ` ×${edge.count}` : "");
  const act = (edge) => edge.label + (edge.unreal && edge.kept.length ? ` (${edge.kept[0].modality})` : "");
  const said = (edge) => `${clean(edge.source.name)} ${act(edge)} ${clean(edge.target.name)}${times(edge)}`;

  // --- details ------------------------------------------------------------------------------------------------------
  let chosen = {};
  const choose = (what) => {
    const [before, inside] = [chosen, $("details").contains(document.activeElement)];
    chosen = what;
    details();
    if (inside) enter(before);
  };
  // the keyboard goes on in the details: where it came from, or at their beginning
  const enter = (before = {}) => {
    const rows = [...$("details").querySelectorAll("button")];
    const from = !chosen.edge && !chosen.node && before.edge && rows.find((button) => button.dataset.edge === String(before.edge.n));
    (from || rows[0])?.focus();
  };
  const row = (edge) => {
    const button = make("button", { type: "button", "data-edge": edge.n, class: "row quad-" + edge.quad }, make("span", { class: "dot" }), make("span", {}, said(edge)));
    button.addEventListener("click", () => choose({ edge }));
    return make("li", {}, button);
  };
  const marked = (told) => {
    const quote = make("blockquote", { dir: "auto" });
    const parts = [["source", told.source], ["trigger", told.trigger], ["target", told.target]].filter(([, span]) => span).sort((a, b) => a[1][0] - b[1][0]);
    let at = 0;
    for (const [name, [start, end]] of parts) {
      if (start < at) continue;
      quote.append(clean(told.sentence.slice(at, start)), make("mark", { class: name, title: name }, clean(told.sentence.slice(start, end))));
      at = end;
    }
    quote.append(clean(told.sentence.slice(at)));
    return quote;
  };
  const whence = (told) => {
    const line = make("div", { class: "quiet" });
    const about = [told.date, told.modality === "actual" ? null : told.modality, told.speaker ? `says ${clean(told.speaker)}` : null, `confidence ${told.confidence.toFixed(2)}`, told.rule, told.report ? null : "a copy"];
    if (told.document) {
      const name = clean(told.document);
      line.append(/^https?:\/\//i.test(told.document) ? make("a", { href: told.document, rel: "noopener noreferrer", target: "_blank" }, name) : name, " · ");
    }
    line.append(about.filter((part) => part).join(" · "));
    return line;
  };
  const report = (told, edge) => {
    const item = make("li", {}, whence(told));
    if (edge) item.append(row(edge).firstChild);
    item.append(marked(told));
    return item;
  };
  const strip = (told) => {
    const dated = told.filter(([one]) => one.date);
    if (dated.length < 2 || first === last) return "";
    const svg = draw("svg", { id: "strip", viewBox: "0 0 320 46", role: "img", "aria-label": "Reports over time" });
    svg.append(draw("line", { x1: 8, x2: 312, y1: 28, y2: 28 }));
    const stacked = new Map();
    for (const [one, edge] of dated) {
      const x = 8 + (304 * ((one.from + one.to) / 2 - first)) / (last - first);
      const height = stacked.get(Math.round(x / 7)) || 0;
      stacked.set(Math.round(x / 7), height + 1);
      svg.append(draw("circle", { cx: x.toFixed(1), cy: 28 - Math.min(height, 4) * 6, r: 3.5, class: "quad-" + edge.quad }));
    }
    for (const [x, anchor, text] of [[8, "start", shownDay(first)], [312, "end", shownDay(last)]]) {
      const label = draw("text", { x, y: 43, "text-anchor": anchor });
      label.textContent = text;
      svg.append(label);
    }
    return svg;
  };
  const back = () => {
    const button = make("button", { type: "button" }, "← all edges");
    button.addEventListener("click", () => choose({}));
    return make("p", {}, button);
  };
  const MOST = 300;
  const details = () => {
    const panel = $("details");
    panel.replaceChildren();
    for (const node of nodes) node.g.classList.toggle("chosen", node === chosen.node);
    for (const edge of edges) edge.g.classList.toggle("chosen", edge === chosen.edge);
    const shown = edges.filter((edge) => edge.shown);
    if (chosen.edge) {
      panel.append(back(), make("h2", {}, said(chosen.edge)));
      panel.append(strip(chosen.edge.kept.map((told) => [told, chosen.edge])));
      panel.append(make("ul", {}, ...chosen.edge.kept.slice(0, MOST).map((told) => report(told))));
      return;
    }
    if (chosen.node) {
      const own = shown.filter((edge) => edge.source === chosen.node || edge.target === chosen.node);
      const told = own.flatMap((edge) => edge.kept.filter((one) => one.report).map((one) => [one, edge]));
      told.sort(([a], [b]) => (a.date ? a.from : Infinity) - (b.date ? b.from : Infinity));
      panel.append(back(), make("h2", {}, clean(chosen.node.name)), make("p", { class: "quiet" }, `${clean(chosen.node.id)} · ${chosen.node.mentions} mentions · ${told.length} reports by date`));
      panel.append(strip(told), make("ul", {}, ...told.slice(0, MOST).map(([one, edge]) => report(one, edge))));
      if (told.length > MOST) panel.append(make("p", { class: "quiet" }, `and ${told.length - MOST} more`));
      return;
    }
    const rows = shown.filter((edge) => edge.hit).sort((a, b) => (a.quad === "office") - (b.quad === "office") || b.count - a.count);
    panel.append(make("h2", {}, "Edges"), make("p", { class: "quiet" }, "Choose an edge for its sentences, an entity for its timeline."));
    panel.append(make("ul", {}, ...rows.slice(0, MOST).map(row)));
    if (rows.length > MOST) panel.append(make("p", { class: "quiet" }, `and ${rows.length - MOST} more: filter or search`));
  };

  // --- the rest -----------------------------------------------------------------------------------------------------
  $("filters").addEventListener("input", (event) => {
    // the two ends do not pass each other
    if (event.target.id === "from" && Number($("from").value) > Number($("to").value)) $("to").value = $("from").value;
    if (event.target.id === "to" && Number($("to").value) < Number($("from").value)) $("from").value = $("to").value;
    filter();
  });
  $("filters").addEventListener("reset", () => setTimeout(() => (($("search").value = ""), filter(), fit())));
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("search").addEventListener("input", filter);
  $("in").addEventListener("click", () => view.call(zoom.scaleBy, 1.4));
  $("out").addEventListener("click", () => view.call(zoom.scaleBy, 1 / 1.4));
  $("fit").addEventListener("click", fit);
  document.addEventListener("keydown", (event) => event.key === "Escape" && choose({}));
  const theme = (dark) => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    $("theme").setAttribute("aria-pressed", String(dark));
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  theme(system.matches);
  system.addEventListener("change", (event) => theme(event.matches));
  // paper shows the graph as it stands on the screen, and all that is shown of it as a table
  const table = () => {
    const rows = edges.filter((edge) => edge.shown && edge.hit).sort((a, b) => (a.quad === "office") - (b.quad === "office") || b.count - a.count);
    const body = rows.map((edge) => {
      const told = edge.kept.find((one) => one.report) || edge.kept[0];
      const dates = edge.kept.filter((one) => one.date).map((one) => one.date).sort();
      const cells = [clean(edge.source.name), act(edge), clean(edge.target.name), String(edge.count), [...new Set([dates[0], dates[dates.length - 1]])].join(" – ")];
      const sentence = make("td", {}, ...(told ? [...marked(told).childNodes] : []), told && told.document ? ` (${clean(told.document)})` : "");
      return make("tr", { class: "quad-" + edge.quad }, ...cells.map((cell) => make("td", {}, cell)), sentence);
    });
    const head = make("tr", {}, ...["source", "act", "target", "reports", "dates", "the first report"].map((name) => make("th", { scope: "col" }, name)));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  };
  let screen = system.matches;
  addEventListener("beforeprint", () => {
    screen = document.documentElement.dataset.theme === "dark";
    theme(false);
    const { width, height } = picture.getBoundingClientRect();
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    $("print").replaceChildren(table());
  });
  addEventListener("afterprint", () => {
    theme(screen);
    picture.removeAttribute("viewBox");
    $("print").replaceChildren();
  });
  $("theme").addEventListener("click", () => theme(document.documentElement.dataset.theme !== "dark"));
  addEventListener("resize", fit);
  filter();
  fit();
})();
