/**
 * Runs in the page of GraphiQL, before its own scripts. Remembers tokens, ids and keys from answers, in the memory of
 * the page only, and fills them in where an operation still has the placeholder of its tab. An access token that is
 * about to end is renewed first. Beside a project that is null stands what to do about it.
 */
export const FILL_IN = `
(() => {
  const known = {};
  let session = null;
  const take = (name, value) => {
    if (typeof value === 'string') known['PASTE_THE_' + name + '_HERE'] = value;
  };
  const learn = (value) => {
    if (typeof value !== 'object' || value === null) return;
    const { accessToken, refreshToken, expiresAt, organization, project, projects } = value;
    if (accessToken) {
      take('ACCESS_TOKEN', accessToken);
      session = refreshToken && expiresAt ? { accessToken, refreshToken, ends: Date.parse(expiresAt) } : null;
    }
    take('ORGANIZATION_ID', organization?.id);
    for (const each of [projects?.[0], project]) {
      if (!each?.writeKey) continue;
      take('PROJECT_ID', each.id);
      take('WRITE_KEY', each.writeKey);
    }
    for (const part of Object.values(value)) learn(part);
  };
  const fill = (text, write = (value) => value) =>
    text.replace(/PASTE_THE_[A-Z_]+_HERE/g, (hole) => (hole in known ? write(known[hole]) : hole));

  const real = window.fetch.bind(window);
  const renew = async (url) => {
    if (!session || session.ends - Date.now() > 30000) return;
    const query = 'mutation Renew($input: RefreshSessionInput!) { refreshSession(input: $input) { accessToken refreshToken expiresAt } }';
    const body = JSON.stringify({ query, variables: { input: { refreshToken: session.refreshToken } } });
    session = null;
    const answer = await real(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    learn((await answer.json()).data);
  };
  window.fetch = async (input, init) => {
    if (typeof input !== 'string') return real(input, init);
    const headers = new Headers(init?.headers);
    // Headers of tabs are not kept: after a reload, who has signed in has none.
    const hole = 'PASTE_THE_ACCESS_TOKEN_HERE';
    const authorization = headers.get('authorization') ?? (hole in known ? 'Bearer ' + hole : '');
    if (authorization.includes(hole)) {
      await renew(input.split('?', 1)[0]).catch(() => {});
      headers.set('authorization', fill(authorization));
    }
    const body = typeof init?.body === 'string' ? fill(init.body) : init?.body;
    // A subscription has its operation in the address.
    const response = await real(fill(input, encodeURIComponent), { ...init, headers, body });
    if (!response.headers.get('content-type')?.includes('json')) return response;
    const answer = await response.clone().json().catch(() => null);
    learn(answer?.data);
    if (answer?.data?.project !== null || answer.errors) return response;
    const left = /PASTE_THE_[A-Z_]+_HERE/.exec(body ?? '')?.[0];
    const hint = left
      ? left + ' is still there: run the tabs before this one, or put your own in its place.'
      : 'There is no such project, or the token in Headers may not see it.';
    return new Response(JSON.stringify({ ...answer, extensions: { ...answer.extensions, hint } }), response);
  };
})();
`;

/**
 * GraphiQL hides a stale shift of its tabs until one of them has the focus: the tab jumps away under the first click of a
 * mouse, which then hits nothing.
 */
export const TABS_STAY = '.graphiql-tab{transform:none!important}';
