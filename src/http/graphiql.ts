import type { GraphiQLOptions } from 'graphql-yoga';

const SIGNED_IN = JSON.stringify({ authorization: 'Bearer PASTE_THE_ACCESS_TOKEN_HERE' }, null, 2);
const FILLED_IN = `# What to paste is filled in from the answers of the tabs
# before, while this page is open.`;

/** The common jobs, ready to run, one tab each. `SERVER_URL` is replaced by the address of the page. */
const TABS: { query: string; variables?: object; headers?: string }[] = [
  {
    // Without variables: GraphiQL leaves out those of the tab that it opens with.
    query: `# Start here: make a user and an organization.
# The other tabs take the token ("Headers", below) and
# the ids ("Variables") from the answers, while this page
# is open.
mutation Register {
  register(
    input: {
      email: "me@example.com"
      password: "staple 7 correct batteries"
      organizationName: "My company"
    }
  ) {
    accessToken
    refreshToken
    expiresAt
    organization { id name }
  }
}
`,
  },
  {
    query: `# Or sign in, where you have registered before.
mutation Login($input: LoginInput!) {
  login(input: $input) {
    accessToken
    refreshToken
    expiresAt
    organization { id name projects { id name writeKey } }
  }
}
`,
    variables: { input: { email: 'me@example.com', password: 'staple 7 correct batteries' } },
  },
  {
    query: `# Make a project. Its writeKey lets anyone send events to
# it, and nothing else.
${FILLED_IN}
mutation CreateProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    project { id name writeKey }
  }
}
`,
    variables: {
      input: {
        organizationId: 'PASTE_THE_ORGANIZATION_ID_HERE',
        name: 'My site',
        domain: 'example.com',
        timeZone: 'Europe/Berlin',
      },
    },
    headers: SIGNED_IN,
  },
  {
    query: `# Send events: a pageview that came from a search, and a
# purchase of the same visitor.
${FILLED_IN}
mutation TrackEvents($input: TrackEventsInput!) {
  trackEvents(input: $input) {
    accepted
    duplicates
    rejected { index field message }
  }
}
`,
    variables: {
      input: {
        writeKey: 'PASTE_THE_WRITE_KEY_HERE',
        events: [
          {
            url: 'https://example.com/pricing?utm_campaign=launch',
            referrer: 'https://www.google.com/',
            visitorId: 'visitor-1',
          },
          {
            name: 'purchase',
            visitorId: 'visitor-1',
            properties: { plan: 'pro' },
            revenue: { currency: 'EUR', amount: '49.00' },
          },
        ],
      },
    },
  },
  {
    query: `# Ask: a whole dashboard in one operation.
${FILLED_IN}
query Dashboard($project: ID!, $range: RangeInput) {
  project(id: $project) {
    name
    currentVisitors
    stats(range: $range, compare: PREVIOUS_PERIOD) {
      totals {
        visitors visits pageviews events
        bounceRate visitDuration viewsPerVisit
        revenue { amount currency }
      }
      previous { totals { visitors visits pageviews } }
      timeseries { start metrics { visitors pageviews } }
      pages: breakdown(by: PATH) {
        value metrics { visitors pageviews }
      }
      channels: breakdown(by: CHANNEL) {
        value metrics { visitors bounceRate }
      }
      countries: breakdown(by: COUNTRY) {
        value metrics { visitors }
      }
    }
  }
}
`,
    variables: { project: 'PASTE_THE_PROJECT_ID_HERE', range: { preset: 'LAST_7_DAYS' } },
    headers: SIGNED_IN,
  },
  {
    query: `# Watch: each event as it is stored. GraphiQL ends a
# subscription when you change tabs, so send from a
# terminal meanwhile:
#
# curl SERVER_URL/api/events \\
#   -H 'content-type: application/json' \\
#   -d '{"writeKey": "PASTE_THE_WRITE_KEY_HERE",
#        "events": [{"name": "hello"}]}'
#
# or from this page in another window of the browser.
subscription Watch($project: ID!) {
  eventTracked(projectId: $project) {
    timestamp name path country device properties
  }
}
`,
    variables: { project: 'PASTE_THE_PROJECT_ID_HERE' },
    headers: SIGNED_IN,
  },
  {
    query: `# Live: the numbers of the last 30 minutes, each time they
# change. Select what you like: any statistic is live.
subscription Live($project: ID!) {
  stats(projectId: $project, range: { last: "PT30M" }) {
    totals { visitors visits pageviews events }
    pages: breakdown(by: PATH, first: 5) {
      value metrics { visitors }
    }
  }
}
`,
    variables: { project: 'PASTE_THE_PROJECT_ID_HERE' },
    headers: SIGNED_IN,
  },
  {
    query: `# Insights: looks at the last week now. The server does so
# by itself every hour; Project.insights has all. Each
# number stands in the evidence: run its query with its
# variables to check it.
mutation Insights($project: ID!) {
  generateInsights(
    input: {
      projectId: $project
      range: { preset: LAST_7_DAYS }
    }
  ) {
    insights {
      type title content periodStart periodEnd model
      evidence {
        claim observed expected low high pValue method
        query variables
      }
    }
  }
}
`,
    variables: { project: 'PASTE_THE_PROJECT_ID_HERE' },
    headers: SIGNED_IN,
  },
  {
    query: `# Ask in plain words, where the server has a language
# model (OPENAI_API_KEY or ANTHROPIC_API_KEY).
mutation Ask($project: ID!, $question: String!) {
  askQuestion(
    input: { projectId: $project, question: $question }
  ) {
    answer {
      text
      evidence { claim observed query variables }
      model threadId
    }
  }
}
`,
    variables: {
      project: 'PASTE_THE_PROJECT_ID_HERE',
      question: 'Which pages brought the most visitors last week?',
    },
    headers: SIGNED_IN,
  },
  {
    query: `# Make an API key for programs and REST. The secret is
# shown this once. READ asks, WRITE sends events, ADMIN
# manages the project.
mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    secret
    apiKey { id name scopes expiresAt }
  }
}
`,
    variables: { input: { projectId: 'PASTE_THE_PROJECT_ID_HERE', name: 'My program', scopes: ['READ'] } },
    headers: SIGNED_IN,
  },
];

export const graphiqlOptions: GraphiQLOptions = {
  title: 'Pulsegraph',
  // Over a WebSocket GraphiQL would not send the headers of its tab.
  subscriptionsProtocol: 'SSE',
  // Tokens and keys are kept nowhere.
  shouldPersistHeaders: false,
  defaultTabs: TABS.map(({ query, variables, headers }) => ({
    query,
    variables: variables ? JSON.stringify(variables, null, 2) : null,
    headers: headers ?? null,
  })),
};
