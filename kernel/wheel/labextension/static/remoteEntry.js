// The renderer of application/vnd.wirebook.replay+json for JupyterLab and Notebook: a module container written by hand, so that
// neither npm nor webpack takes part in the build. base.js and player.js, which the wheel puts beside it, are those that the HTML
// carries too. Everything is built with textContent, so it may run where a notebook is not trusted.
(function () {
    "use strict";
    var TYPE = "application/vnd.wirebook.replay+json";
    var here = document.currentScript.src.replace(/[^/]*$/, "");
    var shared = null;

    function load(file) {
        return new Promise(function (done, failed) {
            var script = document.createElement("script");
            script.onload = done;
            script.onerror = failed;
            script.src = here + file;
            document.head.appendChild(script);
        });
    }

    function widgets() {
        var versions = shared["@lumino/widgets"];
        return versions[Object.keys(versions)[0]].get().then(function (factory) { return factory(); });
    }

    // The replay's data are in the HTML beside this type, as a script that is never run: it is read there and not repeated.
    function show(node, data) {
        var page = new DOMParser().parseFromString(data["text/html"] || "", "text/html");
        var found = page.querySelector("script.wirebook-data");
        var root = document.createElement("div");
        if (!found) {
            root.textContent = data["text/plain"] || "";
            root.style.whiteSpace = "pre";
            return node.replaceChildren(root);
        }
        var title = document.createElement("div");
        title.textContent = page.querySelector(".wirebook-title").textContent;
        title.setAttribute("style", "font-weight:600;margin:0 0 8px 0");
        root.appendChild(title);
        node.replaceChildren(root);
        window.wirebookViews.stage(root, JSON.parse(found.textContent));
    }

    function plugin(Widget) {
        class Replay extends Widget {
            renderModel(model) {
                show(this.node, model.data);
                return Promise.resolve();
            }
        }
        return {
            id: "wirebook:replay",
            description: "Plays replays of the network.",
            rank: 0,
            dataType: "json",
            rendererFactory: { safe: true, mimeTypes: [TYPE], createRenderer: function () { return new Replay(); } }
        };
    }

    window._JUPYTERLAB = window._JUPYTERLAB || {};
    window._JUPYTERLAB.wirebook = {
        init: function (scope) { shared = scope; },
        get: function () {
            return Promise.all([widgets(), load("base.js"), load("player.js")]).then(function (ready) {
                var made = plugin(ready[0].Widget);
                return function () { return { __esModule: true, default: made }; };
            });
        }
    };
})();
