// What scrolls sideways because the window is narrow is reached and scrolled by keyboard too, and says what it is.
"use strict";
(() => {
  const WIDE = ".wi-wide, .wi-figure, .md-typeset__scrollwrap";

  // The words of the last heading before the box; the mark of its anchor is another element.
  function name(box) {
    const before = [...document.querySelectorAll("h1, h2, h3, h4")]
      .filter((heading) => heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before.at(-1)?.firstChild.textContent ?? "";
  }

  function mark() {
    for (const box of document.querySelectorAll(WIDE)) {
      if (box.scrollWidth > box.clientWidth) {
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
