// The replay player: a ladder with a cursor, and beside it the chosen step with both ends and the packet. All text goes in
// through textContent. A step moves the cursor and changes the texts that differ; the ladder draws only what is near the window.
(function () {
    "use strict";
    var views = (window.wirebookViews = window.wirebookViews || {});
    if (views.play) { return; }

    var SVG = "http://www.w3.org/2000/svg";
    var BUCKET = 256;
    var MOST = 200;
    var KEPT = 8;
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

    // Writes only what is another text: most of a step is as it was.
    function say(element, text) {
        if (element.said !== text) { element.said = text; element.textContent = text; }
    }

    // Every step's states: what a step does not say is as it was after the step before it on the same connection.
    function unfold(data) {
        var last = {};
        var text = data.text;
        data.before.forEach(function (known) { change(known[0], known[1]); });
        return data.steps.map(function (step) {
            return step.ends.map(function (delta, end) { return change(step.on + "/" + end, delta); });
        });

        function change(key, delta) {
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
        }
    }

    function readable(data) {
        var text = data.text;
        data.flights = data.flights.map(function (f, i) {
            var stroke = data.strokes[f[4]];
            var said = "#" + (data.first[1] + i + 1) + " " + stroke[3] + text[f[6]];
            return { id: i, from: f[0], to: f[1], top: f[2], end: f[3], stroke: stroke, lost: f[5], caption: text[f[6]],
                time: text[f[7]], fault: text[f[8]], label: f[9] < 0 ? text[-1 - f[9]] : said.slice(0, f[9]), away: f[10],
                faultDown: f[11], faultLabel: text[f[12]] };
        });
        data.steps = data.steps.map(function (t) {
            return { y: t[0], host: t[1], flight: t[2], what: text[t[3]], cause: text[t[4]], time: text[t[5]], on: t[6],
                ends: t[7] };
        });
        data.notes = data.notes.map(function (n) { return { host: n[0], y: n[1], text: text[n[2]], ink: n[3] }; });
        data.steps.forEach(function (step, i) { if (step.y < 0) { step.y = i ? data.steps[i - 1].y : 0; } });
        data.states = unfold(data);
        data.x = function (host) { return data.axes[0] + data.axes[1] * host; };
        return data;
    }

    // What lies between two heights, found by buckets so that it costs the same anywhere in a long trace.
    function index(data) {
        var buckets = [];
        function add(kind, item, from, to) {
            for (var b = Math.floor(from / BUCKET); b <= Math.floor(to / BUCKET); b++) {
                (buckets[b] = buckets[b] || { flights: [], notes: [], cuts: [], ticks: [] })[kind].push(item);
            }
        }
        data.flights.forEach(function (f) { add("flights", f, f.top - 20, f.end + 30); });
        data.ticks.forEach(function (t) { add("ticks", t, t[1], t[1]); });
        data.notes.forEach(function (n) { add("notes", n, n.y, n.y); });
        data.cuts.forEach(function (c) { add("cuts", c, c[0], c[0]); });
        return buckets;
    }

    function slope(data, f) {
        var right = f.from < f.to;
        var from = data.x(f.from) + (right ? 2 : -2);
        var to = f.lost ? (data.x(f.from) + data.x(f.to)) / 2 : data.x(f.to) + (right ? -2 : 2);
        return { from: from, to: to, right: right, fall: (f.end - f.top) / Math.max(1, Math.abs(to - from)) };
    }

    function head(f, way) {
        if (f.lost) { return "M" + (way.to - 5) + " " + (f.end - 5) + "l10 10m0 -10l-10 10"; }
        return "M" + way.to + " " + f.end + "l" + (way.right ? -9 : 9) + " -4v7z";
    }

    function arrow(data, group, f, chosen) {
        var way = slope(data, f);
        var ink = colour(f.stroke[1]);
        var line = s("path", { d: "M" + way.from + " " + f.top + "L" + way.to + " " + f.end, fill: "none",
            "stroke-width": chosen ? 3.5 : 1.5 }, "stroke:" + ink);
        if (f.stroke[2]) { line.setAttribute("stroke-dasharray", f.stroke[2]); }
        var tip = s("path", { d: head(f, way) }, "stroke:" + ink + ";stroke-width:" + (chosen ? 3 : 1.5) + ";fill:" +
            (f.stroke[4] ? colour("paper") : ink));
        put(group, line, tip);
    }

    // The words of an arrow, where the layout found room for them.
    function words(data, group, f, chosen) {
        var way = slope(data, f);
        var left = way.from + (way.right ? f.away : -f.away);
        var top = (f.top + way.fall * f.away - 3).toFixed(1);
        var angle = (Math.atan(way.fall) * (way.right ? 180 : -180) / Math.PI).toFixed(1);
        var ink = colour(f.stroke[1] === "faint" ? "ink" : f.stroke[1]);
        var halo = ";stroke:" + colour("paper") + ";stroke-width:" + (chosen ? 6 : 3) + ";paint-order:stroke";
        var label = s("text", { x: left, y: top, "text-anchor": way.right ? "start" : "end",
            transform: "rotate(" + angle + " " + left + " " + top + ")" },
            "fill:" + ink + halo + (chosen ? ";font-weight:600" : ""), f.label);
        label.appendChild(s("title", {}, "", f.time + " · " + f.caption + (f.fault ? " · " + f.fault : "")));
        put(group, label);
        if (f.lost) {
            put(group, s("text", { x: way.to + (way.right ? 12 : -12), y: f.end + f.faultDown, "text-anchor": way.right ? "start" : "end" },
                "font-weight:600;fill:" + colour("alarm") + halo, f.faultLabel));
        }
    }

    // The ladder: a scrolled sheet of full height in which only the neighbourhood of the window is drawn.
    function ladder(data, choose) {
        var buckets = index(data);
        var width = 2 * data.axes[0] + data.axes[1] * (data.hosts.length - 1);
        var x = data.x;
        var box = h("div", "position:relative;overflow:auto;height:" + Math.min(470, data.height + 70) +
            "px;contain:content;border:1px solid " + colour("grid") + ";border-radius:4px;flex:0 1 " + (width + 18) + "px;min-width:0");
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", "Ladder of " + data.flights.length + " packets");
        var hosts = s("svg", { width: width, height: 40, "font-size": 13, "aria-hidden": true },
            "display:block;position:sticky;top:0;z-index:1;background:" + colour("paper"));
        data.hosts.forEach(function (host, i) {
            put(hosts, s("text", { x: x(i), y: 16, "text-anchor": "middle" }, "font-weight:600;fill:" + colour("ink"), host[0]),
                s("text", { x: x(i), y: 32, "text-anchor": "middle", "font-size": 11 }, "fill:" + colour("faint"), host[1]));
        });
        put(hosts, s("text", { x: data.axes[2], y: 32, "text-anchor": "end", "font-size": 11 }, "fill:" + colour("faint"), "ms"),
            s("text", { x: width - data.axes[2], y: 32, "font-size": 11 }, "fill:" + colour("faint"), "ms"));
        var sheet = h("div", "position:relative;margin-top:-36px;width:" + width + "px;height:" + data.height + "px");
        var drawing = s("svg", { width: width, "font-size": 11, "aria-hidden": true }, "position:absolute;left:0;font-family:inherit");
        var cursor = s("svg", { width: width, height: data.height, "font-size": 11, "aria-hidden": true },
            "position:absolute;left:0;top:0;pointer-events:none");
        put(sheet, drawing, cursor);
        put(box, hosts, sheet);
        var drawn = [-1, -1];
        var top = 0;
        var high = 0;

        function draw() {
            var first = Math.max(0, Math.floor((top - BUCKET) / BUCKET));
            var last = Math.floor((top + high + BUCKET) / BUCKET);
            if (first === drawn[0] && last === drawn[1]) { return; }
            drawn = [first, last];
            var from = first * BUCKET;
            var height = Math.max(1, Math.min(data.height, (last + 1) * BUCKET) - from);
            drawing.replaceChildren();
            drawing.setAttribute("height", height);
            drawing.setAttribute("viewBox", "0 " + from + " " + width + " " + height);
            drawing.style.top = from + "px";
            data.hosts.forEach(function (host, i) {
                put(drawing, s("path", { d: "M" + x(i) + " " + from + "v" + height, "stroke-width": 2 }, "stroke:" + colour("line")));
            });
            var seen = {};
            var lines = s("g", {});
            var texts = s("g", {});
            for (var b = first; b <= last; b++) {
                var bucket = buckets[b] || { flights: [], notes: [], cuts: [], ticks: [] };
                bucket.flights.forEach(function (f) {
                    if (!seen[f.id]) { seen[f.id] = true; arrow(data, lines, f); words(data, texts, f); }
                });
                bucket.notes.forEach(function (n) { note(texts, n); });
                bucket.ticks.forEach(function (t) { tick(texts, t); });
                bucket.cuts.forEach(function (c) { cut(lines, c); });
            }
            put(drawing, lines, texts);
        }

        function tick(group, t) {
            put(group, s("text", { x: t[0] ? data.axes[2] : width - data.axes[2], y: t[1] + 4, "text-anchor": t[0] ? "end" : "start" },
                "fill:" + colour("faint"), data.text[t[2]]));
        }

        function note(group, n) {
            var left = n.host === 0;
            put(group, s("text", { x: x(n.host) + (left ? -8 : 8), y: n.y + 4, "text-anchor": left ? "end" : "start" },
                "fill:" + colour(n.ink) + (n.ink === "faint" ? "" : ";font-weight:600"), n.text));
        }

        function cut(group, c) {
            put(group, s("text", { x: x(0) + 8, y: c[0] + 4 }, "fill:" + colour("faint"), "⋮ " + data.text[c[1]]));
            data.hosts.forEach(function (host, i) {
                put(group, s("path", { d: "M" + x(i) + " " + (c[0] - 6) + "v12", "stroke-width": 4, "stroke-dasharray": "2 2" },
                    "stroke:" + colour("paper")));
            });
        }

        // Scrolled by hand, made higher, or taken out of the page and put back, which forgets where it was scrolled to.
        box.addEventListener("scroll", function () {
            if (high) { top = box.scrollTop; draw(); }
        }, { passive: true });
        new ResizeObserver(function () {
            high = box.clientHeight;
            if (high) {
                if (box.scrollTop !== top) { box.scrollTop = top; }
                draw();
            }
        }).observe(box);
        sheet.addEventListener("click", function (event) { choose(event.clientY - sheet.getBoundingClientRect().top); });

        box.show = function (step) {
            cursor.replaceChildren();
            if (!step) {
                scroll(0);
                return;
            }
            put(cursor, s("rect", { x: 0, y: step.y - 8, width: width, height: 16, "fill-opacity": 0.16 }, "fill:" + colour("accent")));
            data.hosts.forEach(function (host, i) {
                var here = step.host === i;
                put(cursor, s("circle", { cx: x(i), cy: step.y, r: here ? 6 : 3, "stroke-width": 2 },
                    "stroke:" + colour("accent") + ";fill:" + colour(here ? "accent" : "paper")));
            });
            if (step.flight >= 0) {
                arrow(data, cursor, data.flights[step.flight], true);
                words(data, cursor, data.flights[step.flight], true);
            }
            if (step.y < top + 30 || step.y > top + high - 100) { scroll(Math.max(0, step.y - high / 2)); }
        };

        function scroll(to) {
            top = Math.round(to);
            box.scrollTop = top;
            draw();
        }
        return box;
    }

    // A buffer as a strip of octets: as wide as they are many, but wide enough to be seen.
    function strip(name, ranges, text) {
        var WIDTH = 226;
        var blocks = [];
        ranges.forEach(function (r) {
            var end = blocks.length ? blocks[blocks.length - 1].to : r[0];
            if (end < r[0]) { blocks.push({ from: end, to: r[0], is: "missing", tint: "alarmed" }); }
            if (r[1] > r[0]) { blocks.push({ from: r[0], to: r[1], is: text[r[2]], tint: r[3] }); }
        });
        var place = h("div", "margin:4px 0");
        if (!blocks.length) { return place; }
        var all = blocks[blocks.length - 1].to - blocks[0].from;
        var least = Math.min(36, WIDTH / blocks.length);
        var free = WIDTH - least * blocks.length;
        var at = 1;
        var svg = s("svg", { viewBox: "0 0 " + (WIDTH + 2) + " 36", "font-size": 10, role: "img" },
            "display:block;width:100%;max-width:" + (WIDTH + 2) + "px");
        svg.setAttribute("aria-label", name + " buffer: " + blocks.map(function (b) {
            return b.from + " to " + b.to + " " + b.is;
        }).join(", "));
        blocks.forEach(function (b) {
            var wide = least + free * (b.to - b.from) / all;
            var rect = s("rect", { x: at, y: 13, width: Math.max(1, wide - 1), height: 20 },
                "fill:" + colour(b.tint) + ";stroke:" + colour(b.is === "missing" ? "alarm" : "line") +
                (b.is === "missing" ? ";stroke-dasharray:3 2" : ""));
            rect.appendChild(s("title", {}, "", b.from + " to " + b.to + ": " + b.is));
            var number = String(b.from);
            put(svg, rect, s("text", { x: at + 3, y: 27 }, "pointer-events:none;fill:" + colour("ink"), clip(b.is, Math.max(2, Math.floor(wide / 5.9)))));
            if (number.length * 6.4 <= wide) { put(svg, s("text", { x: at, y: 10 }, "fill:" + colour("faint"), number)); }
            at += wide;
        });
        return put(place, h("div", "font-size:11px;color:" + colour("faint"), name + " buffer"), svg);
    }

    // Both ends side by side: a row for each variable, what changed with the value before it.
    function ends(data) {
        var place = h("div", "margin-top:8px;overflow-x:auto");
        var table = h("table", "border-collapse:collapse;margin:0 0 8px 0;font-size:12px");
        var top = h("tr", "background:" + colour("paper") + ";color:" + colour("ink"));
        var titles = [0, 1].map(function () { return h("th", "padding:2px 10px 2px 0;text-align:left;vertical-align:bottom;font-weight:400"); });
        put(table, put(top, h("td"), titles[0], titles[1]));
        var strips = h("div", "display:grid;grid-template-columns:repeat(2,minmax(0,228px));gap:0 16px");
        put(place, table, strips);
        var rows = {};
        var kept = [];

        function row(name) {
            if (!rows[name]) {
                var cells = [0, 1].map(function () { return h("td", "padding:0 10px 0 0;text-align:left;vertical-align:top;font-family:monospace"); });
                var tr = h("tr", "background:" + colour("paper") + ";color:" + colour("ink"));
                tr.title = data.variables[name][1];
                put(table, put(tr, h("th", "padding:0 10px 0 0;text-align:left;vertical-align:top;font-weight:400;color:" + colour("faint"), data.variables[name][0]), cells[0], cells[1]));
                rows[name] = { row: tr, cells: cells };
            }
            return rows[name];
        }

        function value(cell, state, name) {
            var now = state.now && state.now.values[name];
            var was = state.before && state.before.values[name];
            var changed = now !== was && state.now !== state.before;
            say(cell, (changed ? (was || "none") + " → " : "") + (now === undefined ? changed ? "none" : "" : now));
            mark(cell, changed);
        }

        function mark(cell, changed) {
            if (cell.changed !== changed) {
                cell.changed = changed;
                cell.style.background = changed ? colour("changed") : "";
                cell.style.fontWeight = changed ? "600" : "";
            }
        }

        place.show = function (states, on) {
            var seen = {};
            place.style.display = states.length ? "" : "none";
            titles.forEach(function (title, i) {
                var state = states[i] || {};
                var now = state.now || { state: "", values: {} };
                var moved = state.now && now.state !== state.before.state;
                say(title, data.names[on < 0 ? 0 : on][i] + (now.state ? "  " + (moved ? (state.before.state || "none") + " → " : "") + now.state : ""));
                mark(title, Boolean(moved));
                Object.keys(now.values).forEach(function (name) { seen[name] = true; });
                if (state.before) { Object.keys(state.before.values).forEach(function (name) { seen[name] = true; }); }
            });
            Object.keys(seen).forEach(row);
            Object.keys(rows).forEach(function (name) {
                rows[name].row.hidden = !seen[name];
                if (seen[name]) {
                    states.forEach(function (state, i) { value(rows[name].cells[i], state, name); });
                    if (states.length < 2) { say(rows[name].cells[1], ""); }
                }
            });
            var now = [];
            ["send", "receive"].forEach(function (buffer) {
                [0, 1].forEach(function (i) { now.push(states[i] && states[i].now ? states[i].now[buffer] : []); });
            });
            if (now.some(function (ranges, i) { return ranges !== kept[i]; })) {
                kept = now;
                strips.replaceChildren.apply(strips, now.map(function (ranges, i) { return strip(i < 2 ? "send" : "receive", ranges, data.text); }));
            }
        };
        return place;
    }

    // Packets of one form share their boxes, octets and tree: another packet changes the texts that differ.
    function packets(data) {
        var place = h("div");
        var forms = {};
        var order = [];
        place.show = function (flight) {
            if (!flight) {
                place.replaceChildren();
                return;
            }
            var record = data.packets[flight.id];
            var form = forms[record[0]];
            if (!form) {
                form = forms[record[0]] = packet(data, record);
                order.push(record[0]);
                if (order.length > KEPT) { delete forms[order.shift()]; }
            }
            form.fill(record);
            if (place.firstChild !== form) { place.replaceChildren(form); }
        };
        return place;
    }

    // A packet out of its shape: names and places.
    function packet(data, record) {
        var parts = [];
        var leaves = [];
        var shape = data.shapes[record[0]].reduce(function (all, section) { return all.concat(data.sections[section]); }, []);
        shape.forEach(function (p, i) {
            var part = { index: i, name: data.text[p[0]], offset: p[1], bits: p[2], meaning: data.text[p[3]], depth: p[4], leaf: p[5] > 0,
                leaves: p[5] || p[6], tint: p[7], first: leaves.length, cells: [], values: [], octets: [], value: null, mark: "" };
            if (part.leaf) { leaves.push(part); }
            parts.push(part);
        });
        var place = h("div", "display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start");
        place.className = "wirebook-fields";
        var left = h("div", "flex:1 1 620px;min-width:0;overflow-x:auto");
        parts.filter(function (p) { return p.depth === 1; }).forEach(function (section) { put(left, boxOf(section, leaves)); });
        var octets = hex(record, leaves);
        var fold = put(h("details"), h("summary", "cursor:pointer", "Tree"));
        put(place, left, put(h("div", "flex:0 1 auto;min-width:0;overflow-x:auto"), octets.place, fold));
        views.link(place);
        fold.addEventListener("toggle", function () {
            if (fold.open && fold.children.length < 2) { put(fold, tree(parts)); }
        });

        place.fill = function (record) {
            var marks = {};
            (record[3] || []).forEach(function (m) { marks[m[0]] = data.text[m[1]]; });
            parts.forEach(function (part) { fill(part, data.text[record[2][part.index]], marks[part.index] || ""); });
            octets.fill(record);
        };
        return place;
    }

    function titled(part) {
        return part.name + (part.value ? ": " + part.value : "") + (part.mark ? " (" + part.mark + ")" : "");
    }

    // Puts a part's value wherever the part is to be seen.
    function fill(part, value, mark) {
        if (part.value === value && part.mark === mark) { return; }
        part.value = value;
        part.mark = mark;
        part.values.forEach(function (show) { show(); });
    }

    function shown(part, show) {
        part.values.push(show);
        show();
    }

    function field(element, from, to) {
        element.dataset.f = from + " " + to;
        return element;
    }

    function boxOf(section, leaves) {
        var place = put(h("div", "margin-bottom:8px"), h("b", "padding:1px 6px;border-radius:3px;color:" + colour("ink") +
            ";background:" + colour(section.tint), section.name));
        if (section.leaf) {
            var line = field(h("div", "padding:4px 8px;font-family:monospace;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid " +
                colour("line") + ";color:" + colour("ink") + ";background:" + colour(section.tint)), section.first, section.first + 1);
            shown(section, function () {
                line.title = titled(section);
                line.textContent = section.bits / 8 + " octets  " + (section.value || "");
            });
            return put(place, line);
        }
        var table = h("table", "border-collapse:collapse;table-layout:fixed;width:100%;min-width:600px;max-width:860px;font-size:12px;margin-top:2px");
        var ruler = h("tr", "font-size:9px;color:" + colour("faint") + ";background:" + colour("paper"));
        for (var bit = 0; bit < 32; bit++) { put(ruler, h("td", "padding:0;text-align:center", bit)); }
        put(table, ruler);
        var row = null;
        var at = 0;
        var own = leaves.slice(section.first, section.first + section.leaves);
        own.forEach(function (leaf) {
            var rest = leaf.bits > 64 ? 32 : leaf.bits;
            for (var again = false; rest > 0; again = true) {
                if (at % 32 === 0) { row = h("tr", "color:" + colour("ink") + ";background:" + colour(section.tint)); put(table, row); }
                var bits = Math.min(rest, 32 - at % 32);
                put(row, cellOf(leaf, bits, again));
                at += bits;
                rest -= bits;
            }
        });
        put(place, table);
        own.forEach(function (leaf) {
            var note = h("div", "color:" + colour("alarm"));
            put(place, note);
            shown(leaf, function () { note.textContent = leaf.mark ? "! " + titled(leaf) : ""; });
        });
        return place;
    }

    function cellOf(leaf, bits, again) {
        var cell = field(h("td", "padding:1px;text-align:center;border:1px solid " + colour("line")), leaf.first, leaf.first + 1);
        cell.colSpan = bits;
        var value = h("b", "font-family:monospace");
        if (again) {
            put(cell, h("i", "", "(" + leaf.name + ")"));
        } else {
            put(cell, h("div", "font-size:" + (bits < 3 ? 9 : 10) + "px;line-height:1.2", leaf.name), value);
        }
        shown(leaf, function () {
            value.textContent = leaf.value + (leaf.mark ? " !" : "");
            cell.title = titled(leaf) + (leaf.meaning ? " — " + leaf.meaning : "");
            cell.style.backgroundColor = leaf.mark ? colour("alarmed") : "";
            cell.style.outline = leaf.mark ? "2px dashed " + colour("alarm") : "";
        });
        return cell;
    }

    function hex(record, leaves) {
        var count = record[1].length / 2;
        var pre = h("pre", "margin:0 0 8px 0;padding:0;border:0;background:" + colour("paper") + ";color:" + colour("ink") +
            ";font-size:12px;line-height:1.5;white-space:pre");
        var rest = h("div", "font-size:11px;color:" + colour("faint"));
        var spans = [];
        var first = 0;
        for (var at = 0; at < count; at++) {
            if (at % 16 === 0) { put(pre, h("span", "color:" + colour("faint"), (at ? "\n" : "") + ("000" + at.toString(16)).slice(-4) + "  ")); }
            while (first < leaves.length - 1 && Math.ceil((leaves[first].offset + leaves[first].bits) / 8) <= at) { first++; }
            var last = first + 1;
            while (last < leaves.length && Math.floor(leaves[last].offset / 8) <= at) { last++; }
            spans.push(octet(leaves.slice(first, last)));
            put(pre, spans[at], document.createTextNode(at % 16 === 7 ? "  " : " "));
        }
        return {
            place: put(h("div"), pre, rest),
            fill: function (record) {
                spans.forEach(function (span, i) { say(span, record[1].slice(2 * i, 2 * i + 2)); });
                say(rest, record[4] ? "… " + record[4] + " more octets" : "");
            }
        };
    }

    function octet(leaves) {
        var leaf = leaves[0];
        var span = field(h("span", "color:" + colour("ink") + ";background:" + colour(leaf.tint) +
            (leaf.first % 2 ? ";border-bottom:1px solid " + colour("line") : "")), leaf.first, leaves[leaves.length - 1].first + 1);
        leaves.forEach(function (part) { shown(part, function () { span.title = leaves.map(titled).join("; "); }); });
        return span;
    }

    function tree(parts) {
        var table = h("table", "border-collapse:collapse;font-size:12px");
        parts.forEach(function (p) {
            var row = field(h("tr", "color:" + colour("ink")), p.first, p.first + p.leaves);
            row.title = p.meaning || p.name;
            var value = h("td", "padding:0 8px;text-align:left;font-family:monospace");
            put(table, put(row, put(h("td", "padding:0 8px;text-align:left"), h(p.leaf ? "span" : "b", "padding-left:" + (8 + 14 * p.depth) +
                "px" + (p.depth ? ";border-left:4px solid " + colour(p.tint) : ""), p.name)), value));
            shown(p, function () {
                value.textContent = p.depth ? p.value + (p.mark ? " ! " + p.mark : "") : "";
                row.style.backgroundColor = colour(p.mark ? "alarmed" : "paper");
            });
        });
        return table;
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
                [data.first[0] + i, step.time, place(step), step.what, step.cause].forEach(function (cell) {
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
        views.learn(raw.looks);
        views.attend(root);
        views.play(root, raw);
    };

    views.play = function (root, raw) {
        var data = readable(raw);
        var steps = data.steps;
        var total = data.first[2];
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
        function number() { return data.first[0] + at - 1; }

        var panel = h("div", "flex:1 1 280px;min-width:260px");
        var hint = h("div", "color:" + colour("faint"), "Step through it: the buttons, the slider, the arrow keys, or a click into the ladder.");
        var when = h("div", "color:" + colour("faint") + ";font-size:12px");
        var what = h("div", "font-weight:600;font-size:15px");
        var why = h("div", "");
        var both = ends(data);
        put(panel, hint, when, what, why, both);
        var below = h("div", "margin-top:8px");
        var caption = h("div", "font-weight:600;margin:0 0 4px 0");
        var fault = h("div", "color:" + colour("alarm") + ";font-weight:600");
        var carried = packets(data);
        put(below, caption, fault, carried);
        var voice = views.voice();
        var player = put(h("div", "outline-offset:2px"), bar,
            put(h("div", "display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start"), picture, panel), below, voice);
        if (data.rest) { player.insertBefore(h("div", "color:" + colour("faint") + ";margin:-4px 0 8px 0", data.rest), player.children[1]); }
        player.className = "wirebook-player";
        player.setAttribute("data-lm-suppress-shortcuts", "true");

        var whole = null;
        function show() {
            var step = at ? steps[at - 1] : null;
            slider.value = at;
            var flight = step && step.flight >= 0 ? data.flights[step.flight] : null;
            var named = "step " + number() + " of " + total;
            slider.setAttribute("aria-valuetext", step ? named + ": " + step.what : "before the first step");
            say(count, step ? named : steps.length + " steps");
            back.disabled = at === 0;
            next.disabled = at === steps.length;
            picture.show(step);
            hint.hidden = Boolean(step);
            say(when, step ? step.time + " · " + place(step) : "");
            say(what, step ? step.what : "");
            say(why, step && step.cause ? "because " + step.cause : "");
            both.show(step ? data.states[at - 1] : [], step ? step.on : -1);
            say(caption, flight ? "#" + (data.first[1] + step.flight + 1) + " " + flight.caption : "");
            say(fault, flight && flight.fault ? "! " + flight.fault : "");
            carried.show(flight);
            voice.textContent = step ? "Step " + number() + " of " + total + ", " + step.time + ", " + place(step) + ": " + step.what +
                (step.cause ? ", because " + step.cause : "") : "";
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
