// The replay player: a ladder with a cursor, and beside it the chosen step with both ends and the packet. All text goes in
// through textContent. A step moves the cursor and fills the panels; the ladder draws only what is near the window.
(function () {
    "use strict";
    var views = (window.wirebookViews = window.wirebookViews || {});
    if (views.play) { return; }

    var SVG = "http://www.w3.org/2000/svg";
    var MARGIN = 160;
    var SPAN = 310;
    var BUCKET = 256;
    var MOST = 200;
    var colour = function (name) { return views.colour(name); };

    function h(tag, style, text) {
        var element = document.createElement(tag);
        if (style) { element.setAttribute("style", style); }
        if (text !== undefined) { element.textContent = text; }
        return element;
    }

    function put(parent) {
        for (var i = 1; i < arguments.length; i++) { parent.appendChild(arguments[i]); }
        return parent;
    }

    function s(tag, attributes, style, text) {
        var element = document.createElementNS(SVG, tag);
        Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
        if (style) { element.setAttribute("style", style); }
        if (text !== undefined) { element.textContent = text; }
        return element;
    }

    function clip(text, most) { return text.length > most ? text.slice(0, most - 1) + "…" : text; }

    function x(host) { return MARGIN + SPAN * host; }

    // Every step's states: what a step does not say is as it was after the step before it on the same connection.
    function unfold(data) {
        var last = {};
        var text = data.text;
        return data.steps.map(function (step) {
            return step.ends.map(function (delta, end) {
                var key = step.on + "/" + end;
                var before = last[key];
                if (!delta) { return { now: before, before: before }; }
                var now = { state: "", values: {}, send: [], receive: [] };
                if (before) {
                    now = { state: before.state, values: Object.assign({}, before.values), send: before.send,
                        receive: before.receive };
                }
                if (delta[0] >= 0) { now.state = text[delta[0]]; }
                for (var i = 0; i < delta[1].length; i += 2) { now.values[delta[1][i]] = text[delta[1][i + 1]]; }
                if (delta[2]) { now.send = delta[2]; }
                if (delta[3]) { now.receive = delta[3]; }
                if (delta[4]) {
                    Object.keys(now.values).forEach(function (name) {
                        if (delta[4].indexOf(+name) < 0) { delete now.values[name]; }
                    });
                }
                last[key] = now;
                return { now: now, before: before || now };
            });
        });
    }

    function readable(data) {
        var text = data.text;
        data.flights = data.flights.map(function (f, i) {
            return { from: f[0], to: f[1], top: f[2], end: f[3], stroke: data.strokes[f[4]], lost: f[5], caption: text[f[6]],
                time: text[f[7]], fault: text[f[8]], packet: i };
        });
        data.steps = data.steps.map(function (t) {
            return { y: t[0], host: t[1], flight: t[2], what: text[t[3]], cause: text[t[4]], time: text[t[5]], on: t[6],
                ends: t[7] };
        });
        data.notes = data.notes.map(function (n) { return { host: n[0], y: n[1], text: text[n[2]], ink: n[3] }; });
        data.states = unfold(data);
        return data;
    }

    // What lies between two heights, found by buckets so that it costs the same anywhere in a long trace.
    function index(data) {
        var buckets = [];
        function add(kind, item, from, to) {
            for (var b = Math.floor(from / BUCKET); b <= Math.floor(to / BUCKET); b++) {
                (buckets[b] = buckets[b] || { flights: [], notes: [], cuts: [] })[kind].push(item);
            }
        }
        data.flights.forEach(function (f, i) {
            f.id = i;
            add("flights", f, Math.min(f.top, f.end) - 20, Math.max(f.top, f.end) + 20);
        });
        data.notes.forEach(function (n) { add("notes", n, n.y, n.y); });
        data.cuts.forEach(function (c) { add("cuts", c, c[0], c[0]); });
        return buckets;
    }

    function slope(f) {
        var right = f.from < f.to;
        var from = x(f.from) + (right ? 2 : -2);
        var to = f.lost ? (x(f.from) + x(f.to)) / 2 : x(f.to) + (right ? -2 : 2);
        return { from: from, to: to, right: right, angle: Math.atan2(f.end - f.top, Math.abs(to - from)) * 180 / Math.PI };
    }

    function head(f, way) {
        if (f.lost) { return "M" + (way.to - 5) + " " + (f.end - 5) + "l10 10m0 -10l-10 10"; }
        return "M" + way.to + " " + f.end + "l" + (way.right ? -9 : 9) + " -4l0 7z";
    }

    function arrow(group, f, chosen) {
        var way = slope(f);
        var ink = colour(f.stroke[1]);
        var line = s("path", { d: "M" + way.from + " " + f.top + "L" + way.to + " " + f.end, fill: "none",
            "stroke-width": chosen ? 3.5 : 1.5 }, "stroke:" + ink);
        if (f.stroke[2]) { line.setAttribute("stroke-dasharray", f.stroke[2]); }
        var tip = s("path", { d: head(f, way) }, "stroke:" + ink + ";stroke-width:" + (chosen ? 3 : 1.5) + ";fill:" +
            (f.stroke[4] ? colour("paper") : ink));
        put(group, line, tip);
    }

    function words(group, f, chosen) {
        var way = slope(f);
        var start = way.from + (way.right ? 10 : -10);
        var top = f.top - 3 + 10 * (f.end - f.top) / Math.abs(way.to - way.from);
        var ink = colour(f.stroke[1] === "faint" ? "ink" : f.stroke[1]);
        var halo = ";stroke:" + colour("paper") + ";stroke-width:" + (chosen ? 6 : 3) + ";paint-order:stroke";
        var label = s("text", { x: start, y: top, "text-anchor": way.right ? "start" : "end",
            transform: "rotate(" + (way.right ? way.angle : -way.angle).toFixed(1) + " " + start + " " + top + ")" },
            "fill:" + ink + halo + (chosen ? ";font-weight:600" : ""), clip("#" + (f.id + 1) + " " + f.stroke[3] + f.caption, 50));
        label.appendChild(s("title", {}, "", f.time + " · " + f.caption + (f.fault ? " · " + f.fault : "")));
        put(group, label);
        if (f.lost) {
            put(group, s("text", { x: way.to + (way.right ? 10 : -10), y: f.end + 8, "text-anchor": way.right ? "start" : "end" },
                "font-weight:600;fill:" + colour("alarm") + halo, clip(f.fault, 26)));
        }
    }

    // The ladder: a scrolled sheet of full height in which only the neighbourhood of the window is drawn.
    function ladder(data, choose) {
        var buckets = index(data);
        var width = 2 * MARGIN + SPAN * (data.hosts.length - 1);
        var box = h("div", "position:relative;overflow:auto;height:" + Math.min(470, data.height + 70) +
            "px;border:1px solid " + colour("grid") + ";border-radius:4px;flex:0 1 " + (width + 18) + "px;min-width:0");
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", "Ladder of " + data.flights.length + " packets");
        var hosts = s("svg", { width: width, height: 40, "font-size": 13, "aria-hidden": true },
            "display:block;position:sticky;top:0;z-index:1;background:" + colour("paper"));
        data.hosts.forEach(function (host, i) {
            put(hosts, s("text", { x: x(i), y: 16, "text-anchor": "middle" }, "font-weight:600;fill:" + colour("ink"), host[0]),
                s("text", { x: x(i), y: 32, "text-anchor": "middle", "font-size": 11 }, "fill:" + colour("faint"), host[1]));
        });
        var sheet = h("div", "position:relative;margin-top:-36px;width:" + width + "px;height:" + data.height + "px");
        var drawing = s("svg", { width: width, "font-size": 11, "aria-hidden": true }, "position:absolute;left:0;font-family:inherit");
        var cursor = s("svg", { width: width, height: data.height, "font-size": 11, "aria-hidden": true },
            "position:absolute;left:0;top:0;pointer-events:none");
        put(sheet, drawing, cursor);
        put(box, hosts, sheet);
        var drawn = [-1, -1];

        function draw() {
            var first = Math.max(0, Math.floor((box.scrollTop - BUCKET) / BUCKET));
            var last = Math.floor((box.scrollTop + box.clientHeight + BUCKET) / BUCKET);
            if (first === drawn[0] && last === drawn[1]) { return; }
            drawn = [first, last];
            var top = first * BUCKET;
            var height = Math.min(data.height, (last + 1) * BUCKET) - top;
            drawing.replaceChildren();
            drawing.setAttribute("height", height);
            drawing.setAttribute("viewBox", "0 " + top + " " + width + " " + height);
            drawing.style.top = top + "px";
            data.hosts.forEach(function (host, i) {
                put(drawing, s("path", { d: "M" + x(i) + " " + top + "v" + height, "stroke-width": 2 }, "stroke:" + colour("line")));
            });
            var seen = {};
            var lines = s("g", {});
            var texts = s("g", {});
            for (var b = first; b <= last; b++) {
                var bucket = buckets[b] || { flights: [], notes: [], cuts: [] };
                bucket.flights.forEach(function (f) {
                    if (!seen[f.id]) { seen[f.id] = true; arrow(lines, f); words(texts, f); time(texts, f); }
                });
                bucket.notes.forEach(function (n) { note(texts, n); });
                bucket.cuts.forEach(function (c) { cut(lines, c); });
            }
            put(drawing, lines, texts);
        }

        function time(group, f) {
            var left = f.from === 0;
            put(group, s("text", { x: left ? 2 : x(data.hosts.length - 1) + MARGIN - 2, y: f.top + 4, "font-size": 10,
                "text-anchor": left ? "start" : "end" }, "fill:" + colour("faint"), f.time.replace(/(\.\d)\d*/, "$1")));
        }

        function note(group, n) {
            var left = n.host === 0;
            var text = s("text", { x: x(n.host) + (left ? -8 : 8), y: n.y + 4, "text-anchor": left ? "end" : "start" },
                "fill:" + colour(n.ink) + (n.ink === "faint" ? "" : ";font-weight:600"), clip(n.text, n.ink === "faint" ? 16 : 14));
            text.appendChild(s("title", {}, "", n.text));
            put(group, text);
        }

        function cut(group, c) {
            put(group, s("text", { x: x(0) + 8, y: c[0] + 4 }, "fill:" + colour("faint"), "⋮ " + data.text[c[1]]));
            data.hosts.forEach(function (host, i) {
                put(group, s("path", { d: "M" + x(i) + " " + (c[0] - 6) + "v12", "stroke-width": 4, "stroke-dasharray": "2 2" },
                    "stroke:" + colour("paper")));
            });
        }

        var waiting = false;
        box.addEventListener("scroll", function () {
            if (!waiting) {
                waiting = true;
                requestAnimationFrame(function () { waiting = false; draw(); });
            }
        });
        sheet.addEventListener("click", function (event) { choose(event.clientY - sheet.getBoundingClientRect().top); });

        box.show = function (step) {
            cursor.replaceChildren();
            if (step) {
                put(cursor, s("rect", { x: 0, y: step.y - 8, width: width, height: 16, "fill-opacity": 0.16 }, "fill:" + colour("accent")));
                data.hosts.forEach(function (host, i) {
                    var here = step.host === i;
                    put(cursor, s("circle", { cx: x(i), cy: step.y, r: here ? 6 : 3, "stroke-width": 2 },
                        "stroke:" + colour("accent") + ";fill:" + colour(here ? "accent" : "paper")));
                });
                if (step.flight >= 0) {
                    arrow(cursor, data.flights[step.flight], true);
                    words(cursor, data.flights[step.flight], true);
                }
                if (step.y < box.scrollTop + 30 || step.y > box.scrollTop + box.clientHeight - 100) {
                    box.scrollTop = Math.max(0, step.y - box.clientHeight / 2);
                }
            } else {
                box.scrollTop = 0;
            }
            draw();
        };
        return box;
    }

    // A buffer as a strip of octets: as wide as they are many, but wide enough to be seen.
    function strip(name, ranges, text) {
        var WIDTH = 226;
        var LEAST = 30;
        var blocks = [];
        ranges.forEach(function (r) {
            var end = blocks.length ? blocks[blocks.length - 1].to : r[0];
            if (end < r[0]) { blocks.push({ from: end, to: r[0], is: "missing", tint: "alarmed" }); }
            if (r[1] > r[0]) { blocks.push({ from: r[0], to: r[1], is: text[r[2]], tint: r[3] }); }
        });
        var place = h("div", "margin:4px 0");
        if (!blocks.length) { return place; }
        var all = blocks[blocks.length - 1].to - blocks[0].from;
        var free = Math.max(0, WIDTH - LEAST * blocks.length);
        var at = 1;
        var svg = s("svg", { viewBox: "0 0 " + (WIDTH + 2) + " 36", "font-size": 10, role: "img" },
            "display:block;width:100%;max-width:" + (WIDTH + 2) + "px");
        svg.setAttribute("aria-label", name + " buffer: " + blocks.map(function (b) {
            return b.from + " to " + b.to + " " + b.is;
        }).join(", "));
        blocks.forEach(function (b) {
            var wide = LEAST + free * (b.to - b.from) / all;
            var rect = s("rect", { x: at, y: 13, width: Math.max(1, wide - 1), height: 20 },
                "fill:" + colour(b.tint) + ";stroke:" + colour(b.is === "missing" ? "alarm" : "line") +
                (b.is === "missing" ? ";stroke-dasharray:3 2" : ""));
            rect.appendChild(s("title", {}, "", b.from + " to " + b.to + ": " + b.is));
            put(svg, rect, s("text", { x: at, y: 10 }, "fill:" + colour("faint"), b.from),
                s("text", { x: at + 3, y: 27 }, "pointer-events:none;fill:" + colour("ink"), clip(b.is, Math.max(2, Math.floor(wide / 5.6)))));
            at += wide;
        });
        return put(place, h("div", "font-size:11px;color:" + colour("faint"), name + " buffer"), svg);
    }

    function end(data, step, number, at) {
        var state = data.states[at][number];
        var now = state.now;
        var before = state.before;
        var place = h("div", "flex:1 1 200px;min-width:0");
        if (!now) { return place; }
        var moved = now.state !== before.state;
        var title = put(h("div", ""), h("b", "", data.names[step.on < 0 ? 0 : step.on][number]), h("span", "margin-left:8px;" +
            (moved ? "font-weight:600;padding:0 4px;background:" + colour("changed") : ""),
            now.state + (moved ? " (was " + before.state + ")" : "")));
        var table = h("table", "border-collapse:collapse;margin:4px 0;font-size:12px");
        Object.keys(now.values).forEach(function (name) {
            var changed = before.values[name] !== now.values[name];
            var row = h("tr", "background:" + colour(changed ? "changed" : "paper") + ";color:" + colour("ink"));
            row.title = data.variables[name][1];
            put(row, h("td", "padding:0 6px;text-align:left;" + (changed ? "font-weight:600" : ""), (changed ? "* " : "") + data.variables[name][0]),
                h("td", "padding:0 6px;text-align:right;font-family:monospace", now.values[name]),
                h("td", "padding:0 6px;text-align:left;color:" + colour("faint"), changed ? "was " + (before.values[name] || "nothing") : ""));
            put(table, row);
        });
        return put(place, title, table, strip("send", now.send, data.text), strip("receive", now.receive, data.text));
    }

    // A packet out of its shape (names and places, shared by all packets of one form), its values and its octets.
    function packet(data, flight) {
        var record = data.packets[flight.packet];
        var shape = data.shapes[record[0]];
        var leaves = [];
        var rows = [];
        shape.forEach(function (p, i) {
            var part = { name: data.text[p[0]], offset: p[1], bits: p[2], meaning: data.text[p[3]], depth: p[4], leaf: p[5] > 0,
                leaves: p[5] || p[6], tint: p[7], value: data.text[record[2][i]], mark: "" };
            (record[3] || []).forEach(function (m) { if (m[0] === i) { part.mark = data.text[m[1]]; } });
            part.first = leaves.length;
            if (part.leaf) { leaves.push(part); }
            rows.push(part);
        });
        var place = h("div", "display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start");
        place.className = "wirebook-fields";
        var left = h("div", "flex:1 1 620px;min-width:0;overflow-x:auto");
        rows.filter(function (p) { return p.depth === 1; }).forEach(function (section) { put(left, boxOf(section, rows, leaves)); });
        put(place, left, put(h("div", "flex:0 1 auto;min-width:0;overflow-x:auto"), hex(record, leaves), tree(rows)));
        views.link(place);
        return place;
    }

    function titled(part) {
        return part.name + (part.value ? ": " + part.value : "") + (part.mark ? " (" + part.mark + ")" : "");
    }

    function field(element, from, to, title) {
        element.dataset.f = from + " " + to;
        element.title = title;
        return element;
    }

    function boxOf(section, rows, leaves) {
        var place = put(h("div", "margin-bottom:8px"), h("b", "padding:1px 6px;border-radius:3px;color:" + colour("ink") +
            ";background:" + colour(section.tint), section.name));
        if (section.leaf) {
            return put(place, field(h("div", "padding:4px 8px;font-family:monospace;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid " + colour("line") +
                ";background:" + colour(section.tint), section.bits / 8 + " octets  " + section.value), section.first, section.first + 1, titled(section)));
        }
        var table = h("table", "border-collapse:collapse;table-layout:fixed;width:100%;min-width:600px;max-width:860px;font-size:12px;margin-top:2px");
        var ruler = h("tr", "font-size:9px;color:" + colour("faint") + ";background:" + colour("paper"));
        for (var bit = 0; bit < 32; bit++) { put(ruler, h("td", "padding:0;text-align:center", bit)); }
        put(table, ruler);
        var row = null;
        var at = 0;
        leaves.slice(section.first, section.first + section.leaves).forEach(function (leaf) {
            var rest = leaf.bits > 64 ? 32 : leaf.bits;
            for (var again = false; rest > 0; again = true) {
                if (at % 32 === 0) { row = h("tr", "color:" + colour("ink") + ";background:" + colour(section.tint)); put(table, row); }
                var bits = Math.min(rest, 32 - at % 32);
                var cell = field(h("td", "padding:1px;text-align:center;border:1px solid " + colour("line") + (leaf.mark ?
                    ";background:" + colour("alarmed") + ";outline:2px dashed " + colour("alarm") : "")),
                    leaf.first, leaf.first + 1, titled(leaf) + (leaf.meaning ? " — " + leaf.meaning : ""));
                cell.colSpan = bits;
                if (again) { put(cell, h("i", "", "(" + leaf.name + ")")); } else {
                    put(cell, h("div", "font-size:" + (bits < 3 ? 9 : 10) + "px;line-height:1.2", leaf.name),
                        h("b", "font-family:monospace", leaf.value + (leaf.mark ? " !" : "")));
                }
                put(row, cell);
                at += bits;
                rest -= bits;
            }
        });
        put(place, table);
        leaves.slice(section.first, section.first + section.leaves).forEach(function (leaf) {
            if (leaf.mark) { put(place, h("div", "color:" + colour("alarm"), "! " + titled(leaf))); }
        });
        return place;
    }

    function hex(record, leaves) {
        var octets = record[1].match(/../g) || [];
        var pre = h("pre", "margin:0 0 8px 0;padding:0;border:0;background:" + colour("paper") + ";color:" + colour("ink") +
            ";font-size:12px;line-height:1.5;white-space:pre");
        var first = 0;
        for (var row = 0; row < octets.length; row += 16) {
            put(pre, h("span", "color:" + colour("faint"), ("000" + row.toString(16)).slice(-4) + "  "));
            for (var at = row; at < Math.min(row + 16, octets.length); at++) {
                while (first < leaves.length - 1 && Math.ceil((leaves[first].offset + leaves[first].bits) / 8) <= at) { first++; }
                var last = first + 1;
                while (last < leaves.length && Math.floor(leaves[last].offset / 8) <= at) { last++; }
                var leaf = leaves[first];
                put(pre, field(h("span", "color:" + colour("ink") + ";background:" + colour(leaf.tint) + (leaf.first % 2 ? ";border-bottom:1px solid " + colour("line") : ""),
                    octets[at]), leaf.first, last, leaves.slice(first, last).map(titled).join("; ")),
                    document.createTextNode(at % 16 === 7 ? "  " : " "));
            }
            put(pre, document.createTextNode("\n"));
        }
        return record[4] ? put(h("div"), pre, h("div", "font-size:11px;color:" + colour("faint"), "… " + record[4] + " more octets")) : pre;
    }

    function tree(rows) {
        var table = h("table", "border-collapse:collapse;font-size:12px");
        rows.forEach(function (p) {
            var row = field(h("tr", "background:" + colour(p.mark ? "alarmed" : "paper") + ";color:" + colour("ink")), p.first, p.first + p.leaves,
                p.meaning || p.name);
            put(table, put(row, put(h("td", "padding:0 8px;text-align:left"), h(p.leaf ? "span" : "b", "padding-left:" + (8 + 14 * p.depth) +
                "px" + (p.depth ? ";border-left:4px solid " + colour(p.tint) : ""), p.name)),
                h("td", "padding:0 8px;text-align:left;font-family:monospace", p.depth ? p.value + (p.mark ? " ! " + p.mark : "") : "")));
        });
        var fold = put(h("details"), h("summary", "cursor:pointer", "Tree"), table);
        return fold;
    }

    function button(text, label, act) {
        var element = h("button", "font:inherit;font-size:13px;padding:3px 12px;margin:0;cursor:pointer;border-radius:4px;border:1px solid " +
            colour("line") + ";background:" + colour("paper") + ";color:" + colour("ink"), text);
        element.type = "button";
        element.title = label;
        element.addEventListener("click", act);
        return element;
    }

    // Every step in words, made when somebody unfolds it.
    function transcript(data, place) {
        var details = put(h("details", "margin-top:8px"), h("summary", "cursor:pointer", "Every step in words"));
        details.className = "wirebook-steps";
        details.addEventListener("toggle", function () {
            if (details.children.length > 1) { return; }
            var table = h("table", "border-collapse:collapse;font-size:12px");
            data.steps.slice(0, MOST).forEach(function (step, i) {
                var row = h("tr", "background:" + colour("paper") + ";color:" + colour("ink"));
                [i + 1, step.time, place(step), step.what, step.cause].forEach(function (cell) {
                    put(row, h("td", "padding:1px 8px;text-align:left;border:1px solid " + colour("grid"), cell));
                });
                put(table, row);
            });
            put(details, table);
            if (data.steps.length > MOST) { put(details, h("div", "", "… " + (data.steps.length - MOST) + " more steps")); }
        });
        return details;
    }

    // A replay on a place of its own: the renderer extension has no markup that comes before.
    views.stage = function (root, raw) {
        root.className = "wirebook wirebook-replay tex2jax_ignore mathjax_ignore";
        root.setAttribute("style", "padding:8px;overflow-x:auto;font:13px/1.45 system-ui,sans-serif;color:" + colour("ink") +
            ";background:" + colour("paper"));
        root.dataset.wirebook = "awake";
        views.dress(root);
        views.play(root, raw);
    };

    views.play = function (root, raw) {
        var data = readable(raw);
        var steps = data.steps;
        var at = 0;
        var timer = 0;

        function place(step) { return step.host < 0 ? "network" : data.hosts[step.host][0]; }

        function stop() {
            clearInterval(timer);
            timer = 0;
            playing.textContent = "▶ Play";
        }

        function go(number) {
            var next = Math.max(0, Math.min(steps.length, number));
            if (next !== at) { at = next; show(); }
        }

        function toggle() {
            if (timer) { stop(); return; }
            if (at === steps.length) { go(0); }
            playing.textContent = "⏸ Pause";
            timer = setInterval(function () {
                if (!root.isConnected || at >= steps.length) { stop(); } else { go(at + 1); }
            }, 900);
        }

        var back = button("◀ Back", "One step back (left arrow)", function () { go(at - 1); });
        var playing = button("▶ Play", "Play or pause (space)", toggle);
        var next = button("Step ▶", "One step on (right arrow)", function () { go(at + 1); });
        var slider = h("input", "flex:1 1 160px;min-width:80px;margin:0;accent-color:" + colour("accent"));
        slider.type = "range";
        slider.min = 0;
        slider.max = steps.length;
        slider.value = 0;
        slider.setAttribute("aria-label", "Step");
        slider.addEventListener("input", function () { go(+slider.value); });
        var count = h("span", "min-width:110px;font-variant-numeric:tabular-nums");
        var bar = put(h("div", "display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-bottom:8px"), back, playing, next, slider, count);
        bar.setAttribute("role", "group");
        bar.setAttribute("aria-label", "Replay");

        var picture = ladder(data, function (y) {
            var best = 0;
            steps.forEach(function (step, i) { if (step.y >= 0 && Math.abs(step.y - y) < Math.abs(steps[best].y - y)) { best = i; } });
            go(best + 1);
        });
        var panel = h("div", "flex:1 1 430px;min-width:260px");
        var below = h("div", "margin-top:8px");
        var voice = views.voice();
        var player = put(h("div", "outline-offset:2px"), bar,
            put(h("div", "display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start"), picture, panel), below, voice);
        player.className = "wirebook-player";
        player.setAttribute("data-lm-suppress-shortcuts", "true");

        var whole = null;
        function show() {
            var step = at ? steps[at - 1] : null;
            slider.value = at;
            slider.setAttribute("aria-valuetext", step ? "step " + at + ": " + step.what : "before the first step");
            count.textContent = at ? "step " + at + " of " + steps.length : steps.length + " steps";
            back.disabled = at === 0;
            next.disabled = at === steps.length;
            panel.replaceChildren();
            below.replaceChildren();
            picture.show(step);
            if (!step) {
                put(panel, h("div", "color:" + colour("faint"),
                    "Step through it: the buttons, the slider, the arrow keys, or a click into the ladder."));
                return;
            }
            put(panel, h("div", "color:" + colour("faint") + ";font-size:12px", step.time + " · " + place(step)),
                h("div", "font-weight:600;font-size:15px", step.what));
            if (step.cause) { put(panel, h("div", "margin-bottom:8px", "because " + step.cause)); }
            var ends = h("div", "display:flex;flex-wrap:wrap;gap:16px;margin-top:8px");
            step.ends.forEach(function (delta, i) { put(ends, end(data, step, i, at - 1)); });
            put(panel, ends);
            if (step.flight >= 0) {
                var flight = data.flights[step.flight];
                put(below, h("div", "font-weight:600;margin:0 0 4px 0", "#" + (step.flight + 1) + " " + flight.caption));
                if (flight.fault) { put(below, h("div", "color:" + colour("alarm") + ";font-weight:600", "! " + flight.fault)); }
                put(below, packet(data, flight));
            }
            voice.textContent = "Step " + at + " of " + steps.length + ", " + step.time + ", " + place(step) + ": " + step.what +
                (step.cause ? ", because " + step.cause : "");
        }

        player.addEventListener("keydown", function (event) {
            if (event.ctrlKey || event.metaKey || event.altKey || event.target === slider) { return; }
            if (event.target.closest(".wirebook-fields")) { return; }
            var keys = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: steps.length };
            if (event.key in keys) {
                stop();
                go(keys[event.key]);
            } else if (event.key === " " && event.target.tagName !== "BUTTON" && event.target.tagName !== "SUMMARY") {
                toggle();
            } else {
                return;
            }
            event.preventDefault();
            event.stopPropagation();
        });

        if (!root.querySelector("details.wirebook-steps")) { put(root, transcript(data, place)); }
        root.querySelectorAll("img.wirebook-whole").forEach(function (image) { image.style.display = "none"; whole = image; });
        root.querySelectorAll("details.wirebook-steps").forEach(function (details) { details.open = false; });
        root.insertBefore(player, whole || root.querySelector("details.wirebook-steps"));
        show();
    };
})();
