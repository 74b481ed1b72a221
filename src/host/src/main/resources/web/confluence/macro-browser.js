/* The macro browser of the embedded Confluence: inserts and edits macros in the storage-format field, by forms made from the
   descriptors or by a plugin's own dialog (AJS.MacroBrowser.setMacroJsOverride). */
(function () {
  "use strict";
  const AC = "http://www.atlassian.com/schema/confluence/4/ac/";
  const RI = "http://www.atlassian.com/schema/confluence/4/ri/";
  const overrides = {};
  let editor, macros, dialog, chosen, place;

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  };
  const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

  function storage(macro) {
    const parameters = Object.entries(macro.params || {})
      .filter(([, value]) => value !== undefined && value !== null && value !== "")
      .map(([name, value]) => `<ac:parameter ac:name="${escape(name)}">${escape(String(value))}</ac:parameter>`);
    const body = macro.body ? `<ac:rich-text-body>${macro.body}</ac:rich-text-body>` : "";
    return `<ac:structured-macro ac:name="${escape(macro.name)}" ac:schema-version="1">${parameters.join("")}${body}</ac:structured-macro>`;
  }

  /* The innermost macro around the caret, as {start, end, name, params, body}; null outside of every macro. */
  function around(text, caret) {
    const open = [];
    const tag = /<(\/?)ac:structured-macro\b[^>]*?(\/?)>/g;
    for (let found = tag.exec(text); found; found = tag.exec(text)) {
      const end = found.index + found[0].length;
      if (!found[1] && !found[2]) {
        open.push(found.index);
      } else {
        const start = found[1] ? open.pop() : found.index;
        if (start !== undefined && start <= caret && caret <= end) return read(text.slice(start, end), start, end);
      }
    }
    return null;
  }

  function read(snippet, start, end) {
    const xml = new DOMParser().parseFromString(
      `<root xmlns:ac="${AC}" xmlns:ri="${RI}">${snippet.replace(/&(?!amp;|lt;|gt;|quot;|apos;|#)/g, "&amp;")}</root>`,
      "application/xml",
    );
    const macro = xml.getElementsByTagNameNS(AC, "structured-macro")[0];
    if (!macro) return null;
    const params = {};
    for (const child of macro.children) {
      if (child.localName === "parameter") params[child.getAttributeNS(AC, "name")] = child.textContent;
    }
    const body = /<ac:rich-text-body>([\s\S]*)<\/ac:rich-text-body>/.exec(snippet);
    return { start, end, name: macro.getAttributeNS(AC, "name"), params, body: body ? body[1] : "" };
  }

  function insert(macro) {
    if (!macro || !macro.name) throw new Error("illegal argument");
    const { start, end } = place || { start: editor.selectionStart, end: editor.selectionEnd };
    editor.setRangeText(storage(macro), start, end, "end");
    editor.dispatchEvent(new Event("input", { bubbles: true }));
    place = undefined;
    close();
    editor.focus();
  }

  function close() {
    if (dialog) dialog.close();
  }

  /* ---- the form that a descriptor gives ---- */
  const fields = {
    boolean: (parameter) => element("input", { type: "checkbox", class: "checkbox", checked: parameter.value === "true" }),
    enum: (parameter) =>
      element(
        "select",
        { class: "select" },
        ...(parameter.required ? [] : [element("option", { value: "" }, "")]),
        ...(parameter.choices || (parameter.enumValues || []).map((value) => ({ value, label: value }))).map((choice) =>
          element("option", { value: choice.value, selected: choice.value === parameter.value }, choice.label),
        ),
      ),
    date: (parameter) => element("input", { type: "date", class: "text", value: parameter.value }),
    int: (parameter) => element("input", { type: "number", class: "text", value: parameter.value }),
    string: (parameter) => element("input", { type: "text", class: "text", value: parameter.value || "" }),
  };

  function fieldOf(type, parameter) {
    const input = (fields[type] || fields.string)(parameter);
    const id = "macro-param-" + parameter.name;
    input.id = id;
    const label = element("label", { for: id }, parameter.label || parameter.name, parameter.required ? " *" : "");
    const box = element("div", { class: "field-group", id: "macro-param-div-" + parameter.name }, label, input);
    if (parameter.help) box.append(element("div", { class: "description" }, parameter.help));
    return { input: window.AJS.$(input), paramDiv: window.AJS.$(box) };
  }

  const valueOf = (input) => (input.type === "checkbox" ? String(input.checked) : input.value);

  function formOf(macro, values, body) {
    const override = (overrides[macro.name] || {}).fields || {};
    const form = element("form", { class: "aui top-label", id: "macro-form" });
    const inputs = {};
    for (const declared of macro.fields.filter((each) => !each.hidden)) {
      const parameter = { ...declared, value: values[declared.name] ?? declared.value };
      const own = override[declared.type];
      const make = typeof own === "function" ? own : own && own[declared.name];
      const field = make ? make(parameter, {}) : fieldOf(declared.type, parameter);
      if (field.setValue && make) field.setValue(parameter.value);
      inputs[declared.name] = field.input[0];
      form.append(field.paramDiv[0]);
    }
    const text = macro.hasBody ? element("textarea", { class: "textarea", id: "macro-body", "aria-label": "Body" }) : null;
    if (text) {
      text.value = body;
      form.append(element("div", { class: "field-group" }, text));
    }
    form.read = () => ({
      name: macro.name,
      params: { ...values, ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, valueOf(input)])) },
      body: text ? text.value : "",
    });
    form.missing = () => macro.fields.find((each) => each.required && !each.hidden && !valueOf(inputs[each.name]));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      save(form);
    });
    return form;
  }

  function save(form) {
    const missing = form.missing();
    if (missing) {
      dialog.querySelector(".cf-macro-error").textContent = `${missing.label} is required.`;
      document.getElementById("macro-param-" + missing.name).focus();
      return;
    }
    insert(form.read());
  }

  /* The editor's own preview is asked for, with the macro alone on the page: that page brings the style sheets and scripts which the
     macro requires, and nobody else knows them. */
  async function preview(form, target) {
    target.textContent = "…";
    const fields = new URLSearchParams(new FormData(document.getElementById("edit-form")));
    fields.set("body", storage(form.read()));
    fields.set("preview", "true");
    const answer = await fetch(window.location.href, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const shown = page.querySelector(".cf-preview");
    const error = page.querySelector("main .aui-message-error");
    target.textContent = shown ? "" : error ? error.textContent : "There is nothing to see.";
    if (!shown) return;
    page.querySelectorAll("head link[rel=stylesheet]").forEach((link) => {
      const key = link.dataset.wrmKey;
      if (!document.querySelector(`head link[data-wrm-key="${key}"]`)) document.head.append(document.importNode(link, true));
    });
    target.append(...shown.childNodes);
  }

  /* ---- the dialog ---- */
  function choose(macro, values = {}, body = "") {
    chosen = macro;
    const override = overrides[macro.name];
    if (override && override.opener) {
      close();
      override.opener({ name: macro.name, params: values, body });
      return;
    }
    const form = formOf(macro, values, body);
    const shown = element("div", { class: "wiki-content cf-macro-preview" });
    const buttons = element("div", { class: "cf-macro-buttons" });
    const button = (label, style, act) => {
      const made = element("button", { type: "button", class: "aui-button " + style }, label);
      made.addEventListener("click", act);
      buttons.append(made);
    };
    button("Preview", "", () => preview(form, shown));
    button(place && place.name ? "Save" : "Insert", "aui-button-primary", () => save(form));
    button("Cancel", "aui-button-link", close);
    dialog.replaceChildren(
      element("h2", {}, macro.title),
      element("p", { class: "cf-macro-about" }, macro.description),
      form,
      element("p", { class: "cf-macro-error", role: "alert" }),
      shown,
      buttons,
    );
    (form.querySelector("input, select, textarea") || buttons.firstChild).focus();
  }

  function list() {
    const search = element("input", { type: "search", class: "text", placeholder: "Search macros", "aria-label": "Search macros" });
    const rows = element("ul", { class: "cf-macros" });
    const draw = () => {
      const wanted = search.value.trim().toLowerCase();
      const found = macros.filter((each) => (each.title + " " + each.name + " " + each.description).toLowerCase().includes(wanted));
      rows.replaceChildren(
        ...found.map((macro) => {
          const pick = element("button", { type: "button", class: "cf-macro", "data-macro-name": macro.name },
            element("b", {}, macro.title), element("small", {}, macro.description));
          pick.addEventListener("click", () => choose(macro));
          return element("li", {}, pick);
        }),
      );
      if (!found.length) rows.append(element("li", { class: "cf-macros-none" }, "No macro of an installed app fits."));
    };
    search.addEventListener("input", draw);
    draw();
    dialog.replaceChildren(element("h2", {}, "Select macro"), search, rows);
    search.focus();
  }

  function open() {
    place = { start: editor.selectionStart, end: editor.selectionEnd };
    const existing = around(editor.value, editor.selectionStart);
    const macro = existing && macros.find((each) => each.name === existing.name);
    if (!dialog.open) dialog.showModal();
    if (macro) {
      place = existing;
      choose(macro, existing.params, existing.body);
    } else {
      list();
    }
  }

  function start() {
    editor = document.getElementById("body");
    const data = document.getElementById("macro-browser-data");
    if (!editor || !data) return;
    macros = JSON.parse(data.textContent);
    dialog = element("dialog", { class: "cf-macro-dialog", id: "macro-browser-dialog", "aria-label": "Macro browser" });
    document.body.append(dialog);
    document.getElementById("rte-button-insert-macro").addEventListener("click", open);
    editor.addEventListener("paste", paste);
    window.AJS.trigger("init.rte");
  }

  /* ---- pasted addresses: each handler says what becomes of one, the first that makes something of it wins ---- */
  const handlers = [];

  function paste(event) {
    const pasted = event.clipboardData.getData("text/plain").trim();
    if (!/^https?:\/\/\S+$/.test(pasted) || !handlers.length) return;
    event.preventDefault();
    const from = editor.selectionStart;
    const put = (text) => {
      editor.setRangeText(text, from, editor.selectionEnd, "end");
      editor.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const next = (at) => {
      if (at === handlers.length) return put(pasted);
      handlers[at]({ source: pasted }, null, (made) => (made && made.macro ? put(storage(made.macro)) : next(at + 1)));
    };
    next(0);
  }

  window.AJS.MacroBrowser = {
    setMacroJsOverride: (name, override) => (overrides[name] = override),
    open,
    ParameterFields: new Proxy({}, { get: (none, type) => (parameter) => fieldOf(type === "_hidden" ? "string" : type, parameter) }),
    Field: function (paramDiv, input, options) {
      return { paramDiv, input, ...options };
    },
    getMacroParams: () => (chosen ? place?.params ?? {} : {}),
  };
  window.AJS.Editor = { ...window.AJS.Editor, getContentId: () => document.querySelector("meta[name=ajs-page-id]").content };
  window.tinymce = window.tinymce || {};
  window.tinymce.plugins = {
    Autoconvert: {
      autoConvert: { addHandler: (handler) => handlers.push(handler) },
      convertMacroToDom: (macro, done) => done({ macro }),
    },
  };
  window.tinymce.confluence = {
    MacroUtils: {
      insertMacro: (request) => {
        if (!request || !request.macro) throw new Error("illegal argument");
        insert(request.macro);
      },
    },
  };
  window.AJS.toInit(start);
})();
