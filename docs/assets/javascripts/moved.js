/*
 * An address that leads on: to where the page's link leads, and to the paragraph that was asked for. A cited work stands on an
 * anchor of its series (#687-1991), so that its paragraphs have that before their own (#687-1991-op3). What is no place of a
 * work, as the page has them (data-places), is not asked for. Those of a part of a text have other names there (data-parts).
 */
const at = new URL(document.links[0].href);
// From a folder on disk no server adds the page's name.
if (at.protocol === "file:" && at.pathname.endsWith("/")) at.pathname += "index.html";
const asked = location.hash.slice(1);
const parts = JSON.parse(document.links[0].dataset.parts ?? "{}");
if (Object.hasOwn(parts, asked)) at.hash = parts[asked];
else if (at.hash && new RegExp(`^(?:${document.links[0].dataset.places})$`).test(asked)) at.hash += `-${asked}`;
else if (asked && !at.hash) at.hash = location.hash;
if (location.search) at.search = location.search;
location.replace(at.href);
