/* An address that has moved: leads to where the page's link leads, and keeps the paragraph. */
location.replace(document.links[0].href + location.search + location.hash);
