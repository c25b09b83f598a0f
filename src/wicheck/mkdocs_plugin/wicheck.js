// What scrolls sideways because the window is narrow says so, is reached and scrolled by keyboard too, and has a name.
"use strict";
(() => {
  const WIDE = ".wi-wide, .wi-figure, .md-typeset__scrollwrap";
  const MORE = document.documentElement.lang.startsWith("zh")
    ? "← 左右滑动可以看到全部各列 →" : "← scroll sideways to see all of it →";
  const told = new Map();

  // The words of the last heading before the box; the mark of its anchor is another element.
  function name(box) {
    const before = [...document.querySelectorAll("h1, h2, h3, h4")]
      .filter((heading) => heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before.at(-1)?.firstChild.textContent ?? "";
  }

  // A line above the box. Two boxes in one another are told of once.
  function tell(box, isWide) {
    if (isWide && !told.has(box) && !box.parentElement.closest(WIDE)) {
      const line = document.createElement("p");
      line.className = "wi-sideways";
      line.textContent = MORE;
      box.before(line);
      told.set(box, line);
    } else if (!isWide && told.has(box)) {
      told.get(box).remove();
      told.delete(box);
    }
  }

  function mark() {
    for (const box of document.querySelectorAll(WIDE)) {
      const isWide = box.scrollWidth > box.clientWidth;
      tell(box, isWide);
      if (isWide) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", name(box));
      } else {
        for (const each of ["tabindex", "role", "aria-label"]) box.removeAttribute(each);
      }
    }
  }

  addEventListener("load", mark);
  addEventListener("resize", mark);
})();
