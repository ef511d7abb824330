(() => {
  const data = pageData("_data");
  const form = document.getElementById("_filters");
  if (!data) return;

  const BATCH = 50;
  const PRINTED = 2000;
  const FILTERS = ["type", "region", "told"];
  const results = document.getElementById("_results");
  const status = document.getElementById("_status");
  const more = document.getElementById("_more");
  const news = document.getElementById("_news");
  const numbers = new Intl.NumberFormat("en");
  const { rows } = data;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const search = searchOf(rows);
  let chosen = [];
  let shown = 0;

  const wanted = (name) => form.elements[name]?.value ?? "";

  /** Whether a region is one of those, or part of one: GB-SCT is in GB. */
  const within = (regions, region) => regions.some((code) => region === code || region.startsWith(`${code}-`));

  function isWanted(row) {
    const [type, region, told] = FILTERS.map(wanted);
    if (type && row.type !== type) return false;
    if (told && !row.told?.includes(told)) return false;
    return !region || !row.region || within(row.region, region);
  }

  /** The prices of the region that is asked for: its own, else those of what it is a part of, else those of none. */
  function pricesOf(row) {
    const region = wanted("region");
    const all = row.prices ?? [];
    if (!region) return all;
    const own = all.filter(([, , regions]) => regions.includes(region));
    const around = all.filter(([, , regions]) => within(regions, region));
    return [own, around].find((prices) => prices.length) ?? all.filter(([, , regions]) => !regions.length);
  }

  function choose() {
    const asked = wanted("q");
    const found = asked.trim() ? search(asked) : rows.map((row) => ({ row, why: "" }));
    chosen = found.filter(({ row }) => isWanted(row));
    results.replaceChildren();
    shown = 0;
    show(BATCH);
    news.hidden = Boolean(asked.trim());
  }

  function show(count) {
    results.append(...chosen.slice(shown, shown + count).map(element));
    shown = Math.min(shown + count, chosen.length);
    const all = rows.length === 1 ? "1 entry" : `${numbers.format(rows.length)} entries`;
    const some = chosen.length === rows.length ? all : `${numbers.format(chosen.length)} of ${all}`;
    status.textContent = chosen.length ? some : "Nothing is called so here. Try another word, or clear all.";
    more.hidden = shown >= chosen.length;
    more.textContent = `Show ${Math.min(BATCH, chosen.length - shown)} more of ${numbers.format(chosen.length - shown)}`;
  }

  const withClass = (name, className, ...children) => create(name, { className }, ...children);

  function element({ row, why }) {
    const prices = pricesOf(row);
    const now = prices.filter(([, , , when]) => when === "now");
    const other = prices.filter(([, , , when]) => when !== "now");
    const link = create("a", { href: `#${encodeURIComponent(row.id)}` }, row.name);
    const head = withClass(
      "div", "head", create("h3", {}, link), withClass("span", "badge", row.type),
      row.state ? withClass("span", "badge fair", row.state) : null,
    );
    const item = create(
      "li", { className: "card entry", id: row.id, tabIndex: -1 },
      head, why ? withClass("p", "found", why) : null, now.length ? priced(now) : null,
      row.facts ? pairs(row.facts) : null,
      other.length || row.more ? folded(row, other) : null, row.owner ? asking(row) : null,
    );
    return item;
  }

  function folded(row, prices) {
    const summary = create("summary", {}, "More", withClass("span", "only-heard", ` on ${row.name}`));
    return create("details", {}, summary, prices.length ? priced(prices) : null, row.more ? pairs(row.more) : null);
  }

  function priced(prices) {
    const lines = prices.map(([text, conditions, , when]) => withClass(
      "li", when, create("strong", {}, text), conditions ? withClass("span", "soft", ` ${conditions}`) : null,
    ));
    return withClass("ul", "prices", ...lines);
  }

  function pairs(list) {
    return create("dl", {}, ...list.map(([label, texts]) => create(
      "div", {}, create("dt", {}, label), ...texts.map((text) => create("dd", {}, text)),
    )));
  }

  function asking(row) {
    return withClass("p", "ask", "Ask ", row.mail ? create("a", { href: `mailto:${row.owner}` }, row.owner) : row.owner);
  }

  /** What is asked for, as an address that can be sent to somebody. */
  function changed() {
    const asked = new URLSearchParams();
    for (const name of ["q", ...FILTERS]) if (wanted(name)) asked.set(name, wanted(name));
    history.replaceState(null, "", `#${asked}`);
    choose();
  }

  function fragment() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  }

  /** Do what the address asks: show one entry, or what was searched for. Other fragments are places in the page. */
  function follow() {
    const row = byId.get(fragment());
    if (row) return point(row);
    if (location.hash.length > 1 && !location.hash.includes("=")) return undefined;
    const asked = new URLSearchParams(location.hash.slice(1));
    form.reset();
    for (const name of ["q", ...FILTERS]) if (form.elements[name]) form.elements[name].value = asked.get(name) ?? "";
    return choose();
  }

  function point(row) {
    let at = chosen.findIndex((one) => one.row === row);
    if (at < 0) {
      form.reset();
      choose();
      at = chosen.findIndex((one) => one.row === row);
    }
    if (at >= shown) show(at + 1 - shown + BATCH / 2);
    for (const other of results.querySelectorAll(".meant")) other.classList.remove("meant");
    const item = document.getElementById(row.id);
    item.classList.add("meant");
    item.querySelector("details")?.setAttribute("open", "");
    item.scrollIntoView({ block: "start" });
    item.focus({ preventScroll: true });
  }

  form.addEventListener("input", settled(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("_clear").addEventListener("click", () => { form.reset(); changed(); form.elements.q.focus(); });
  more.addEventListener("click", () => show(BATCH));
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => show(Math.max(PRINTED - shown, 0)));

  form.hidden = false;
  choose();
  if (location.hash) follow();
})();
