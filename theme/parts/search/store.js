/**
 * The pieces of the search's data, each a classic script that hands itself over by its name: so it works from a USB
 * stick as from a server. A piece that does not come, is cut short or belongs to another build is an Error for the reader.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.store = (function () {
  "use strict";

  const AT_ONCE = 8;

  /** @type {Map<string, Promise<any[]>>} */
  const asked = new Map();
  /** @type {Map<string, any[]>} */
  const taken = new Map();
  /** @type {(() => void)[]} */
  const waiting = [];
  let underWay = 0;
  let attempt = 0;
  /* Where the site's root is, seen from the page: the script's own address is theme/search.js or theme/js/store.js. */
  const own = document.currentScript ? /** @type {HTMLScriptElement} */ (document.currentScript).src : "";
  const root = own.replace(/theme\/(?:js\/)?[^/]*$/u, "");

  /** @param {string} name @param {any[]} data */
  function take(name, ...data) {
    taken.set(name, data);
  }

  /**
   * @param {string} name of the piece
   * @param {string} [file] its address below search/, without .js; the name where it has none of its own
   * @returns {Promise<any[]>}
   */
  function load(name, file = name) {
    let promise = asked.get(name);
    if (!promise) {
      promise = fetchPiece(name, file);
      asked.set(name, promise);
      promise.catch(() => asked.delete(name));
    }
    return promise;
  }

  /** @param {string} name @param {string} file */
  async function fetchPiece(name, file) {
    await turn();
    const mine = attempt;
    try {
      await addScript(`search/${file}.js`);
    } finally {
      if (mine === attempt) {
        underWay -= 1;
        const next = waiting.shift();
        if (next) next();
      }
    }
    const data = taken.get(name);
    taken.delete(name);
    if (!data) throw new Error(NewspaperArchive.words.say("检索数据不完整，或与网页不是同一次建成的。"));
    return data;
  }

  async function turn() {
    if (underWay >= AT_ONCE) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    underWay += 1;
  }

  /**
   * After a failure files are asked for under another query, so that no cache answers with what failed.
   *
   * @param {string} address from the site's root
   * @returns {Promise<void>}
   */
  function addScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.charset = "utf-8";
      script.src = root + address + (attempt ? `?again=${attempt}` : "");
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(NewspaperArchive.words.say("检索数据没有载入成功。")));
      };
      document.head.append(script);
    });
  }

  /** Forgets what was loaded; the next pieces come past every cache, and wait for none that never came. */
  function again() {
    attempt += 1;
    underWay = 0;
    for (const next of waiting.splice(0)) next();
    asked.clear();
    taken.clear();
  }

  return { take, load, addScript, again };
})();

NewspaperArchive.take = NewspaperArchive.store.take;
