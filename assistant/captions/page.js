"use strict";
const player = document.getElementById("player");
const query = document.getElementById("query");
const found = document.getElementById("found");
const words = [...document.querySelectorAll(".word")];
const starts = words.map((word) => Number(word.dataset.start));
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}'’]+/gu, " ").trim();
const texts = words.map((word) => plain(word.textContent));

// Captions in the picture, from the same words.
const track = player.addTextTrack("captions", "Captions", document.documentElement.lang);
for (const cue of document.querySelectorAll(".cue")) {
  const { start, end, lines } = cue.dataset;
  const shown = new VTTCue(Number(start), Number(end), "");
  const safe = document.createElement("i");
  safe.textContent = lines;
  shown.text = safe.innerHTML;
  track.addCue(shown);
}
track.mode = player.tagName === "VIDEO" ? "showing" : "hidden";

function go(seconds) {
  player.currentTime = seconds;
}

document.getElementById("text").addEventListener("click", (event) => {
  const target = event.target.closest("[data-start]");
  if (!target || getSelection().type === "Range") return;
  event.preventDefault();
  go(Number(target.dataset.start));
  player.play().catch(() => {}); // a browser may want to be asked first; the place is found anyway
});

// The word that is being said: the last that began.
let now = null;
function follow() {
  let low = 0, high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= player.currentTime + 0.001) low = middle + 1;
    else high = middle;
  }
  const word = words[low - 1] ?? null;
  if (word === now) return;
  now?.classList.remove("now");
  word?.classList.add("now");
  if (!player.paused) word?.scrollIntoView({ block: "nearest" });
  now = word;
}
player.addEventListener("timeupdate", follow);
player.addEventListener("seeked", follow);

// A hit is a run of words as they were typed; the last may be unfinished.
let hits = [], chosen = -1;
function search() {
  for (const word of document.querySelectorAll(".hit, .chosen")) word.classList.remove("hit", "chosen");
  const wanted = plain(query.value).split(" ").filter(Boolean);
  hits = [];
  chosen = -1;
  if (wanted.length) {
    const last = wanted.length - 1;
    texts.forEach((_, place) => {
      const fits = wanted.every((each, k) =>
        k === last ? texts[place + k]?.startsWith(each) : texts[place + k] === each);
      if (fits) hits.push(words.slice(place, place + wanted.length));
    });
    for (const word of hits.flat()) word.classList.add("hit");
  }
  report();
}
function report() {
  const place = chosen < 0 ? "" : `${chosen + 1} of `;
  found.textContent = query.value.trim() ? `${place}${hits.length} found` : "";
}
query.addEventListener("input", search);
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!hits.length) return;
  hits[chosen]?.[0].classList.remove("chosen");
  chosen = (chosen + 1) % hits.length;
  const word = hits[chosen][0];
  word.classList.add("chosen");
  word.scrollIntoView({ block: "center" });
  go(Number(word.dataset.start));
  report();
});
