/*
 * Reading the site from file://, where a browser lets a page fetch nothing. The bundle puts this before the pages' scripts.
 *
 * Every file that search fetches lies in the bundle as a classic script, `<file>.js`, that hands over its bytes in
 * base64. Here `fetch` is answered from those scripts, and a module is imported from such bytes by way of a blob.
 */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;

  const root = new URL("../../", document.currentScript.src).href; // from assets/javascripts/
  const loaded = new Map();
  const waiting = new WeakMap();

  /** The bytes of a file of the bundle. */
  function load(address) {
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(script, resolve);
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          loaded.delete(address);
          reject(new TypeError(`not in the bundle: ${address}`));
        };
        script.src = `${address}.js`;
        document.head.append(script);
      }));
    }
    return loaded.get(address);
  }

  const ownFetch = window.fetch;
  window.fetch = async (resource, options) => {
    const url = new URL(resource instanceof Request ? resource.url : resource, location.href);
    url.search = url.hash = "";
    if (!url.href.startsWith(root)) return ownFetch.call(window, resource, options);
    return new Response(await load(url.href));
  };

  window.rdOffline = {
    /** Called by the scripts that carry a file. */
    file(base64) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      waiting.get(document.currentScript)?.(bytes);
    },
    /** `import()` of a module of the bundle. */
    async importModule(address) {
      const blob = new Blob([await load(address)], { type: "text/javascript" });
      const url = URL.createObjectURL(blob);
      try {
        return await import(url);
      } finally {
        URL.revokeObjectURL(url);
      }
    },
  };
})();
