/**
 * The contents of a text, for whoever has script: the paragraph in sight is marked in them, and the sheet closes when
 * it has led to a place. Opening, closing and the links themselves need none of it.
 */
(() => {
  "use strict";

  const contents = document.getElementById("rd-contents");
  if (!contents) return;

  const links = new Map();
  for (const link of contents.querySelectorAll('a[href^="#"]')) {
    const place = document.getElementById(link.hash.slice(1));
    if (place) links.set(place, link);
  }

  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
  });

  let current = null;

  /** Marks the link of what is read, and brings it into the sight of the rail, never of the page. */
  function mark(link) {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    current = link;
    const box = link.getBoundingClientRect();
    const rail = contents.getBoundingClientRect();
    if (box.top < rail.top || box.bottom > rail.bottom) contents.scrollTop += box.top - rail.top - rail.height / 3;
  }

  // What is read is the first paragraph in the upper half of the window.
  const seen = new Set();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      const first = [...links.keys()].find((place) => seen.has(place));
      if (first) mark(links.get(first));
    },
    { rootMargin: "-10% 0px -50% 0px" },
  );
  for (const place of links.keys()) watch.observe(place);
})();
