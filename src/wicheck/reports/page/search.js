"use strict";
// Filters the rows of the clause-by-clause parts and of the tables of offences. Nothing is done until somebody searches; without script all is shown.
(() => {
  const form = document.querySelector(".bar");
  if (!form) return;
  const output = form.querySelector("output");
  let rows;

  // Each row with the text to search in: its own, its clause's article and the name of its dossier.
  const collected = () =>
    [...document.querySelectorAll("article")].flatMap((article) => {
      const name = article.querySelector("h2").textContent;
      const offences = [...article.querySelectorAll(".offences tbody tr")].map((row) => ({
        row,
        verdict: row.className,
        text: `${name} ${row.dataset.rule} ${row.textContent}`.toLowerCase(),
      }));
      const findings = [...article.querySelectorAll(".clause")].flatMap((clause) => {
        const heading = `${name} ${clause.firstElementChild.textContent} `;
        return [...clause.querySelectorAll("li")].map((row) => ({
          row,
          verdict: row.className,
          text: (heading + row.textContent).toLowerCase(),
        }));
      });
      return [...offences, ...findings];
    });

  const asked = () => {
    const data = new FormData(form);
    return { words: data.get("words").toLowerCase().split(/\s+/).filter(Boolean), verdicts: data.getAll("verdict") };
  };

  const hideEmpty = (selector, inner) => {
    for (const each of document.querySelectorAll(selector)) {
      each.toggleAttribute("data-empty", !each.querySelector(inner));
    }
  };

  const filter = () => {
    const { words, verdicts } = asked();
    const searching = words.length > 0 || verdicts.length > 0;
    document.body.classList.toggle("searching", searching);
    rows ??= collected();
    let shown = 0;
    for (const { row, verdict, text } of rows) {
      const fits = (!verdicts.length || verdicts.includes(verdict)) && words.every((word) => text.includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    hideEmpty(".clause", "li:not([hidden])");
    hideEmpty(".chapter", ".clause:not([data-empty])");
    hideEmpty(".part.rows", ".chapter:not([data-empty])");
    hideEmpty(".part.money", "tbody tr:not([hidden])");
    hideEmpty("article", ".chapter:not([data-empty]), .part.money:not([data-empty])");
    if (!searching) for (const each of document.querySelectorAll("article, .part.money")) each.removeAttribute("data-empty");
    const number = new Intl.NumberFormat("en", { useGrouping: "min2" });
    const text = shown ? form.dataset.shown : form.dataset.none;
    output.value = searching ? text.replace("{n}", number.format(shown)).replace("{all}", number.format(rows.length)) : "";
  };

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.namedItem("print").addEventListener("click", () => window.print());
  form.hidden = false;
})();
