// Show where on a page the words were found. The texts come from pages.js, since a page opened from the disk
// may not fetch another one.
const AROUND = 90;
const query = (new URLSearchParams(location.search).get("q") || "").trim();
const wanted = [query, ...query.split(/\s+/)].filter((word) => word).map((word) => word.toLowerCase());

// Chinese stands anywhere in a run of characters; an English word begins where no letter stands before it.
function place(text, word) {
  const safe = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.search(/[\u3400-\u9fff]/.test(word) ? new RegExp(safe) : new RegExp(`(?<![\\p{L}\\p{N}])${safe}`, "u"));
}

function excerpt(text) {
  const lower = text.toLowerCase();
  const places = wanted.map((word) => [word, place(lower, word)]);
  const [found, at] = places.find(([, where]) => where >= 0) || ["", -1];
  const paragraph = document.createElement("p");
  paragraph.className = "context";
  if (!found) {
    paragraph.textContent = `${text.slice(0, 2 * AROUND)} …`;
    return paragraph;
  }
  const from = at > AROUND ? text.indexOf(" ", at - AROUND) + 1 : 0;
  const mark = document.createElement("mark");
  mark.textContent = text.slice(at, at + found.length);
  paragraph.append(
    `${from ? "… " : ""}${text.slice(Math.min(from, at), at)}`, mark,
    `${text.slice(at + found.length, at + found.length + AROUND)} …`);
  return paragraph;
}

function explain(item) {
  const link = item.querySelector("a");
  if (!link || item.dataset.explained) return;
  item.dataset.explained = "yes";
  const [page, anchor] = link.getAttribute("href").split("#");
  const known = window.COURSE_PAGES[page.replace(/\.html.*$/, "")];
  if (!known) return;
  if (anchor && anchor.startsWith("term-")) link.append(`: ${anchor.slice(5).replaceAll("-", " ")}`);
  item.append(excerpt(known));
}

const results = document.getElementById("search-results");
if (results && window.COURSE_PAGES) {
  const look = () => results.querySelectorAll("li").forEach(explain);
  new MutationObserver(look).observe(results, { childList: true, subtree: true });
  look();
}
