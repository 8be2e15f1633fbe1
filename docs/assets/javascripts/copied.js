/* Copies words for a reader, and says in passing that it is done: a paragraph of a text, a pair of the parallel view. */
(() => {
  "use strict";

  let said = null;

  window.rdSay = (what) => {
    if (!said) document.body.append(said = window.rdElement("p", { className: "rd-said", role: "status" }));
    said.textContent = what;
    said.classList.add("rd-said--shown");
    setTimeout(() => said.classList.remove("rd-said--shown"), 2000);
  };

  window.rdCopy = async (what) => {
    const words = window.rdWords.reader;
    try {
      await navigator.clipboard.writeText(what);
      window.rdSay(words.copied);
    } catch {
      window.rdSay(copyByHand(what) ? words.copied : words.not_copied);
    }
  };

  /** Where a page has no clipboard (file:// in some browsers), the old command still works. */
  function copyByHand(what) {
    const area = window.rdElement("textarea", { value: what, className: "rd-offscreen" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
})();
