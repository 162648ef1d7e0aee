// What every view shares: it finds the roots that nobody has woken yet, gives them the page's theme, and links the fields of
// box, tree and hexdump. A look is a colour: its name, its light and its dark value.
(function () {
    "use strict";
    var views = (window.wirebookViews = window.wirebookViews || {});
    if (views.wake) { return; }

    var looks = [];
    var names = {};

    // The looks come from a notebook that perhaps nobody trusts: what is not a plain colour is none.
    views.learn = function (table) {
        if (looks.length) { return; }
        looks = table.filter(function (look) {
            return /^[a-z]+$/.test(look[0]) && /^#[0-9a-f]{6}$/.test(look[1]) && /^#[0-9a-f]{6}$/.test(look[2]);
        });
        looks.forEach(function (look) { names[look[1]] = look[0]; });
    };

    views.colour = function (name) { return "var(--wirebook-" + name + ")"; };

    function luminance(colour) {
        var c = (colour || "").match(/[\d.]+/g);
        if (!c || c.length < 3 || (c.length > 3 && +c[3] === 0)) { return -1; }
        return (0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]) / 255;
    }

    // JupyterLab and VS Code say which theme they wear; elsewhere the ground below the view tells.
    function dark(root) {
        var body = document.body;
        if (body.dataset.jpThemeLight) { return body.dataset.jpThemeLight === "false"; }
        if (/vscode-(dark|high-contrast)/.test(body.className)) { return true; }
        for (var at = root.parentElement; at; at = at.parentElement) {
            var light = luminance(getComputedStyle(at).backgroundColor);
            if (light >= 0) { return light < 0.4; }
        }
        return false;
    }

    function picture(image, night) {
        var head = "data:image/svg+xml;base64,";
        image.light = image.light || image.src;
        if (!night || image.light.indexOf(head) !== 0) { image.src = image.light; return; }
        var octets = Uint8Array.from(atob(image.light.slice(head.length)), function (c) { return c.charCodeAt(0); });
        var svg = new TextDecoder().decode(octets);
        looks.forEach(function (look) { svg = svg.split('"' + look[1] + '"').join('"' + look[2] + '"'); });
        image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    }

    views.dress = function (root) {
        var night = dark(root);
        if (root.dataset.wirebook === (night ? "dark" : "light")) { return; }
        root.dataset.wirebook = night ? "dark" : "light";
        looks.forEach(function (look) {
            root.style.setProperty("--wirebook-" + look[0], look[night ? 2 : 1]);
        });
        root.style.setProperty("--wirebook-paper", "var(--jp-layout-color0, var(--vscode-editor-background, " +
            (night ? looks[0][2] : looks[0][1]) + "))");
        root.style.colorScheme = night ? "dark" : "light";
        root.querySelectorAll("img").forEach(function (image) { picture(image, night); });
    };

    function followTheme(element) {
        var style = element.getAttribute("style");
        if (style && style.indexOf("#") >= 0) {
            element.setAttribute("style", style.replace(/#[0-9a-f]{6}/g, function (hex) {
                return names[hex] ? views.colour(names[hex]) : hex;
            }));
        }
    }

    // Marks whatever shows the same fields: data-f holds the first field and the one behind the last.
    views.link = function (place) {
        var marked = [];
        var at = -1;
        function range(element) { return element.dataset.f.split(" ").map(Number); }
        function mark(from, to) {
            marked.forEach(function (m) { m[0].style.backgroundColor = m[1]; m[0].style.color = m[2]; });
            marked = [];
            if (to - from > 3000 || from >= to) { return; }
            place.querySelectorAll("[data-f]").forEach(function (element) {
                var r = range(element);
                var whole = element.tagName === "TR" ? r[0] >= from && r[1] <= to : r[0] < to && r[1] > from;
                if (whole) {
                    marked.push([element, element.style.backgroundColor, element.style.color]);
                    element.style.backgroundColor = views.colour("marked");
                    element.style.color = views.colour("ink");
                }
            });
        }
        function over(event) {
            var element = event.target.closest && event.target.closest("[data-f]");
            var r = element ? range(element) : [0, 0];
            mark(r[0], r[1]);
        }
        var voice = place.querySelector(".wirebook-voice") || place.appendChild(views.voice());
        place.addEventListener("mouseover", over);
        place.addEventListener("mouseleave", function () { mark(0, 0); });
        place.addEventListener("blur", function () { mark(0, 0); at = -1; });
        place.tabIndex = 0;
        place.setAttribute("role", "group");
        place.setAttribute("aria-label", "Fields; the arrow keys go from one to the next");
        place.setAttribute("data-lm-suppress-shortcuts", "true");
        place.addEventListener("keydown", function (event) {
            var move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            if (!move || event.target !== place) { return; }
            var next = place.querySelector('[data-f="' + (at + move) + " " + (at + move + 1) + '"]');
            if (next) {
                at += move;
                mark(at, at + 1);
                voice.textContent = next.title;
                next.scrollIntoView({ block: "nearest" });
            }
            event.preventDefault();
            event.stopPropagation();
        });
    };

    // A place from which a screen reader reads and which nobody sees.
    views.voice = function () {
        var voice = document.createElement("div");
        voice.className = "wirebook-voice";
        voice.setAttribute("aria-live", "polite");
        voice.setAttribute("style", "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)");
        return voice;
    };

    views.wake = function (root) {
        if (root.dataset.wirebook) { return; }
        followTheme(root);
        root.querySelectorAll("[style]").forEach(followTheme);
        views.attend(root);
        root.querySelectorAll(".wirebook-fields").forEach(views.link);
        if (root.scrollWidth > root.clientWidth) {
            root.tabIndex = 0;
            root.setAttribute("role", "group");
            root.setAttribute("aria-label", "Wider than the page: the arrow keys scroll");
        }
        var data = root.querySelector("script.wirebook-data");
        if (data && views.play) { views.play(root, JSON.parse(data.textContent)); }
    };

    // A notebook that draws only what is in the window takes roots out and puts them back: then the theme may be another one.
    views.attend = function (root) {
        views.dress(root);
        new ResizeObserver(function () { if (root.isConnected) { views.dress(root); } }).observe(root);
    };

    views.wakeAll = function (table) {
        views.learn(table || []);
        document.querySelectorAll(".wirebook:not([data-wirebook])").forEach(views.wake);
    };

    new MutationObserver(function () {
        document.querySelectorAll(".wirebook[data-wirebook]").forEach(views.dress);
    }).observe(document.body, { attributes: true, attributeFilter: ["class", "data-jp-theme-light"] });
})();
