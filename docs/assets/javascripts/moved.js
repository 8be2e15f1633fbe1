/* An address that has moved: leads to where the page's link leads, and keeps the paragraph. */
const at = new URL(document.links[0].href);
// From a folder on disk no server adds the page's name.
if (at.protocol === "file:" && at.pathname.endsWith("/")) at.pathname += "index.html";
location.replace(at.href + location.search + location.hash);
