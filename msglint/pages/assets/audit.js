
(() => {
  const data = pageData("data");
  const form = document.getElementById("filters");
  if (!form) return;

  const BATCH = 50;
  const PRINTED = 1000;
  const FILTERS = ["entry", "rule", "owner", "channel", "folder", "severity", "certainty"];
  const results = document.getElementById("results");
  const status = document.getElementById("status");
  const more = document.getElementById("more");
  const onlyDocument = document.getElementById("only-document");
  const pattern = document.getElementById("finding").content.firstElementChild;
  const numbers = new Intl.NumberFormat("en");

  const findings = data.findings.map((row, rank) => {
    const entry = row.entry === null ? null : data.entries[row.entry];
    return { ...row, rank, entry, document: data.documents[row.document], rule: data.rules[row.rule] };
  });
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  let chosenDocument = "";
  let chosen = findings;
  let shown = 0;

  /** All that somebody may search for in a finding, made when it is first asked for. */
  function words(finding) {
    finding.words ??= [
      finding.place, finding.message, finding.before, finding.said, finding.after, finding.suggestion,
      finding.rule.code, finding.rule.name, finding.entry?.name, finding.entry?.owner,
      finding.document.channel, finding.document.audience, finding.document.region,
    ].filter(Boolean).join("\n").toLowerCase();
    return finding.words;
  }

  const VALUES = {
    entry: (finding) => finding.entry?.id,
    rule: (finding) => finding.rule.code,
    owner: (finding) => finding.entry?.owner,
    channel: (finding) => finding.document.channel,
    severity: (finding) => finding.severity,
    certainty: (finding) => finding.certainty,
  };
  const LABELS = {
    entry: (finding) => finding.entry?.name,
    rule: (finding) => `${finding.rule.code} ${finding.rule.name}`,
  };

  /** The folder and all above it, up to where paths begin. */
  function foldersOf(folder) {
    const parts = folder.split("/");
    return parts.map((_, index) => parts.slice(0, index + 1).join("/")).filter((part) => part && part !== "..");
  }

  function fillChoices() {
    for (const name of FILTERS) {
      const counts = new Map();
      const labels = new Map();
      for (const finding of findings) {
        const values = name === "folder" ? foldersOf(finding.document.folder) : [VALUES[name](finding)];
        for (const value of values) {
          if (!value) continue;
          counts.set(value, (counts.get(value) ?? 0) + 1);
          labels.set(value, LABELS[name]?.(finding) ?? value);
        }
      }
      const options = [...counts].sort((one, other) => labels.get(one[0]).localeCompare(labels.get(other[0])));
      form.elements[name].append(
        ...options.map(([value, count]) => new Option(`${labels.get(value)} (${numbers.format(count)})`, value)),
      );
      form.elements[name].disabled = options.length === 0;
    }
  }

  function isWanted(finding, wanted, terms) {
    if (chosenDocument && finding.document.path !== chosenDocument) return false;
    for (const [name, value] of wanted) {
      if (name === "folder") {
        const folder = finding.document.folder;
        if (folder !== value && !folder.startsWith(`${value}/`)) return false;
      } else if (VALUES[name](finding) !== value) return false;
    }
    return terms.every((term) => words(finding).includes(term));
  }

  const ORDERS = {
    document: (finding) => finding.document.path,
    entry: (finding) => finding.entry?.name ?? "\uffff",
    rule: (finding) => finding.rule.code,
  };
  const compare = new Intl.Collator("en", { numeric: true }).compare;

  function choose() {
    const wanted = FILTERS.map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
    const terms = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    chosen = findings.filter((finding) => isWanted(finding, wanted, terms));
    const key = ORDERS[form.elements.sort.value];
    if (key) chosen.sort((one, other) => compare(key(one), key(other)) || one.rank - other.rank);
    results.replaceChildren();
    shown = 0;
    show(BATCH);
    onlyDocument.hidden = !chosenDocument;
    onlyDocument.querySelector("bdi").textContent = chosenDocument;
  }

  function show(count) {
    results.append(...chosen.slice(shown, shown + count).map(element));
    shown = Math.min(shown + count, chosen.length);
    status.textContent = chosen.length ? told() : "No finding is like that: clear a filter.";
    more.hidden = shown >= chosen.length;
    more.textContent = `Show ${Math.min(BATCH, chosen.length - shown)} more of ${numbers.format(chosen.length - shown)}`;
  }

  /** How many are chosen. */
  function told() {
    const all = `${numbers.format(findings.length)} ${findings.length === 1 ? "finding" : "findings"}`;
    return chosen.length === findings.length ? all : `${numbers.format(chosen.length)} of ${all}`;
  }

  function element(finding) {
    const item = pattern.cloneNode(true);
    const { document: file, rule, entry } = finding;
    const texts = {
      place: finding.place, severity: finding.severity, certainty: finding.certainty, message: finding.message,
      before: finding.before, said: finding.said, after: finding.after, suggestion: finding.suggestion ?? "",
      why: rule.why, rule: `${rule.code} ${rule.name}`, entry: entry?.name ?? "–", since: finding.since ?? "–",
      owner: entry?.owner ?? "–", channel: file.channel ?? "–", audience: file.audience ?? "–",
    };
    item.id = finding.id;
    item.dataset.severity = finding.severity;
    for (const slot of item.querySelectorAll("[data-slot]")) {
      (slot.dataset.slot === "place" ? slot.firstElementChild : slot).textContent = texts[slot.dataset.slot];
    }
    item.querySelector(".place").setAttribute("href", `#${finding.id}`);
    item.querySelector(".instead").hidden = finding.suggestion === null;
    return item;
  }

  /** What is asked for, as an address that can be sent to somebody. */
  function address() {
    const asked = new URLSearchParams();
    for (const name of ["q", ...FILTERS, "sort"]) {
      if (form.elements[name].value) asked.set(name, form.elements[name].value);
    }
    if (chosenDocument) asked.set("document", chosenDocument);
    return `#${asked}`;
  }

  function changed() {
    history.replaceState(null, "", address());
    choose();
  }

  /** Do what the address asks: show one finding, or those that it describes. Other fragments are places in the page. */
  function follow() {
    const fragment = location.hash.slice(1);
    const finding = byId.get(fragment);
    if (finding) return point(finding);
    if (fragment && !fragment.includes("=")) return undefined;
    const asked = new URLSearchParams(fragment);
    form.reset();
    for (const name of ["q", ...FILTERS, "sort"]) ask(form.elements[name], asked.get(name) ?? "");
    chosenDocument = asked.get("document") ?? "";
    choose();
    if (fragment) document.getElementById("findings").focus();
    return undefined;
  }

  /** What an address of another day asks for and is no more is asked for all the same, and nothing is like that. */
  function ask(field, value) {
    field.value = value;
    if (field.value !== value && FILTERS.includes(field.name)) field.append(new Option(value, value, false, true));
  }

  function point(finding) {
    let at = chosen.indexOf(finding);
    if (at < 0) {
      form.reset();
      chosenDocument = "";
      choose();
      at = chosen.indexOf(finding);
    }
    if (at >= shown) show(at + 1 - shown + BATCH / 2);
    for (const other of results.querySelectorAll(".meant")) other.classList.remove("meant");
    const item = document.getElementById(finding.id);
    item.classList.add("meant");
    item.scrollIntoView({ block: "center" });
    item.focus({ preventScroll: true });
  }

  form.addEventListener("input", settled(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("clear").addEventListener("click", () => { form.reset(); chosenDocument = ""; changed(); });
  onlyDocument.querySelector("button").addEventListener("click", () => { chosenDocument = ""; changed(); });
  more.addEventListener("click", () => show(BATCH));
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => {
    show(Math.max(PRINTED - shown, 0));
    if (shown < chosen.length) status.textContent = `The first ${numbers.format(shown)} of ${told()}`;
  });
  addEventListener("afterprint", () => show(0));

  fillChoices();
  form.hidden = false;
  choose();
  if (location.hash) follow();
})();
