// A dialog that searches the site. Its index is loaded by a script tag when it is first opened: from file:// nothing else
// can be read. Chinese has no spaces to cut at, so words are looked for where they stand, not in a list of words.
"use strict";
(() => {
  const ROOT = new URL("../../", document.currentScript.src);
  const INDEX = new URL("search-index.js", document.currentScript.src);
  const MOST = 20;
  const AROUND = 40;
  const WORDS = {
    zh: {
      search: "搜索", label: "搜索标准、条款和规则", close: "关闭", loading: "正在读取索引……", failed: "索引没有读到，请刷新页面再试",
      none: "没有找到，换个说法试试", near: "没有一字不差的，下面是相近的", found: (all) => `找到 ${all} 处`,
      first: (shown, all) => `找到 ${all} 处，列出前 ${shown} 处`,
    },
    en: {
      search: "Search", label: "Search criteria, clauses and rules", close: "Close", loading: "Loading the index…",
      failed: "The index could not be loaded; reload the page to try again", none: "Nothing found; try other words",
      near: "Nothing has these very words; the following comes near", found: (all) => `${all} found`,
      first: (shown, all) => `${all} found, the first ${shown} are shown`,
    },
  };
  const words = WORDS[document.documentElement.lang.startsWith("zh") ? "zh" : "en"];

  // ---- ranking

  // Lower case and half width, character by character: a position here is a position in the text that is shown.
  const plain = (text) => text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, " ").toLowerCase();

  function places(index) {
    return index.flatMap(([url, page, boost, keywords, sections]) => sections.map(([anchor, title, text, own = 1], number) => ({
      href: new URL(number && anchor ? `${url}#${anchor}` : url, ROOT).href,
      title: title || page,
      within: number ? page : "",
      text,
      boost: boost * own,
      fields: {
        name: plain(title || page), page: plain(number ? page : ""), text: plain(text), address: plain(`${url.replace(/\.html$|\/$/, "")}/${anchor}`),
        keywords: number ? [] : keywords.map(plain),
      },
    })));
  }

  // How well a place answers one word; 0 where it does not have it.
  function worth({name, text, address, keywords}, word) {
    let worth = 0;
    if (name === word) worth += 100;
    else if (name.includes(word)) worth += 30 + 40 * word.length / name.length;
    if (keywords.includes(word)) worth += 60;
    else if (keywords.some((each) => each.includes(word))) worth += 15;
    if (word.length > 3 && address.includes(word)) worth += 20;
    const times = text.split(word).length - 1;
    return worth + 4 * Math.min(times, 3) + (times ? 20 * word.length / text.length : 0);
  }

  // Places that have every word, at least one of them not only in the title of the page they are on.
  function exact(all, query, asked) {
    const ranked = [];
    for (const place of all) {
      const each = asked.map((word) => worth(place.fields, word));
      if (!each.some(Boolean) || !each.every((value, at) => value || place.fields.page.includes(asked[at]))) continue;
      const whole = asked.length > 1 ? 2 * worth(place.fields, query) : 0;
      const sum = each.reduce((one, other) => one + other, 0) / asked.length;
      ranked.push({place, rank: place.boost * (whole + sum)});
    }
    return sorted(ranked);
  }

  // Places that have the weightier half of the pairs of Chinese characters, or of the words, that the site has at all;
  // rare ones weigh more.
  function near(all, asked) {
    const pieces = [...new Set(asked.flatMap(cut))].map((piece) => {
      const having = all.filter(({fields}) => fields.name.includes(piece) || fields.text.includes(piece));
      return {piece, having: new Set(having), weight: Math.log(1 + all.length / having.length)};
    }).filter(({having}) => having.size);
    const total = pieces.reduce((sum, {weight}) => sum + weight, 0);
    const ranked = [];
    for (const place of all) {
      const had = pieces.filter(({having}) => having.has(place));
      if (2 * had.reduce((sum, {weight}) => sum + weight, 0) < total || !had.length) continue;
      const rank = had.reduce((sum, {piece, weight}) => sum + weight * (place.fields.name.includes(piece) ? 3 : 1), 0);
      ranked.push({place, rank: place.boost * rank});
    }
    return sorted(ranked);
  }

  // 康复床位数 into 康复, 复床, 床位, 位数; other words lose the s of the plural.
  function cut(word) {
    return (word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).flatMap((run) => {
      if (!/\p{Script=Han}/u.test(run)) return run.length > 1 ? [run.replace(/(?<=..)s$/, "")] : [];
      return run.length < 3 ? [run] : Array.from({length: run.length - 1}, (_, at) => run.slice(at, at + 2));
    });
  }

  const sorted = (ranked) => ranked.sort((one, other) => other.rank - one.rank).map(({place}) => place);

  function answer(all, typed) {
    const query = plain(typed).trim().replace(/\s+/g, " ");
    const asked = [...new Set(query.split(/[\s、，。；：,;"“”]+/).filter(Boolean))];
    if (!asked.length) return {marked: [], found: [], said: ""};
    const found = exact(all, query, asked);
    if (found.length) return {marked: asked, found, said: told(found.length)};
    const others = near(all, asked);
    return {marked: asked.flatMap(cut), found: others, said: others.length ? words.near : words.none};
  }

  const told = (all) => (all > MOST ? words.first(MOST, all) : words.found(all));

  // ---- what is seen

  function made(tag, given = {}, ...children) {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...children);
    return element;
  }

  // The text, with every one of the words in it marked.
  function highlighted(text, marked) {
    const escaped = marked.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    const parts = [];
    let end = 0;
    for (const hit of escaped.length ? plain(text).matchAll(new RegExp(escaped.join("|"), "gu")) : []) {
      parts.push(text.slice(end, hit.index), made("mark", {}, text.slice(hit.index, end = hit.index + hit[0].length)));
    }
    return [...parts, text.slice(end)];
  }

  // The part of the text where the first of the words stands.
  function passage(text, marked) {
    const at = Math.min(...marked.map((word) => plain(text).indexOf(word)).filter((each) => each >= 0), text.length);
    const start = at === text.length ? 0 : Math.max(0, at - AROUND);
    const cutOff = text.slice(start, start + 3 * AROUND);
    return `${start ? "…" : ""}${cutOff}${start + cutOff.length < text.length ? "…" : ""}`;
  }

  function shown({href, title, within, text}, marked) {
    const link = made("a", {href}, made("span", {className: "wicheck-search__title"}, ...highlighted(title, marked)));
    if (within) link.append(made("span", {className: "wicheck-search__within"}, within));
    if (text) link.append(made("span", {className: "wicheck-search__text"}, ...highlighted(passage(text, marked), marked)));
    return made("li", {}, link);
  }

  const input = made("input", {type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "go"});
  input.setAttribute("aria-label", words.label);
  input.placeholder = words.label;
  const status = made("p", {className: "wicheck-search__status"});
  status.setAttribute("role", "status");
  const list = made("ol", {className: "wicheck-search__list"});
  const form = made("form", {}, input, made("button", {type: "button", onclick: () => dialog.close()}, words.close));
  form.setAttribute("role", "search");
  const dialog = made("dialog", {className: "wicheck-search"}, form, status, list);
  dialog.setAttribute("aria-label", words.search);
  let all = null;

  function refresh() {
    if (!all) return;
    const {marked, found, said} = answer(all, input.value);
    list.replaceChildren(...found.slice(0, MOST).map((place) => shown(place, marked)));
    list.scrollTop = 0;
    status.textContent = said;
  }

  // The index in place of an answer until it is there.
  function load() {
    if (all) return;
    status.textContent = words.loading;
    const script = made("script", {src: INDEX.href});
    script.onload = () => {
      all ??= places(globalThis.wicheckIndex);
      refresh();
    };
    script.onerror = () => {
      status.textContent = words.failed;
    };
    document.head.append(script);
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    input.select();
    load();
  }

  // The arrows walk from the words to the places found and back.
  function walk(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step) return;
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  }

  function submit(event) {
    event.preventDefault();
    list.querySelector("a")?.click();
  }

  function begin() {
    const button = made("button", {type: "button", className: "wicheck-search__open", onclick: open}, words.search);
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-keyshortcuts", "Control+K");
    const bar = document.querySelector(".md-header__inner") ?? document.querySelector("header") ?? document.body;
    bar.insertBefore(button, bar.querySelector(":scope > .md-header__option, :scope > .md-header__source"));
    document.body.append(dialog);
  }

  // While a Chinese word is being composed, its letters are not yet what is looked for.
  input.addEventListener("input", (event) => event.isComposing || refresh());
  input.addEventListener("compositionend", refresh);
  form.addEventListener("submit", submit);
  dialog.addEventListener("keydown", walk);
  dialog.addEventListener("click", (event) => (event.target === dialog || event.target.closest("a")) && dialog.close());
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  begin();
})();
