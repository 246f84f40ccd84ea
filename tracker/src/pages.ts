/**
 * Calls `onPage` for the page that is open, for every later one (History API, back and forward, and the hash if
 * `byHash`), and when the browser restores the page from its back/forward cache. A page is a path: a change of
 * the query alone is none.
 */
export function watchPages(byHash: boolean, onPage: () => void): void {
  let current: string | undefined;
  const check = () => {
    const page = location.pathname + (byHash ? location.hash : '');
    if (page !== current) {
      current = page;
      onPage();
    }
  };

  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function (...args) {
      original.apply(this, args);
      check();
    };
  }
  addEventListener('popstate', check);
  // Edge before Chromium fires no popstate when only the hash changes.
  addEventListener('hashchange', check);
  addEventListener('pageshow', (event) => {
    if (event.persisted) onPage();
  });
  check();
}

/**
 * Whether the page that is open is on a list such as `/admin/*, /preview`, in which `*` stands for any characters. With
 * `byHash` a page is its path and its hash (without a query of its own), and `#/admin/*` stands for any path with this hash.
 */
export function pageMatcher(list: string, byHash: boolean): () => boolean {
  const patterns = list.split(',').map((pattern) => {
    const literals = pattern
      .trim()
      .replace(/^#/, '*#')
      // As a URL writes what is not ASCII, and spaces.
      .replace(/[^!-~]+/g, encodeURIComponent)
      .split('*')
      .map((text) => text.replace(/\W/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`);
  });
  return () => {
    const page = location.pathname + (byHash ? location.hash.split('?')[0] : '');
    return patterns.some((pattern) => pattern.test(page));
  };
}
