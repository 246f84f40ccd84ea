/** An organization with a project, made through the API. */
export interface Tenant {
  url: string;
  token: string;
  projectId: string;
  writeKey: string;
}

/** Asks a question over HTTP; throws where it is not answered without an error. */
export async function ask<T>(url: string, query: string, variables: object, token?: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: T; errors?: unknown };
  if (!answer.data || answer.errors) throw new Error(`${response.status} ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

export async function createTenant(url: string, name: string): Promise<Tenant> {
  const { register } = await ask<{ register: { accessToken: string; organization: { id: string } } }>(
    url,
    'mutation ($input: RegisterInput!) { register(input: $input) { accessToken organization { id } } }',
    { input: { email: `${name}@example.com`, password: 'nine yellow bicycles', organizationName: name } },
  );
  const token = register.accessToken;
  const { createProject } = await ask<{ createProject: { project: { id: string; writeKey: string } } }>(
    url,
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id writeKey } } }',
    { input: { organizationId: register.organization.id, name } },
    token,
  );
  const { id: projectId, writeKey } = createProject.project;
  return { url, token, projectId, writeKey };
}

/** Sends pageviews of the last days, a thousand a request. */
export async function fill({ url, writeKey }: Tenant, events: number): Promise<void> {
  for (let sent = 0; sent < events; sent += 1_000) {
    const batch = Array.from({ length: 1_000 }, (_, i) => ({
      url: `https://shop.example/page/${(sent + i) % 500}`,
      visitorId: `visitor ${(sent + i) % 5_000}`,
      timestamp: new Date(Date.now() - ((sent + i) % 20_000) * 60_000).toISOString(),
      properties: { plan: `plan ${i % 10}`, bytes: i },
    }));
    const response = await fetch(`${url}/api/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ writeKey, events: batch }),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  }
}
