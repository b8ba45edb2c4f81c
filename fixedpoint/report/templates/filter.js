"use strict";
(() => {
  const form = document.getElementById("filter");
  const rows = [...document.querySelectorAll("#table > tbody > tr")];
  const fields = ["section", "kind", "verdict"];
  const texts = rows.map(row => row.textContent.toLowerCase());
  const shown = () => rows.filter(row => !row.hidden);
  const filter = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/);
    rows.forEach((row, i) => {
      row.hidden = !words.every(word => texts[i].includes(word)) ||
        fields.some(name => form.elements[name].value && form.elements[name].value !== row.dataset[name]);
    });
    document.getElementById("shown").textContent = `${shown().length} of ${rows.length} claims shown`;
  };
  const follow = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !rows.includes(row)) return;
    if (row.hidden) form.reset();
    filter();
    row.querySelector("details").open = true;
    row.scrollIntoView();
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.getElementById("open").addEventListener("click", () => {
    const found = shown().map(row => row.querySelector("details"));
    const open = found.some(part => !part.open);
    found.forEach(part => { part.open = open; });
  });
  addEventListener("hashchange", follow);
  filter();
  follow();
})();
