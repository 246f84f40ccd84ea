/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n": typeof types.AccessLogDocument,
    "\n  mutation AccountsRegister($input: RegisterInput!) {\n    register(input: $input) { user { email name } organization { name slug } accessToken refreshToken }\n  }\n": typeof types.AccountsRegisterDocument,
    "\n  mutation AccountsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken refreshToken expiresAt }\n  }\n": typeof types.AccountsLoginDocument,
    "\n  mutation AccountsRefresh($token: String!) {\n    refreshSession(input: { refreshToken: $token }) { accessToken refreshToken expiresAt }\n  }\n": typeof types.AccountsRefreshDocument,
    "mutation AccountsLogout { logout }": typeof types.AccountsLogoutDocument,
    "query AccountsMe { viewer { user { id email } projects { id } } }": typeof types.AccountsMeDocument,
    "\n      mutation AccountsLoginProjects($email: String!, $password: String!) {\n        login(input: { email: $email, password: $password }) { organization { projects { id } } }\n      }\n    ": typeof types.AccountsLoginProjectsDocument,
    "\n    query AccountsSessions { viewer { sessions { id createdAt lastUsedAt userAgent current } } }\n  ": typeof types.AccountsSessionsDocument,
    "\n    mutation AccountsRevokeSession($id: ID!) { revokeSession(input: { id: $id }) { revokedId } }\n  ": typeof types.AccountsRevokeSessionDocument,
    "\n    mutation AccountsChangePassword($current: String!, $new: String!) {\n      changePassword(input: { currentPassword: $current, newPassword: $new }) { user { email } }\n    }\n  ": typeof types.AccountsChangePasswordDocument,
    "\n      mutation AllTimeTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    ": typeof types.AllTimeTrackDocument,
    "\n  query AllTime($project: ID!, $interval: Interval, $period: Interval) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, compare: PREVIOUS_PERIOD) {\n        totals { pageviews }\n        timeseries(interval: $interval) { start metrics { pageviews } }\n        previous { totals { pageviews } timeseries(interval: $interval) { start } }\n      }\n      retention(range: { preset: ALL_TIME }, period: $period) { cohorts { start size returning } }\n      lifecycle(range: { preset: ALL_TIME }, interval: $interval) { start new returning resurrected }\n      stickiness(range: { preset: ALL_TIME }, interval: $period) { steps { visitors } average }\n    }\n  }\n": typeof types.AllTimeDocument,
    "\n  mutation AllTimeInsights($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { type periodStart periodEnd } }\n  }\n": typeof types.AllTimeInsightsDocument,
    "\n  query ComparedToday($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD) { start end previous { start end totals { pageviews } } }\n    }\n  }\n": typeof types.ComparedTodayDocument,
    "\n      mutation AttributionTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": typeof types.AttributionTrackDocument,
    "\n  mutation BoundsProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"One more\" }) { project { id } }\n  }\n": typeof types.BoundsProjectDocument,
    "\n  mutation BoundsKey($project: ID!) {\n    createApiKey(input: { projectId: $project, name: \"One more\", scopes: [READ] }) { apiKey { id } }\n  }\n": typeof types.BoundsKeyDocument,
    "\n  mutation BoundsDefinition($project: ID!, $name: String!) {\n    createEventDefinition(input: { projectId: $project, name: $name }) { eventDefinition { id } }\n  }\n": typeof types.BoundsDefinitionDocument,
    "\n  mutation BoundsTest($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n": typeof types.BoundsTestDocument,
    "\n  mutation BoundsAgain($id: ID!) { redeliver(input: { id: $id }) { delivery { id } } }\n": typeof types.BoundsAgainDocument,
    "\n  mutation BoundsDelete($project: ID!) { deleteProject(input: { id: $project }) { deletedId } }\n": typeof types.BoundsDeleteDocument,
    "\n  query CardinalityNumbers($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, filter: $filter) {\n        totals { events visits visitors }\n        names: breakdown(by: EVENT_NAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        paths: breakdown(by: PATH, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        hosts: breakdown(by: HOSTNAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        sources: breakdown(by: UTM_SOURCE, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        channels: breakdown(by: CHANNEL, first: 1000, orderBy: EVENTS) { value metrics { events } }\n      }\n      events(first: 1000, range: { preset: ALL_TIME }) { nodes { eventId name url path hostname referrer } }\n      eventDefinitions(first: 1000) { nodes { name } }\n    }\n  }\n": typeof types.CardinalityNumbersDocument,
    "\n  query CardinalityNotices($project: ID!) {\n    project(id: $project) { ingestion { notices { subject limit message } } }\n  }\n": typeof types.CardinalityNoticesDocument,
    "\n  mutation ChatRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n": typeof types.ChatRevokeDocument,
    "\n  query ChatThreads($project: ID!, $first: Int, $after: String) {\n    project(id: $project) {\n      threads(first: $first, after: $after) {\n        nodes { id title createdAt updatedAt turns { question answer model askedAt evidence { observed } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.ChatThreadsDocument,
    "query ChatThread($id: ID!) { node(id: $id) { id ... on Thread { title } } }": typeof types.ChatThreadDocument,
    "\n  mutation ChatDelete($id: ID!) { deleteThread(input: { id: $id }) { deletedId } }\n": typeof types.ChatDeleteDocument,
    "\n  subscription ChatAnswer($project: ID!, $question: String!, $thread: ID) {\n    answer(projectId: $project, question: $question, threadId: $thread) {\n      text\n      done\n      answer { threadId text model evidence { observed } }\n    }\n  }\n": typeof types.ChatAnswerDocument,
    "\n  mutation DeleteEventsProject($input: CreateProjectInput!) { createProject(input: $input) { project { id writeKey } } }\n": typeof types.DeleteEventsProjectDocument,
    "\n  mutation DeleteEventsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted duplicates } }\n": typeof types.DeleteEventsTrackDocument,
    "\n  mutation DeleteEvents($input: DeleteEventsInput!) {\n    deleteEvents(input: $input) { deleted more project { events { totalCount } } }\n  }\n": typeof types.DeleteEventsDocument,
    "\n  query DeleteEventsAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range) { totals { visitors visits pageviews events bounceRate visitDuration } }\n      events { totalCount }\n    }\n  }\n": typeof types.DeleteEventsAskDocument,
    "\n  subscription DeleteEventsWatch($project: ID!) {\n    stats(projectId: $project, range: { preset: ALL_TIME }, throttle: \"PT0.1S\") { totals { events } }\n  }\n": typeof types.DeleteEventsWatchDocument,
    "\n    query HttpDefinitions($id: ID!) { project(id: $id) { eventDefinitions { nodes { name } } } }\n  ": typeof types.HttpDefinitionsDocument,
    "\n    query HttpTotals($id: ID!) {\n      project(id: $id) { name stats(filter: { properties: [{ key: \"plan\", eq: \"pro\" }] }) { totals { visitors } } }\n    }\n  ": typeof types.HttpTotalsDocument,
    "\n    mutation HttpLogin($email: String!, $password: String!) {\n      login(input: { email: $email, password: $password }) { accessToken }\n    }\n  ": typeof types.HttpLoginDocument,
    "\n  mutation FairnessRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n": typeof types.FairnessRegisterDocument,
    "\n  mutation FairnessProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.FairnessProjectDocument,
    "\n  query FairnessReport($project: ID!) {\n    project(id: $project) { ingestion { received stored duplicate bot rejected pending } }\n  }\n": typeof types.FairnessReportDocument,
    "\n      mutation FunnelTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    ": typeof types.FunnelTrackDocument,
    "\n  query SequenceFunnel(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration, $order: FunnelOrder\n  ) {\n    project(id: $project) {\n      funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: $order) {\n        conversionRate\n        steps { label visitors conversionRate dropOff medianSecondsFromPrevious }\n      }\n    }\n  }\n": typeof types.SequenceFunnelDocument,
    "query HttpMe { __typename viewer { user { id } } }": typeof types.HttpMeDocument,
    "\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n": typeof types.ImportProjectDocument,
    "\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n": typeof types.ImportAskDocument,
    "\n  query BreakingReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n    }\n  }\n": typeof types.BreakingReportDocument,
    "\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n": typeof types.IngestTrackDocument,
    "\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n": typeof types.IngestEventsDocument,
    "\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n": typeof types.IngestTotalsDocument,
    "\n  mutation ReportTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { index code field } }\n  }\n": typeof types.ReportTrackDocument,
    "\n  query Report($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits visitors } }\n    }\n  }\n": typeof types.ReportDocument,
    "\n  query ReportBots($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      bots(first: $first, after: $after, last: $last, before: $before) {\n        edges { node { id userAgent name path hostname receivedAt timestamp } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }\n": typeof types.ReportBotsDocument,
    "\n  mutation ReportAcquit($input: AcquitBotsInput!) { acquitBots(input: $input) { stored } }\n": typeof types.ReportAcquitDocument,
    "\n  query ReportLetters($project: ID!) { project(id: $project) { deadLetters { id events reason createdAt } } }\n": typeof types.ReportLettersDocument,
    "\n  mutation ReportReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n": typeof types.ReportReplayDocument,
    "\n  mutation ReportDrop($input: DeadLetterInput!) { dropDeadLetter(input: $input) { id } }\n": typeof types.ReportDropDocument,
    "\n  query ReportBlocklist($project: ID!) {\n    project(id: $project) { blocklist { addresses userAgents referrers hostnames } }\n  }\n": typeof types.ReportBlocklistDocument,
    "\n  mutation ReportUpdateBlocklist($input: UpdateBlocklistInput!) {\n    updateBlocklist(input: $input) { project { blocklist { addresses userAgents referrers hostnames } } }\n  }\n": typeof types.ReportUpdateBlocklistDocument,
    "\n  mutation Summarise($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { title content model evidence { claim } } }\n  }\n": typeof types.SummariseDocument,
    "\n  mutation Generate($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) {\n      insights {\n        id type title content model metadata periodStart periodEnd\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n": typeof types.GenerateDocument,
    "\n  query InsightFeed($project: ID!, $types: [InsightType!], $first: Int, $after: String) {\n    project(id: $project) {\n      insights(types: $types, first: $first, after: $after) {\n        nodes { id type title }\n        pageInfo { endCursor hasNextPage }\n      }\n    }\n  }\n": typeof types.InsightFeedDocument,
    "\n  subscription Generated($project: ID!, $types: [InsightType!]) {\n    insightGenerated(projectId: $project, types: $types) { id type title evidence { observed } }\n  }\n": typeof types.GeneratedDocument,
    "\n    mutation LimitsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n  ": typeof types.LimitsSendDocument,
    "\n  mutation LiveLogout { logout }\n": typeof types.LiveLogoutDocument,
    "\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n": typeof types.LiveRevokeKeyDocument,
    "\n  mutation LiveExpiringKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n": typeof types.LiveExpiringKeyDocument,
    "\n  subscription LiveInsights($project: ID!) { insightGenerated(projectId: $project) { id } }\n": typeof types.LiveInsightsDocument,
    "\n  mutation LiveDeleteProject($input: DeleteProjectInput!) { deleteProject(input: $input) { deletedId } }\n": typeof types.LiveDeleteProjectDocument,
    "\n  query LiveProjects { viewer { projects { id } } }\n": typeof types.LiveProjectsDocument,
    "\n  subscription LiveWhole($project: ID!, $range: RangeInput) {\n    stats(projectId: $project, range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\", throttle: \"PT0.1S\") {\n      start\n      end\n      timeZone\n      totals { visitors visits events revenue { currency amount } }\n      timeseries(interval: DAY) { start metrics { events } }\n      breakdown(by: PATH) { value metrics { visitors } }\n      audience { newVisitors returningVisitors }\n      previous { totals { events } }\n    }\n  }\n": typeof types.LiveWholeDocument,
    "\n  query LiveWholeQuery($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\") {\n        start\n        end\n        timeZone\n        totals { visitors visits events revenue { currency amount } }\n        timeseries(interval: DAY) { start metrics { events } }\n        breakdown(by: PATH) { value metrics { visitors } }\n        audience { newVisitors returningVisitors }\n        previous { totals { events } }\n      }\n    }\n  }\n": typeof types.LiveWholeQueryDocument,
    "\n  subscription LiveWrong($project: ID!, $range: RangeInput, $throttle: Duration) {\n    stats(projectId: $project, range: $range, throttle: $throttle) { totals { events } }\n  }\n": typeof types.LiveWrongDocument,
    "\n      subscription LiveRevenue($project: ID!) {\n        stats(projectId: $project, range: { preset: TODAY }, throttle: \"PT0.2S\") {\n          totals { events revenue { amount } }\n        }\n      }\n    ": typeof types.LiveRevenueDocument,
    "\n      mutation LiveMove($id: ID!) { updateProject(input: { id: $id, timeZone: \"Europe/Berlin\" }) { project { id } } }\n    ": typeof types.LiveMoveDocument,
    "\n  query TouchedWithout($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        totals {\n          visitors visits pageviews events bounceRate visitDuration viewsPerVisit timeOnPage\n          revenue { currency amount }\n          measure(event: \"buy\", property: \"plan\", aggregate: UNIQUE)\n        }\n        timeseries(interval: DAY) { start metrics { visitors visits events } }\n        countries: breakdown(by: COUNTRY) { value metrics { visitors visits visitDuration } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visitors events } }\n        previous { totals { visitors events } }\n      }\n    }\n  }\n": typeof types.TouchedWithoutDocument,
    "\n  query TouchedAudience($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        audience { newVisitors returningVisitors }\n        previous { audience { newVisitors } }\n      }\n    }\n  }\n": typeof types.TouchedAudienceDocument,
    "\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n": typeof types.LiveEventsDocument,
    "\n  mutation BudgetProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n": typeof types.BudgetProjectDocument,
    "\n  mutation BudgetDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n": typeof types.BudgetDeleteDocument,
    "\n    mutation SignalsRegister($input: RegisterInput!) {\n      register(input: $input) { accessToken organization { id } }\n    }\n  ": typeof types.SignalsRegisterDocument,
    "\n    mutation SignalsCreateProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n  ": typeof types.SignalsCreateProjectDocument,
    "\n  query OrderOfArrival($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) {\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n      }\n      paths(range: { preset: ALL_TIME }, depth: 10) { links { step source target } }\n      events { nodes { path } }\n    }\n  }\n": typeof types.OrderOfArrivalDocument,
    "\n  query OrderOfArrivalPage($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      events(first: $first, after: $after, last: $last, before: $before) {\n        nodes { path }\n        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }\n      }\n    }\n  }\n": typeof types.OrderOfArrivalPageDocument,
    "\n      mutation PathsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    ": typeof types.PathsTrackDocument,
    "\n  query SequencePaths(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $startingAt: String, $depth: Int, $first: Int\n  ) {\n    project(id: $project) {\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n    }\n  }\n": typeof types.SequencePathsDocument,
    "\n      query SequenceTime($project: ID!) {\n        project(id: $project) {\n          stats(range: { between: { start: \"2025-11-21T10:00:00Z\", end: \"2025-11-21T10:04:00Z\" } }) {\n            totals { timeOnPage }\n            timeseries(interval: MINUTE) { metrics { timeOnPage } }\n            breakdown(by: PATH) { value metrics { timeOnPage } }\n          }\n          nothing: stats(range: { between: { start: \"2025-11-21T12:00:00Z\", end: \"2025-11-21T12:04:00Z\" } }) {\n            totals { timeOnPage }\n          }\n        }\n      }\n    ": typeof types.SequenceTimeDocument,
    "\n        mutation PathsTrackMany($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      ": typeof types.PathsTrackManyDocument,
    "\n  mutation PeriodsReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": typeof types.PeriodsReferenceTrackDocument,
    "\n  mutation PeriodsReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.PeriodsReferenceProjectDocument,
    "\n  query PeriodsReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!\n    $start: EventMatch, $returning: EventMatch, $by: Dimension!, $model: AttributionModel!, $lookback: Duration!\n  ) {\n    project(id: $project) {\n      retention(range: $range, filter: $filter, start: $start, returning: $returning, period: $interval, timeZone: $zone) {\n        cohorts { start size returning }\n      }\n      lifecycle(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        start new returning resurrected dormant\n      }\n      stickiness(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        average steps { periods visitors }\n      }\n      stats(range: $range, filter: $filter, timeZone: $zone) { audience { newVisitors returningVisitors } }\n      attribution(range: $range, filter: $filter, by: $by, model: $model, lookback: $lookback, first: 1000) {\n        value conversions visitors revenue { currency amount }\n      }\n    }\n  }\n": typeof types.PeriodsReferenceAskDocument,
    "\n      mutation PeriodsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": typeof types.PeriodsTrackDocument,
    "\n  mutation AccountsCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id name domain timeZone writeKey createdAt } }\n  }\n": typeof types.AccountsCreateProjectDocument,
    "\n  mutation AccountsUpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { project { name domain timeZone } }\n  }\n": typeof types.AccountsUpdateProjectDocument,
    "\n  mutation AccountsDeleteProject($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n": typeof types.AccountsDeleteProjectDocument,
    "query AccountsProjectName($id: ID!) { project(id: $id) { name } }": typeof types.AccountsProjectNameDocument,
    "\n  mutation AccountsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n": typeof types.AccountsSendDocument,
    "\n    mutation AccountsCreateKey($input: CreateApiKeyInput!) {\n      createApiKey(input: $input) { secret apiKey { id name prefix scopes lastUsedAt expiresAt } }\n    }\n  ": typeof types.AccountsCreateKeyDocument,
    "\n    query AccountsKeys($id: ID!) { project(id: $id) { apiKeys { id name lastUsedAt } } }\n  ": typeof types.AccountsKeysDocument,
    "\n    mutation AccountsRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n  ": typeof types.AccountsRevokeDocument,
    "\n    mutation AccountsDefinition($input: CreateEventDefinitionInput!) {\n      createEventDefinition(input: $input) {\n        eventDefinition { id name label description archived firstSeenAt lastSeenAt volume30d }\n      }\n    }\n  ": typeof types.AccountsDefinitionDocument,
    "\n    mutation AccountsUpdateDefinition($input: UpdateEventDefinitionInput!) {\n      updateEventDefinition(input: $input) { eventDefinition { label description archived } }\n    }\n  ": typeof types.AccountsUpdateDefinitionDocument,
    "\n    mutation AccountsDeleteDefinition($id: ID!) {\n      deleteEventDefinition(input: { id: $id }) { eventDefinition { name } }\n    }\n  ": typeof types.AccountsDeleteDefinitionDocument,
    "\n    query AccountsDefinitions($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n      project(id: $id) {\n        eventDefinitions(first: $first, after: $after, last: $last, before: $before) {\n          nodes { name volume30d }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  ": typeof types.AccountsDefinitionsDocument,
    "\n        query AccountsSignups($id: ID!) {\n          project(id: $id) { eventDefinitions { nodes { id name firstSeenAt } } events { totalCount } }\n        }\n      ": typeof types.AccountsSignupsDocument,
    "\n      mutation PropertiesTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": typeof types.PropertiesTrackDocument,
    "\n  subscription ProxyStats($project: ID!) {\n    stats(projectId: $project, range: { last: \"PT30M\" }) { totals { events } }\n  }\n": typeof types.ProxyStatsDocument,
    "\n  mutation QueueTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { code } }\n  }\n": typeof types.QueueTrackDocument,
    "\n  query QueueReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n      deadLetters { id events reason }\n    }\n  }\n": typeof types.QueueReportDocument,
    "\n  mutation QueueReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n": typeof types.QueueReplayDocument,
    "\n  mutation RebuildProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n": typeof types.RebuildProjectDocument,
    "\n  mutation RebuildTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates }\n  }\n": typeof types.RebuildTrackDocument,
    "\n  query RejectionsReport($project: ID!, $range: RangeInput, $first: Int) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending rateLimited blocked }\n      rejections(range: $range, first: $first) { code field message endpoint name count firstAt lastAt sample }\n    }\n  }\n": typeof types.RejectionsReportDocument,
    "\n  mutation RejectionsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": typeof types.RejectionsTrackDocument,
    "\n  mutation RejectionsBlock($input: UpdateBlocklistInput!) { updateBlocklist(input: $input) { project { id } } }\n": typeof types.RejectionsBlockDocument,
    "mutation SegmentsDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }": typeof types.SegmentsDeleteDocument,
    "\n  mutation SequencesReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": typeof types.SequencesReferenceTrackDocument,
    "\n  mutation SequencesReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.SequencesReferenceProjectDocument,
    "\n  query SequencesReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration\n    $startingAt: String, $depth: Int!, $first: Int!, $by: Dimension!\n  ) {\n    project(id: $project) {\n      ordered: funnel(range: $range, filter: $filter, steps: $steps, window: $window) { ...ReferenceFunnel }\n      strict: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: STRICT) { ...ReferenceFunnel }\n      any: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: ANY) { ...ReferenceFunnel }\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n      stats(range: $range, filter: $filter) {\n        totals { timeOnPage }\n        timeseries(interval: HOUR) { start metrics { timeOnPage } }\n        breakdown(by: $by, first: 1000) { value metrics { timeOnPage } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { timeOnPage } }\n      }\n    }\n  }\n  fragment ReferenceFunnel on Funnel {\n    conversionRate\n    steps { visitors conversionRate dropOff medianSecondsFromPrevious }\n  }\n": typeof types.SequencesReferenceAskDocument,
    "\n  mutation SessionSettingsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n": typeof types.SessionSettingsTrackDocument,
    "\n  query SessionSettingsSee($project: ID!, $second: RangeInput!) {\n    project(id: $project) {\n      eventDefinitions { nodes { name firstSeenAt lastSeenAt } }\n      events { nodes { timestamp receivedAt } }\n      second: events(range: $second) { totalCount }\n      ingestion(range: { last: \"P1D\" }) { received }\n      stats(range: { preset: ALL_TIME }) { totals { visitors events } audience { newVisitors returningVisitors } timeseries(interval: YEAR) { start metrics { events } } }\n    }\n  }\n": typeof types.SessionSettingsSeeDocument,
    "\n  mutation LimitsRegister($email: String!, $password: String!) {\n    register(input: { email: $email, password: $password, organizationName: \"Limits\" }) { accessToken }\n  }\n": typeof types.LimitsRegisterDocument,
    "\n  mutation LimitsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken }\n  }\n": typeof types.LimitsLoginDocument,
    "\n  mutation LimitsChange($current: String!) {\n    changePassword(input: { currentPassword: $current, newPassword: \"another good one\" }) { user { email } }\n  }\n": typeof types.LimitsChangeDocument,
    "\n  mutation StartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken refreshToken organization { id } }\n  }\n": typeof types.StartRegisterDocument,
    "\n  mutation StartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.StartCreateProjectDocument,
    "\n  mutation StartTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": typeof types.StartTrackDocument,
    "\n  query StartStored { viewer { user { email } projects { name events { nodes { name } } } } }\n": typeof types.StartStoredDocument,
    "\n        mutation StatisticsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      ": typeof types.StatisticsTrackDocument,
    "\n  query StatsId($project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) { id previous { id } }\n    }\n  }\n": typeof types.StatsIdDocument,
    "\n  subscription StatsIdLive(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison\n  ) {\n    stats(projectId: $project, range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) {\n      id previous { id } totals { visitors }\n    }\n  }\n": typeof types.StatsIdLiveDocument,
    "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": typeof types.ReferenceTrackDocument,
    "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n": typeof types.ReferenceAskDocument,
    "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    ": typeof types.ReferenceProjectDocument,
    "query ReferenceLook($project: ID!) { project(id: $project) { stats(range: { preset: ALL_TIME }) { totals { visits } } } }": typeof types.ReferenceLookDocument,
    "\n      mutation StatsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": typeof types.StatsTrackDocument,
    "\n  query StatsDashboard($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: LAST_30_DAYS }, compare: PREVIOUS_PERIOD, filter: $filter) {\n        ...StatsOverview\n        previous { ...StatsOverview }\n      }\n      filtered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { totals { visitors } }\n      reordered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { breakdown(by: OS) { value } }\n    }\n  }\n  fragment StatsOverview on Stats {\n    totals { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n    timeseries { start metrics { visitors visits } }\n    pages: breakdown(by: PATH) { value metrics { visitors visits } }\n    entries: breakdown(by: ENTRY_PATH) { value metrics { visitors visits } }\n    exits: breakdown(by: EXIT_PATH) { value metrics { visitors visits } }\n    channels: breakdown(by: CHANNEL) { value metrics { visitors visits } }\n    sources: breakdown(by: SOURCE) { value metrics { visitors visits } }\n    countries: breakdown(by: COUNTRY) { value metrics { visitors visits } }\n    devices: breakdown(by: DEVICE) { value metrics { visitors visits } }\n    names: breakdown(by: EVENT_NAME) { value metrics { visitors visits } }\n  }\n": typeof types.StatsDashboardDocument,
    "\n        query StatsMeasure($project: ID!, $aggregate: Aggregate!, $property: String) {\n          project(id: $project) {\n            stats(range: { preset: TODAY }) {\n              totals { measure(event: \"buy\", property: $property, aggregate: $aggregate) }\n              breakdown(by: EVENT_NAME) { value metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n              timeseries(interval: HOUR) { metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n            }\n          }\n        }\n      ": typeof types.StatsMeasureDocument,
    "\n      query StatsOverTheEnd($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n        project(id: $project) { stats(range: $range, filter: $filter) { totals { events visitors visits bounceRate visitDuration } } }\n      }\n    ": typeof types.StatsOverTheEndDocument,
    "\n          query StatsCurrent($project: ID!) { project(id: $project) { currentVisitors } }\n        ": typeof types.StatsCurrentDocument,
    "\n  mutation ChatAsk($input: AskQuestionInput!) {\n    askQuestion(input: $input) {\n      answer {\n        threadId\n        text\n        model\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n": typeof types.ChatAskDocument,
    "\n  mutation FleetRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n": typeof types.FleetRegisterDocument,
    "\n  mutation FleetProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.FleetProjectDocument,
    "\n  mutation FleetKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n": typeof types.FleetKeyDocument,
    "\n  mutation SegmentsTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted rejected { message } }\n  }\n": typeof types.SegmentsTrackDocument,
    "\n  query SegmentsAsk($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: \"UTC\") {\n        totals { ...SegmentsNumbers }\n        timeseries(interval: DAY) { start metrics { ...SegmentsNumbers } }\n        names: breakdown(by: EVENT_NAME, first: 100) { value metrics { ...SegmentsNumbers } }\n        paths: breakdown(by: PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n        entries: breakdown(by: ENTRY_PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n      }\n    }\n  }\n  fragment SegmentsNumbers on Metrics { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n": typeof types.SegmentsAskDocument,
    "\n  query SegmentsEvents($project: ID!, $range: RangeInput!) {\n    project(id: $project) { stats(range: $range) { totals { events } } }\n  }\n": typeof types.SegmentsEventsDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.CreateProjectDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n": typeof types.LiveTrackedDocument,
    "\n  subscription LiveStats(\n    $project: ID!\n    $range: RangeInput\n    $filter: EventFilter\n    $timeZone: TimeZone\n    $compare: Comparison\n    $throttle: Duration\n  ) {\n    stats(\n      projectId: $project\n      range: $range\n      filter: $filter\n      timeZone: $timeZone\n      compare: $compare\n      throttle: $throttle\n    ) { totals { events visits visitors } }\n  }\n": typeof types.LiveStatsDocument,
    "\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": typeof types.LiveTrackDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) { secret webhook { id url description insightTypes enabled disabledReason failingSince } }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation TestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id messageId status } } }\n": typeof types.TestWebhookDocument,
    "\n  query WebhookDelivery($id: ID!) {\n    node(id: $id) {\n      ... on WebhookDelivery {\n        id messageId type payload status createdAt\n        attempts { at status error response milliseconds }\n      }\n    }\n  }\n": typeof types.WebhookDeliveryDocument,
    "\n  query WebhookDeliveries($project: ID!) {\n    project(id: $project) {\n      webhooks { nodes { id url deliveries { nodes { id messageId type payload status } } } }\n    }\n  }\n": typeof types.WebhookDeliveriesDocument,
    "\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n": typeof types.AccessProjectDocument,
    "\n  mutation WorldRotate($project: ID!) {\n    rotateWriteKey(input: { projectId: $project }) { project { id } }\n  }\n": typeof types.WorldRotateDocument,
    "\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": typeof types.AccessKeyDocument,
    "\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n": typeof types.AccessRevokeDocument,
    "\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n": typeof types.AccessDefinitionDocument,
    "\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n": typeof types.AccessSendDocument,
    "\n  mutation AccessWebhook($project: ID!) {\n    createWebhook(input: {\n      projectId: $project, url: \"https://8.8.8.8/hidden-mark\", description: \"hidden-mark\"\n      thresholds: [{ metric: VISITS, last: \"PT1H\", comparison: BELOW, value: 1, filter: { path: { eq: \"hidden-mark\" } } }]\n    }) { webhook { id } }\n  }\n": typeof types.AccessWebhookDocument,
    "\n  mutation AccessTestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n": typeof types.AccessTestWebhookDocument,
    "\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n": typeof types.AccessStoredDocument,
    "query AccessEmail { viewer { user { email } } }": typeof types.AccessEmailDocument,
    "\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n": typeof types.AccessLoginDocument,
    "mutation AccessLogout { logout }": typeof types.AccessLogoutDocument,
    "\n  query TrackerE2eNumbers($project: ID!) {\n    project(id: $project) {\n      stats(range: { last: \"PT1H\" }) {\n        totals { visitors visits pageviews events bounceRate viewsPerVisit revenue { amount currency } }\n        pages: breakdown(by: PATH) { value metrics { pageviews } }\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n        sources: breakdown(by: SOURCE) { value metrics { visits } }\n        channels: breakdown(by: CHANNEL) { value metrics { visits } }\n        referrers: breakdown(by: REFERRER) { value metrics { visits } }\n        campaigns: breakdown(by: UTM_CAMPAIGN) { value metrics { visits } }\n        devices: breakdown(by: DEVICE) { value metrics { visits } }\n        browsers: breakdown(by: BROWSER) { value metrics { visits } }\n        systems: breakdown(by: OS) { value metrics { visits } }\n        languages: breakdown(by: LANGUAGE) { value metrics { visits } }\n      }\n    }\n  }\n": typeof types.TrackerE2eNumbersDocument,
    "\n  query TrackerE2eEvents($project: ID!) {\n    project(id: $project) {\n      events(last: 100) {\n        totalCount\n        nodes { type name path url title referrer properties revenue { amount currency } visitorId sessionId }\n      }\n    }\n  }\n": typeof types.TrackerE2eEventsDocument,
    "\n  query WebhookPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: DeliveryStatus) {\n    node(id: $id) {\n      ... on Webhook {\n        deliveries(first: $first, after: $after, last: $last, before: $before, status: $status) {\n          nodes { id }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n": typeof types.WebhookPageDocument,
    "\n  mutation UpdateThresholds($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook { thresholds { metric currency last comparison value passed filter measure { event property aggregate } } }\n    }\n  }\n": typeof types.UpdateThresholdsDocument,
    "\n  mutation Redeliver($id: ID!) { redeliver(input: { id: $id }) { delivery { id messageId status } } }\n": typeof types.RedeliverDocument,
    "\n  mutation RotateWebhookSecret($id: ID!) { rotateWebhookSecret(input: { id: $id }) { secret webhook { id } } }\n": typeof types.RotateWebhookSecretDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) { webhook { id url enabled disabledReason failingSince } }\n  }\n": typeof types.UpdateWebhookDocument,
    "\n  query WebhookState($id: ID!) {\n    node(id: $id) { ... on Webhook { enabled disabledReason failingSince } }\n  }\n": typeof types.WebhookStateDocument,
    "\n  mutation WriteKeysRotate($input: RotateWriteKeyInput!) {\n    rotateWriteKey(input: $input) { project { writeKey previousWriteKey { key endsAt } } }\n  }\n": typeof types.WriteKeysRotateDocument,
    "\n  query WriteKeys($project: ID!) { project(id: $project) { writeKey previousWriteKey { key endsAt } } }\n": typeof types.WriteKeysDocument,
};
const documents: Documents = {
    "\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n": types.AccessLogDocument,
    "\n  mutation AccountsRegister($input: RegisterInput!) {\n    register(input: $input) { user { email name } organization { name slug } accessToken refreshToken }\n  }\n": types.AccountsRegisterDocument,
    "\n  mutation AccountsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken refreshToken expiresAt }\n  }\n": types.AccountsLoginDocument,
    "\n  mutation AccountsRefresh($token: String!) {\n    refreshSession(input: { refreshToken: $token }) { accessToken refreshToken expiresAt }\n  }\n": types.AccountsRefreshDocument,
    "mutation AccountsLogout { logout }": types.AccountsLogoutDocument,
    "query AccountsMe { viewer { user { id email } projects { id } } }": types.AccountsMeDocument,
    "\n      mutation AccountsLoginProjects($email: String!, $password: String!) {\n        login(input: { email: $email, password: $password }) { organization { projects { id } } }\n      }\n    ": types.AccountsLoginProjectsDocument,
    "\n    query AccountsSessions { viewer { sessions { id createdAt lastUsedAt userAgent current } } }\n  ": types.AccountsSessionsDocument,
    "\n    mutation AccountsRevokeSession($id: ID!) { revokeSession(input: { id: $id }) { revokedId } }\n  ": types.AccountsRevokeSessionDocument,
    "\n    mutation AccountsChangePassword($current: String!, $new: String!) {\n      changePassword(input: { currentPassword: $current, newPassword: $new }) { user { email } }\n    }\n  ": types.AccountsChangePasswordDocument,
    "\n      mutation AllTimeTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    ": types.AllTimeTrackDocument,
    "\n  query AllTime($project: ID!, $interval: Interval, $period: Interval) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, compare: PREVIOUS_PERIOD) {\n        totals { pageviews }\n        timeseries(interval: $interval) { start metrics { pageviews } }\n        previous { totals { pageviews } timeseries(interval: $interval) { start } }\n      }\n      retention(range: { preset: ALL_TIME }, period: $period) { cohorts { start size returning } }\n      lifecycle(range: { preset: ALL_TIME }, interval: $interval) { start new returning resurrected }\n      stickiness(range: { preset: ALL_TIME }, interval: $period) { steps { visitors } average }\n    }\n  }\n": types.AllTimeDocument,
    "\n  mutation AllTimeInsights($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { type periodStart periodEnd } }\n  }\n": types.AllTimeInsightsDocument,
    "\n  query ComparedToday($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD) { start end previous { start end totals { pageviews } } }\n    }\n  }\n": types.ComparedTodayDocument,
    "\n      mutation AttributionTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": types.AttributionTrackDocument,
    "\n  mutation BoundsProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"One more\" }) { project { id } }\n  }\n": types.BoundsProjectDocument,
    "\n  mutation BoundsKey($project: ID!) {\n    createApiKey(input: { projectId: $project, name: \"One more\", scopes: [READ] }) { apiKey { id } }\n  }\n": types.BoundsKeyDocument,
    "\n  mutation BoundsDefinition($project: ID!, $name: String!) {\n    createEventDefinition(input: { projectId: $project, name: $name }) { eventDefinition { id } }\n  }\n": types.BoundsDefinitionDocument,
    "\n  mutation BoundsTest($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n": types.BoundsTestDocument,
    "\n  mutation BoundsAgain($id: ID!) { redeliver(input: { id: $id }) { delivery { id } } }\n": types.BoundsAgainDocument,
    "\n  mutation BoundsDelete($project: ID!) { deleteProject(input: { id: $project }) { deletedId } }\n": types.BoundsDeleteDocument,
    "\n  query CardinalityNumbers($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, filter: $filter) {\n        totals { events visits visitors }\n        names: breakdown(by: EVENT_NAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        paths: breakdown(by: PATH, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        hosts: breakdown(by: HOSTNAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        sources: breakdown(by: UTM_SOURCE, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        channels: breakdown(by: CHANNEL, first: 1000, orderBy: EVENTS) { value metrics { events } }\n      }\n      events(first: 1000, range: { preset: ALL_TIME }) { nodes { eventId name url path hostname referrer } }\n      eventDefinitions(first: 1000) { nodes { name } }\n    }\n  }\n": types.CardinalityNumbersDocument,
    "\n  query CardinalityNotices($project: ID!) {\n    project(id: $project) { ingestion { notices { subject limit message } } }\n  }\n": types.CardinalityNoticesDocument,
    "\n  mutation ChatRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n": types.ChatRevokeDocument,
    "\n  query ChatThreads($project: ID!, $first: Int, $after: String) {\n    project(id: $project) {\n      threads(first: $first, after: $after) {\n        nodes { id title createdAt updatedAt turns { question answer model askedAt evidence { observed } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.ChatThreadsDocument,
    "query ChatThread($id: ID!) { node(id: $id) { id ... on Thread { title } } }": types.ChatThreadDocument,
    "\n  mutation ChatDelete($id: ID!) { deleteThread(input: { id: $id }) { deletedId } }\n": types.ChatDeleteDocument,
    "\n  subscription ChatAnswer($project: ID!, $question: String!, $thread: ID) {\n    answer(projectId: $project, question: $question, threadId: $thread) {\n      text\n      done\n      answer { threadId text model evidence { observed } }\n    }\n  }\n": types.ChatAnswerDocument,
    "\n  mutation DeleteEventsProject($input: CreateProjectInput!) { createProject(input: $input) { project { id writeKey } } }\n": types.DeleteEventsProjectDocument,
    "\n  mutation DeleteEventsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted duplicates } }\n": types.DeleteEventsTrackDocument,
    "\n  mutation DeleteEvents($input: DeleteEventsInput!) {\n    deleteEvents(input: $input) { deleted more project { events { totalCount } } }\n  }\n": types.DeleteEventsDocument,
    "\n  query DeleteEventsAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range) { totals { visitors visits pageviews events bounceRate visitDuration } }\n      events { totalCount }\n    }\n  }\n": types.DeleteEventsAskDocument,
    "\n  subscription DeleteEventsWatch($project: ID!) {\n    stats(projectId: $project, range: { preset: ALL_TIME }, throttle: \"PT0.1S\") { totals { events } }\n  }\n": types.DeleteEventsWatchDocument,
    "\n    query HttpDefinitions($id: ID!) { project(id: $id) { eventDefinitions { nodes { name } } } }\n  ": types.HttpDefinitionsDocument,
    "\n    query HttpTotals($id: ID!) {\n      project(id: $id) { name stats(filter: { properties: [{ key: \"plan\", eq: \"pro\" }] }) { totals { visitors } } }\n    }\n  ": types.HttpTotalsDocument,
    "\n    mutation HttpLogin($email: String!, $password: String!) {\n      login(input: { email: $email, password: $password }) { accessToken }\n    }\n  ": types.HttpLoginDocument,
    "\n  mutation FairnessRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n": types.FairnessRegisterDocument,
    "\n  mutation FairnessProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.FairnessProjectDocument,
    "\n  query FairnessReport($project: ID!) {\n    project(id: $project) { ingestion { received stored duplicate bot rejected pending } }\n  }\n": types.FairnessReportDocument,
    "\n      mutation FunnelTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    ": types.FunnelTrackDocument,
    "\n  query SequenceFunnel(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration, $order: FunnelOrder\n  ) {\n    project(id: $project) {\n      funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: $order) {\n        conversionRate\n        steps { label visitors conversionRate dropOff medianSecondsFromPrevious }\n      }\n    }\n  }\n": types.SequenceFunnelDocument,
    "query HttpMe { __typename viewer { user { id } } }": types.HttpMeDocument,
    "\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n": types.ImportProjectDocument,
    "\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n": types.ImportAskDocument,
    "\n  query BreakingReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n    }\n  }\n": types.BreakingReportDocument,
    "\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n": types.IngestTrackDocument,
    "\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n": types.IngestEventsDocument,
    "\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n": types.IngestTotalsDocument,
    "\n  mutation ReportTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { index code field } }\n  }\n": types.ReportTrackDocument,
    "\n  query Report($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits visitors } }\n    }\n  }\n": types.ReportDocument,
    "\n  query ReportBots($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      bots(first: $first, after: $after, last: $last, before: $before) {\n        edges { node { id userAgent name path hostname receivedAt timestamp } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }\n": types.ReportBotsDocument,
    "\n  mutation ReportAcquit($input: AcquitBotsInput!) { acquitBots(input: $input) { stored } }\n": types.ReportAcquitDocument,
    "\n  query ReportLetters($project: ID!) { project(id: $project) { deadLetters { id events reason createdAt } } }\n": types.ReportLettersDocument,
    "\n  mutation ReportReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n": types.ReportReplayDocument,
    "\n  mutation ReportDrop($input: DeadLetterInput!) { dropDeadLetter(input: $input) { id } }\n": types.ReportDropDocument,
    "\n  query ReportBlocklist($project: ID!) {\n    project(id: $project) { blocklist { addresses userAgents referrers hostnames } }\n  }\n": types.ReportBlocklistDocument,
    "\n  mutation ReportUpdateBlocklist($input: UpdateBlocklistInput!) {\n    updateBlocklist(input: $input) { project { blocklist { addresses userAgents referrers hostnames } } }\n  }\n": types.ReportUpdateBlocklistDocument,
    "\n  mutation Summarise($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { title content model evidence { claim } } }\n  }\n": types.SummariseDocument,
    "\n  mutation Generate($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) {\n      insights {\n        id type title content model metadata periodStart periodEnd\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n": types.GenerateDocument,
    "\n  query InsightFeed($project: ID!, $types: [InsightType!], $first: Int, $after: String) {\n    project(id: $project) {\n      insights(types: $types, first: $first, after: $after) {\n        nodes { id type title }\n        pageInfo { endCursor hasNextPage }\n      }\n    }\n  }\n": types.InsightFeedDocument,
    "\n  subscription Generated($project: ID!, $types: [InsightType!]) {\n    insightGenerated(projectId: $project, types: $types) { id type title evidence { observed } }\n  }\n": types.GeneratedDocument,
    "\n    mutation LimitsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n  ": types.LimitsSendDocument,
    "\n  mutation LiveLogout { logout }\n": types.LiveLogoutDocument,
    "\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n": types.LiveRevokeKeyDocument,
    "\n  mutation LiveExpiringKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n": types.LiveExpiringKeyDocument,
    "\n  subscription LiveInsights($project: ID!) { insightGenerated(projectId: $project) { id } }\n": types.LiveInsightsDocument,
    "\n  mutation LiveDeleteProject($input: DeleteProjectInput!) { deleteProject(input: $input) { deletedId } }\n": types.LiveDeleteProjectDocument,
    "\n  query LiveProjects { viewer { projects { id } } }\n": types.LiveProjectsDocument,
    "\n  subscription LiveWhole($project: ID!, $range: RangeInput) {\n    stats(projectId: $project, range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\", throttle: \"PT0.1S\") {\n      start\n      end\n      timeZone\n      totals { visitors visits events revenue { currency amount } }\n      timeseries(interval: DAY) { start metrics { events } }\n      breakdown(by: PATH) { value metrics { visitors } }\n      audience { newVisitors returningVisitors }\n      previous { totals { events } }\n    }\n  }\n": types.LiveWholeDocument,
    "\n  query LiveWholeQuery($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\") {\n        start\n        end\n        timeZone\n        totals { visitors visits events revenue { currency amount } }\n        timeseries(interval: DAY) { start metrics { events } }\n        breakdown(by: PATH) { value metrics { visitors } }\n        audience { newVisitors returningVisitors }\n        previous { totals { events } }\n      }\n    }\n  }\n": types.LiveWholeQueryDocument,
    "\n  subscription LiveWrong($project: ID!, $range: RangeInput, $throttle: Duration) {\n    stats(projectId: $project, range: $range, throttle: $throttle) { totals { events } }\n  }\n": types.LiveWrongDocument,
    "\n      subscription LiveRevenue($project: ID!) {\n        stats(projectId: $project, range: { preset: TODAY }, throttle: \"PT0.2S\") {\n          totals { events revenue { amount } }\n        }\n      }\n    ": types.LiveRevenueDocument,
    "\n      mutation LiveMove($id: ID!) { updateProject(input: { id: $id, timeZone: \"Europe/Berlin\" }) { project { id } } }\n    ": types.LiveMoveDocument,
    "\n  query TouchedWithout($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        totals {\n          visitors visits pageviews events bounceRate visitDuration viewsPerVisit timeOnPage\n          revenue { currency amount }\n          measure(event: \"buy\", property: \"plan\", aggregate: UNIQUE)\n        }\n        timeseries(interval: DAY) { start metrics { visitors visits events } }\n        countries: breakdown(by: COUNTRY) { value metrics { visitors visits visitDuration } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visitors events } }\n        previous { totals { visitors events } }\n      }\n    }\n  }\n": types.TouchedWithoutDocument,
    "\n  query TouchedAudience($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        audience { newVisitors returningVisitors }\n        previous { audience { newVisitors } }\n      }\n    }\n  }\n": types.TouchedAudienceDocument,
    "\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n": types.LiveEventsDocument,
    "\n  mutation BudgetProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n": types.BudgetProjectDocument,
    "\n  mutation BudgetDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n": types.BudgetDeleteDocument,
    "\n    mutation SignalsRegister($input: RegisterInput!) {\n      register(input: $input) { accessToken organization { id } }\n    }\n  ": types.SignalsRegisterDocument,
    "\n    mutation SignalsCreateProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n  ": types.SignalsCreateProjectDocument,
    "\n  query OrderOfArrival($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) {\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n      }\n      paths(range: { preset: ALL_TIME }, depth: 10) { links { step source target } }\n      events { nodes { path } }\n    }\n  }\n": types.OrderOfArrivalDocument,
    "\n  query OrderOfArrivalPage($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      events(first: $first, after: $after, last: $last, before: $before) {\n        nodes { path }\n        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }\n      }\n    }\n  }\n": types.OrderOfArrivalPageDocument,
    "\n      mutation PathsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    ": types.PathsTrackDocument,
    "\n  query SequencePaths(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $startingAt: String, $depth: Int, $first: Int\n  ) {\n    project(id: $project) {\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n    }\n  }\n": types.SequencePathsDocument,
    "\n      query SequenceTime($project: ID!) {\n        project(id: $project) {\n          stats(range: { between: { start: \"2025-11-21T10:00:00Z\", end: \"2025-11-21T10:04:00Z\" } }) {\n            totals { timeOnPage }\n            timeseries(interval: MINUTE) { metrics { timeOnPage } }\n            breakdown(by: PATH) { value metrics { timeOnPage } }\n          }\n          nothing: stats(range: { between: { start: \"2025-11-21T12:00:00Z\", end: \"2025-11-21T12:04:00Z\" } }) {\n            totals { timeOnPage }\n          }\n        }\n      }\n    ": types.SequenceTimeDocument,
    "\n        mutation PathsTrackMany($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      ": types.PathsTrackManyDocument,
    "\n  mutation PeriodsReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": types.PeriodsReferenceTrackDocument,
    "\n  mutation PeriodsReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.PeriodsReferenceProjectDocument,
    "\n  query PeriodsReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!\n    $start: EventMatch, $returning: EventMatch, $by: Dimension!, $model: AttributionModel!, $lookback: Duration!\n  ) {\n    project(id: $project) {\n      retention(range: $range, filter: $filter, start: $start, returning: $returning, period: $interval, timeZone: $zone) {\n        cohorts { start size returning }\n      }\n      lifecycle(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        start new returning resurrected dormant\n      }\n      stickiness(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        average steps { periods visitors }\n      }\n      stats(range: $range, filter: $filter, timeZone: $zone) { audience { newVisitors returningVisitors } }\n      attribution(range: $range, filter: $filter, by: $by, model: $model, lookback: $lookback, first: 1000) {\n        value conversions visitors revenue { currency amount }\n      }\n    }\n  }\n": types.PeriodsReferenceAskDocument,
    "\n      mutation PeriodsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": types.PeriodsTrackDocument,
    "\n  mutation AccountsCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id name domain timeZone writeKey createdAt } }\n  }\n": types.AccountsCreateProjectDocument,
    "\n  mutation AccountsUpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { project { name domain timeZone } }\n  }\n": types.AccountsUpdateProjectDocument,
    "\n  mutation AccountsDeleteProject($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n": types.AccountsDeleteProjectDocument,
    "query AccountsProjectName($id: ID!) { project(id: $id) { name } }": types.AccountsProjectNameDocument,
    "\n  mutation AccountsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n": types.AccountsSendDocument,
    "\n    mutation AccountsCreateKey($input: CreateApiKeyInput!) {\n      createApiKey(input: $input) { secret apiKey { id name prefix scopes lastUsedAt expiresAt } }\n    }\n  ": types.AccountsCreateKeyDocument,
    "\n    query AccountsKeys($id: ID!) { project(id: $id) { apiKeys { id name lastUsedAt } } }\n  ": types.AccountsKeysDocument,
    "\n    mutation AccountsRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n  ": types.AccountsRevokeDocument,
    "\n    mutation AccountsDefinition($input: CreateEventDefinitionInput!) {\n      createEventDefinition(input: $input) {\n        eventDefinition { id name label description archived firstSeenAt lastSeenAt volume30d }\n      }\n    }\n  ": types.AccountsDefinitionDocument,
    "\n    mutation AccountsUpdateDefinition($input: UpdateEventDefinitionInput!) {\n      updateEventDefinition(input: $input) { eventDefinition { label description archived } }\n    }\n  ": types.AccountsUpdateDefinitionDocument,
    "\n    mutation AccountsDeleteDefinition($id: ID!) {\n      deleteEventDefinition(input: { id: $id }) { eventDefinition { name } }\n    }\n  ": types.AccountsDeleteDefinitionDocument,
    "\n    query AccountsDefinitions($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n      project(id: $id) {\n        eventDefinitions(first: $first, after: $after, last: $last, before: $before) {\n          nodes { name volume30d }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  ": types.AccountsDefinitionsDocument,
    "\n        query AccountsSignups($id: ID!) {\n          project(id: $id) { eventDefinitions { nodes { id name firstSeenAt } } events { totalCount } }\n        }\n      ": types.AccountsSignupsDocument,
    "\n      mutation PropertiesTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": types.PropertiesTrackDocument,
    "\n  subscription ProxyStats($project: ID!) {\n    stats(projectId: $project, range: { last: \"PT30M\" }) { totals { events } }\n  }\n": types.ProxyStatsDocument,
    "\n  mutation QueueTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { code } }\n  }\n": types.QueueTrackDocument,
    "\n  query QueueReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n      deadLetters { id events reason }\n    }\n  }\n": types.QueueReportDocument,
    "\n  mutation QueueReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n": types.QueueReplayDocument,
    "\n  mutation RebuildProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n": types.RebuildProjectDocument,
    "\n  mutation RebuildTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates }\n  }\n": types.RebuildTrackDocument,
    "\n  query RejectionsReport($project: ID!, $range: RangeInput, $first: Int) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending rateLimited blocked }\n      rejections(range: $range, first: $first) { code field message endpoint name count firstAt lastAt sample }\n    }\n  }\n": types.RejectionsReportDocument,
    "\n  mutation RejectionsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": types.RejectionsTrackDocument,
    "\n  mutation RejectionsBlock($input: UpdateBlocklistInput!) { updateBlocklist(input: $input) { project { id } } }\n": types.RejectionsBlockDocument,
    "mutation SegmentsDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }": types.SegmentsDeleteDocument,
    "\n  mutation SequencesReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": types.SequencesReferenceTrackDocument,
    "\n  mutation SequencesReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.SequencesReferenceProjectDocument,
    "\n  query SequencesReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration\n    $startingAt: String, $depth: Int!, $first: Int!, $by: Dimension!\n  ) {\n    project(id: $project) {\n      ordered: funnel(range: $range, filter: $filter, steps: $steps, window: $window) { ...ReferenceFunnel }\n      strict: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: STRICT) { ...ReferenceFunnel }\n      any: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: ANY) { ...ReferenceFunnel }\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n      stats(range: $range, filter: $filter) {\n        totals { timeOnPage }\n        timeseries(interval: HOUR) { start metrics { timeOnPage } }\n        breakdown(by: $by, first: 1000) { value metrics { timeOnPage } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { timeOnPage } }\n      }\n    }\n  }\n  fragment ReferenceFunnel on Funnel {\n    conversionRate\n    steps { visitors conversionRate dropOff medianSecondsFromPrevious }\n  }\n": types.SequencesReferenceAskDocument,
    "\n  mutation SessionSettingsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n": types.SessionSettingsTrackDocument,
    "\n  query SessionSettingsSee($project: ID!, $second: RangeInput!) {\n    project(id: $project) {\n      eventDefinitions { nodes { name firstSeenAt lastSeenAt } }\n      events { nodes { timestamp receivedAt } }\n      second: events(range: $second) { totalCount }\n      ingestion(range: { last: \"P1D\" }) { received }\n      stats(range: { preset: ALL_TIME }) { totals { visitors events } audience { newVisitors returningVisitors } timeseries(interval: YEAR) { start metrics { events } } }\n    }\n  }\n": types.SessionSettingsSeeDocument,
    "\n  mutation LimitsRegister($email: String!, $password: String!) {\n    register(input: { email: $email, password: $password, organizationName: \"Limits\" }) { accessToken }\n  }\n": types.LimitsRegisterDocument,
    "\n  mutation LimitsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken }\n  }\n": types.LimitsLoginDocument,
    "\n  mutation LimitsChange($current: String!) {\n    changePassword(input: { currentPassword: $current, newPassword: \"another good one\" }) { user { email } }\n  }\n": types.LimitsChangeDocument,
    "\n  mutation StartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken refreshToken organization { id } }\n  }\n": types.StartRegisterDocument,
    "\n  mutation StartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.StartCreateProjectDocument,
    "\n  mutation StartTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n": types.StartTrackDocument,
    "\n  query StartStored { viewer { user { email } projects { name events { nodes { name } } } } }\n": types.StartStoredDocument,
    "\n        mutation StatisticsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      ": types.StatisticsTrackDocument,
    "\n  query StatsId($project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) { id previous { id } }\n    }\n  }\n": types.StatsIdDocument,
    "\n  subscription StatsIdLive(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison\n  ) {\n    stats(projectId: $project, range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) {\n      id previous { id } totals { visitors }\n    }\n  }\n": types.StatsIdLiveDocument,
    "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": types.ReferenceTrackDocument,
    "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n": types.ReferenceAskDocument,
    "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    ": types.ReferenceProjectDocument,
    "query ReferenceLook($project: ID!) { project(id: $project) { stats(range: { preset: ALL_TIME }) { totals { visits } } } }": types.ReferenceLookDocument,
    "\n      mutation StatsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    ": types.StatsTrackDocument,
    "\n  query StatsDashboard($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: LAST_30_DAYS }, compare: PREVIOUS_PERIOD, filter: $filter) {\n        ...StatsOverview\n        previous { ...StatsOverview }\n      }\n      filtered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { totals { visitors } }\n      reordered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { breakdown(by: OS) { value } }\n    }\n  }\n  fragment StatsOverview on Stats {\n    totals { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n    timeseries { start metrics { visitors visits } }\n    pages: breakdown(by: PATH) { value metrics { visitors visits } }\n    entries: breakdown(by: ENTRY_PATH) { value metrics { visitors visits } }\n    exits: breakdown(by: EXIT_PATH) { value metrics { visitors visits } }\n    channels: breakdown(by: CHANNEL) { value metrics { visitors visits } }\n    sources: breakdown(by: SOURCE) { value metrics { visitors visits } }\n    countries: breakdown(by: COUNTRY) { value metrics { visitors visits } }\n    devices: breakdown(by: DEVICE) { value metrics { visitors visits } }\n    names: breakdown(by: EVENT_NAME) { value metrics { visitors visits } }\n  }\n": types.StatsDashboardDocument,
    "\n        query StatsMeasure($project: ID!, $aggregate: Aggregate!, $property: String) {\n          project(id: $project) {\n            stats(range: { preset: TODAY }) {\n              totals { measure(event: \"buy\", property: $property, aggregate: $aggregate) }\n              breakdown(by: EVENT_NAME) { value metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n              timeseries(interval: HOUR) { metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n            }\n          }\n        }\n      ": types.StatsMeasureDocument,
    "\n      query StatsOverTheEnd($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n        project(id: $project) { stats(range: $range, filter: $filter) { totals { events visitors visits bounceRate visitDuration } } }\n      }\n    ": types.StatsOverTheEndDocument,
    "\n          query StatsCurrent($project: ID!) { project(id: $project) { currentVisitors } }\n        ": types.StatsCurrentDocument,
    "\n  mutation ChatAsk($input: AskQuestionInput!) {\n    askQuestion(input: $input) {\n      answer {\n        threadId\n        text\n        model\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n": types.ChatAskDocument,
    "\n  mutation FleetRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n": types.FleetRegisterDocument,
    "\n  mutation FleetProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.FleetProjectDocument,
    "\n  mutation FleetKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n": types.FleetKeyDocument,
    "\n  mutation SegmentsTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted rejected { message } }\n  }\n": types.SegmentsTrackDocument,
    "\n  query SegmentsAsk($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: \"UTC\") {\n        totals { ...SegmentsNumbers }\n        timeseries(interval: DAY) { start metrics { ...SegmentsNumbers } }\n        names: breakdown(by: EVENT_NAME, first: 100) { value metrics { ...SegmentsNumbers } }\n        paths: breakdown(by: PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n        entries: breakdown(by: ENTRY_PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n      }\n    }\n  }\n  fragment SegmentsNumbers on Metrics { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n": types.SegmentsAskDocument,
    "\n  query SegmentsEvents($project: ID!, $range: RangeInput!) {\n    project(id: $project) { stats(range: $range) { totals { events } } }\n  }\n": types.SegmentsEventsDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n": types.RegisterDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.CreateProjectDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": types.CreateApiKeyDocument,
    "\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n": types.LiveTrackedDocument,
    "\n  subscription LiveStats(\n    $project: ID!\n    $range: RangeInput\n    $filter: EventFilter\n    $timeZone: TimeZone\n    $compare: Comparison\n    $throttle: Duration\n  ) {\n    stats(\n      projectId: $project\n      range: $range\n      filter: $filter\n      timeZone: $timeZone\n      compare: $compare\n      throttle: $throttle\n    ) { totals { events visits visitors } }\n  }\n": types.LiveStatsDocument,
    "\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": types.LiveTrackDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) { secret webhook { id url description insightTypes enabled disabledReason failingSince } }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation TestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id messageId status } } }\n": types.TestWebhookDocument,
    "\n  query WebhookDelivery($id: ID!) {\n    node(id: $id) {\n      ... on WebhookDelivery {\n        id messageId type payload status createdAt\n        attempts { at status error response milliseconds }\n      }\n    }\n  }\n": types.WebhookDeliveryDocument,
    "\n  query WebhookDeliveries($project: ID!) {\n    project(id: $project) {\n      webhooks { nodes { id url deliveries { nodes { id messageId type payload status } } } }\n    }\n  }\n": types.WebhookDeliveriesDocument,
    "\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n": types.AccessProjectDocument,
    "\n  mutation WorldRotate($project: ID!) {\n    rotateWriteKey(input: { projectId: $project }) { project { id } }\n  }\n": types.WorldRotateDocument,
    "\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": types.AccessKeyDocument,
    "\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n": types.AccessRevokeDocument,
    "\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n": types.AccessDefinitionDocument,
    "\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n": types.AccessSendDocument,
    "\n  mutation AccessWebhook($project: ID!) {\n    createWebhook(input: {\n      projectId: $project, url: \"https://8.8.8.8/hidden-mark\", description: \"hidden-mark\"\n      thresholds: [{ metric: VISITS, last: \"PT1H\", comparison: BELOW, value: 1, filter: { path: { eq: \"hidden-mark\" } } }]\n    }) { webhook { id } }\n  }\n": types.AccessWebhookDocument,
    "\n  mutation AccessTestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n": types.AccessTestWebhookDocument,
    "\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n": types.AccessStoredDocument,
    "query AccessEmail { viewer { user { email } } }": types.AccessEmailDocument,
    "\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n": types.AccessLoginDocument,
    "mutation AccessLogout { logout }": types.AccessLogoutDocument,
    "\n  query TrackerE2eNumbers($project: ID!) {\n    project(id: $project) {\n      stats(range: { last: \"PT1H\" }) {\n        totals { visitors visits pageviews events bounceRate viewsPerVisit revenue { amount currency } }\n        pages: breakdown(by: PATH) { value metrics { pageviews } }\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n        sources: breakdown(by: SOURCE) { value metrics { visits } }\n        channels: breakdown(by: CHANNEL) { value metrics { visits } }\n        referrers: breakdown(by: REFERRER) { value metrics { visits } }\n        campaigns: breakdown(by: UTM_CAMPAIGN) { value metrics { visits } }\n        devices: breakdown(by: DEVICE) { value metrics { visits } }\n        browsers: breakdown(by: BROWSER) { value metrics { visits } }\n        systems: breakdown(by: OS) { value metrics { visits } }\n        languages: breakdown(by: LANGUAGE) { value metrics { visits } }\n      }\n    }\n  }\n": types.TrackerE2eNumbersDocument,
    "\n  query TrackerE2eEvents($project: ID!) {\n    project(id: $project) {\n      events(last: 100) {\n        totalCount\n        nodes { type name path url title referrer properties revenue { amount currency } visitorId sessionId }\n      }\n    }\n  }\n": types.TrackerE2eEventsDocument,
    "\n  query WebhookPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: DeliveryStatus) {\n    node(id: $id) {\n      ... on Webhook {\n        deliveries(first: $first, after: $after, last: $last, before: $before, status: $status) {\n          nodes { id }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n": types.WebhookPageDocument,
    "\n  mutation UpdateThresholds($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook { thresholds { metric currency last comparison value passed filter measure { event property aggregate } } }\n    }\n  }\n": types.UpdateThresholdsDocument,
    "\n  mutation Redeliver($id: ID!) { redeliver(input: { id: $id }) { delivery { id messageId status } } }\n": types.RedeliverDocument,
    "\n  mutation RotateWebhookSecret($id: ID!) { rotateWebhookSecret(input: { id: $id }) { secret webhook { id } } }\n": types.RotateWebhookSecretDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) { webhook { id url enabled disabledReason failingSince } }\n  }\n": types.UpdateWebhookDocument,
    "\n  query WebhookState($id: ID!) {\n    node(id: $id) { ... on Webhook { enabled disabledReason failingSince } }\n  }\n": types.WebhookStateDocument,
    "\n  mutation WriteKeysRotate($input: RotateWriteKeyInput!) {\n    rotateWriteKey(input: $input) { project { writeKey previousWriteKey { key endsAt } } }\n  }\n": types.WriteKeysRotateDocument,
    "\n  query WriteKeys($project: ID!) { project(id: $project) { writeKey previousWriteKey { key endsAt } } }\n": types.WriteKeysDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n"): (typeof documents)["\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountsRegister($input: RegisterInput!) {\n    register(input: $input) { user { email name } organization { name slug } accessToken refreshToken }\n  }\n"): (typeof documents)["\n  mutation AccountsRegister($input: RegisterInput!) {\n    register(input: $input) { user { email name } organization { name slug } accessToken refreshToken }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken refreshToken expiresAt }\n  }\n"): (typeof documents)["\n  mutation AccountsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken refreshToken expiresAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountsRefresh($token: String!) {\n    refreshSession(input: { refreshToken: $token }) { accessToken refreshToken expiresAt }\n  }\n"): (typeof documents)["\n  mutation AccountsRefresh($token: String!) {\n    refreshSession(input: { refreshToken: $token }) { accessToken refreshToken expiresAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AccountsLogout { logout }"): (typeof documents)["mutation AccountsLogout { logout }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountsMe { viewer { user { id email } projects { id } } }"): (typeof documents)["query AccountsMe { viewer { user { id email } projects { id } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AccountsLoginProjects($email: String!, $password: String!) {\n        login(input: { email: $email, password: $password }) { organization { projects { id } } }\n      }\n    "): (typeof documents)["\n      mutation AccountsLoginProjects($email: String!, $password: String!) {\n        login(input: { email: $email, password: $password }) { organization { projects { id } } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query AccountsSessions { viewer { sessions { id createdAt lastUsedAt userAgent current } } }\n  "): (typeof documents)["\n    query AccountsSessions { viewer { sessions { id createdAt lastUsedAt userAgent current } } }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountsRevokeSession($id: ID!) { revokeSession(input: { id: $id }) { revokedId } }\n  "): (typeof documents)["\n    mutation AccountsRevokeSession($id: ID!) { revokeSession(input: { id: $id }) { revokedId } }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountsChangePassword($current: String!, $new: String!) {\n      changePassword(input: { currentPassword: $current, newPassword: $new }) { user { email } }\n    }\n  "): (typeof documents)["\n    mutation AccountsChangePassword($current: String!, $new: String!) {\n      changePassword(input: { currentPassword: $current, newPassword: $new }) { user { email } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AllTimeTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    "): (typeof documents)["\n      mutation AllTimeTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AllTime($project: ID!, $interval: Interval, $period: Interval) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, compare: PREVIOUS_PERIOD) {\n        totals { pageviews }\n        timeseries(interval: $interval) { start metrics { pageviews } }\n        previous { totals { pageviews } timeseries(interval: $interval) { start } }\n      }\n      retention(range: { preset: ALL_TIME }, period: $period) { cohorts { start size returning } }\n      lifecycle(range: { preset: ALL_TIME }, interval: $interval) { start new returning resurrected }\n      stickiness(range: { preset: ALL_TIME }, interval: $period) { steps { visitors } average }\n    }\n  }\n"): (typeof documents)["\n  query AllTime($project: ID!, $interval: Interval, $period: Interval) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, compare: PREVIOUS_PERIOD) {\n        totals { pageviews }\n        timeseries(interval: $interval) { start metrics { pageviews } }\n        previous { totals { pageviews } timeseries(interval: $interval) { start } }\n      }\n      retention(range: { preset: ALL_TIME }, period: $period) { cohorts { start size returning } }\n      lifecycle(range: { preset: ALL_TIME }, interval: $interval) { start new returning resurrected }\n      stickiness(range: { preset: ALL_TIME }, interval: $period) { steps { visitors } average }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AllTimeInsights($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { type periodStart periodEnd } }\n  }\n"): (typeof documents)["\n  mutation AllTimeInsights($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { type periodStart periodEnd } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComparedToday($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD) { start end previous { start end totals { pageviews } } }\n    }\n  }\n"): (typeof documents)["\n  query ComparedToday($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD) { start end previous { start end totals { pageviews } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AttributionTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "): (typeof documents)["\n      mutation AttributionTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoundsProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"One more\" }) { project { id } }\n  }\n"): (typeof documents)["\n  mutation BoundsProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"One more\" }) { project { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoundsKey($project: ID!) {\n    createApiKey(input: { projectId: $project, name: \"One more\", scopes: [READ] }) { apiKey { id } }\n  }\n"): (typeof documents)["\n  mutation BoundsKey($project: ID!) {\n    createApiKey(input: { projectId: $project, name: \"One more\", scopes: [READ] }) { apiKey { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoundsDefinition($project: ID!, $name: String!) {\n    createEventDefinition(input: { projectId: $project, name: $name }) { eventDefinition { id } }\n  }\n"): (typeof documents)["\n  mutation BoundsDefinition($project: ID!, $name: String!) {\n    createEventDefinition(input: { projectId: $project, name: $name }) { eventDefinition { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoundsTest($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n"): (typeof documents)["\n  mutation BoundsTest($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoundsAgain($id: ID!) { redeliver(input: { id: $id }) { delivery { id } } }\n"): (typeof documents)["\n  mutation BoundsAgain($id: ID!) { redeliver(input: { id: $id }) { delivery { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoundsDelete($project: ID!) { deleteProject(input: { id: $project }) { deletedId } }\n"): (typeof documents)["\n  mutation BoundsDelete($project: ID!) { deleteProject(input: { id: $project }) { deletedId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardinalityNumbers($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, filter: $filter) {\n        totals { events visits visitors }\n        names: breakdown(by: EVENT_NAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        paths: breakdown(by: PATH, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        hosts: breakdown(by: HOSTNAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        sources: breakdown(by: UTM_SOURCE, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        channels: breakdown(by: CHANNEL, first: 1000, orderBy: EVENTS) { value metrics { events } }\n      }\n      events(first: 1000, range: { preset: ALL_TIME }) { nodes { eventId name url path hostname referrer } }\n      eventDefinitions(first: 1000) { nodes { name } }\n    }\n  }\n"): (typeof documents)["\n  query CardinalityNumbers($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }, filter: $filter) {\n        totals { events visits visitors }\n        names: breakdown(by: EVENT_NAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        paths: breakdown(by: PATH, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        hosts: breakdown(by: HOSTNAME, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        sources: breakdown(by: UTM_SOURCE, first: 1000, orderBy: EVENTS) { value metrics { events } }\n        channels: breakdown(by: CHANNEL, first: 1000, orderBy: EVENTS) { value metrics { events } }\n      }\n      events(first: 1000, range: { preset: ALL_TIME }) { nodes { eventId name url path hostname referrer } }\n      eventDefinitions(first: 1000) { nodes { name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardinalityNotices($project: ID!) {\n    project(id: $project) { ingestion { notices { subject limit message } } }\n  }\n"): (typeof documents)["\n  query CardinalityNotices($project: ID!) {\n    project(id: $project) { ingestion { notices { subject limit message } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n"): (typeof documents)["\n  mutation ChatRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatThreads($project: ID!, $first: Int, $after: String) {\n    project(id: $project) {\n      threads(first: $first, after: $after) {\n        nodes { id title createdAt updatedAt turns { question answer model askedAt evidence { observed } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ChatThreads($project: ID!, $first: Int, $after: String) {\n    project(id: $project) {\n      threads(first: $first, after: $after) {\n        nodes { id title createdAt updatedAt turns { question answer model askedAt evidence { observed } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChatThread($id: ID!) { node(id: $id) { id ... on Thread { title } } }"): (typeof documents)["query ChatThread($id: ID!) { node(id: $id) { id ... on Thread { title } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatDelete($id: ID!) { deleteThread(input: { id: $id }) { deletedId } }\n"): (typeof documents)["\n  mutation ChatDelete($id: ID!) { deleteThread(input: { id: $id }) { deletedId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatAnswer($project: ID!, $question: String!, $thread: ID) {\n    answer(projectId: $project, question: $question, threadId: $thread) {\n      text\n      done\n      answer { threadId text model evidence { observed } }\n    }\n  }\n"): (typeof documents)["\n  subscription ChatAnswer($project: ID!, $question: String!, $thread: ID) {\n    answer(projectId: $project, question: $question, threadId: $thread) {\n      text\n      done\n      answer { threadId text model evidence { observed } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEventsProject($input: CreateProjectInput!) { createProject(input: $input) { project { id writeKey } } }\n"): (typeof documents)["\n  mutation DeleteEventsProject($input: CreateProjectInput!) { createProject(input: $input) { project { id writeKey } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEventsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted duplicates } }\n"): (typeof documents)["\n  mutation DeleteEventsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted duplicates } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEvents($input: DeleteEventsInput!) {\n    deleteEvents(input: $input) { deleted more project { events { totalCount } } }\n  }\n"): (typeof documents)["\n  mutation DeleteEvents($input: DeleteEventsInput!) {\n    deleteEvents(input: $input) { deleted more project { events { totalCount } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeleteEventsAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range) { totals { visitors visits pageviews events bounceRate visitDuration } }\n      events { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query DeleteEventsAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      stats(range: $range) { totals { visitors visits pageviews events bounceRate visitDuration } }\n      events { totalCount }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DeleteEventsWatch($project: ID!) {\n    stats(projectId: $project, range: { preset: ALL_TIME }, throttle: \"PT0.1S\") { totals { events } }\n  }\n"): (typeof documents)["\n  subscription DeleteEventsWatch($project: ID!) {\n    stats(projectId: $project, range: { preset: ALL_TIME }, throttle: \"PT0.1S\") { totals { events } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query HttpDefinitions($id: ID!) { project(id: $id) { eventDefinitions { nodes { name } } } }\n  "): (typeof documents)["\n    query HttpDefinitions($id: ID!) { project(id: $id) { eventDefinitions { nodes { name } } } }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query HttpTotals($id: ID!) {\n      project(id: $id) { name stats(filter: { properties: [{ key: \"plan\", eq: \"pro\" }] }) { totals { visitors } } }\n    }\n  "): (typeof documents)["\n    query HttpTotals($id: ID!) {\n      project(id: $id) { name stats(filter: { properties: [{ key: \"plan\", eq: \"pro\" }] }) { totals { visitors } } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation HttpLogin($email: String!, $password: String!) {\n      login(input: { email: $email, password: $password }) { accessToken }\n    }\n  "): (typeof documents)["\n    mutation HttpLogin($email: String!, $password: String!) {\n      login(input: { email: $email, password: $password }) { accessToken }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FairnessRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n"): (typeof documents)["\n  mutation FairnessRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FairnessProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation FairnessProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FairnessReport($project: ID!) {\n    project(id: $project) { ingestion { received stored duplicate bot rejected pending } }\n  }\n"): (typeof documents)["\n  query FairnessReport($project: ID!) {\n    project(id: $project) { ingestion { received stored duplicate bot rejected pending } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation FunnelTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    "): (typeof documents)["\n      mutation FunnelTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SequenceFunnel(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration, $order: FunnelOrder\n  ) {\n    project(id: $project) {\n      funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: $order) {\n        conversionRate\n        steps { label visitors conversionRate dropOff medianSecondsFromPrevious }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SequenceFunnel(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration, $order: FunnelOrder\n  ) {\n    project(id: $project) {\n      funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: $order) {\n        conversionRate\n        steps { label visitors conversionRate dropOff medianSecondsFromPrevious }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HttpMe { __typename viewer { user { id } } }"): (typeof documents)["query HttpMe { __typename viewer { user { id } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n"): (typeof documents)["\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BreakingReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n    }\n  }\n"): (typeof documents)["\n  query BreakingReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n"): (typeof documents)["\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n"): (typeof documents)["\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { index code field } }\n  }\n"): (typeof documents)["\n  mutation ReportTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { index code field } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Report($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits visitors } }\n    }\n  }\n"): (typeof documents)["\n  query Report($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits visitors } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportBots($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      bots(first: $first, after: $after, last: $last, before: $before) {\n        edges { node { id userAgent name path hostname receivedAt timestamp } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReportBots($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      bots(first: $first, after: $after, last: $last, before: $before) {\n        edges { node { id userAgent name path hostname receivedAt timestamp } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportAcquit($input: AcquitBotsInput!) { acquitBots(input: $input) { stored } }\n"): (typeof documents)["\n  mutation ReportAcquit($input: AcquitBotsInput!) { acquitBots(input: $input) { stored } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportLetters($project: ID!) { project(id: $project) { deadLetters { id events reason createdAt } } }\n"): (typeof documents)["\n  query ReportLetters($project: ID!) { project(id: $project) { deadLetters { id events reason createdAt } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n"): (typeof documents)["\n  mutation ReportReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportDrop($input: DeadLetterInput!) { dropDeadLetter(input: $input) { id } }\n"): (typeof documents)["\n  mutation ReportDrop($input: DeadLetterInput!) { dropDeadLetter(input: $input) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportBlocklist($project: ID!) {\n    project(id: $project) { blocklist { addresses userAgents referrers hostnames } }\n  }\n"): (typeof documents)["\n  query ReportBlocklist($project: ID!) {\n    project(id: $project) { blocklist { addresses userAgents referrers hostnames } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportUpdateBlocklist($input: UpdateBlocklistInput!) {\n    updateBlocklist(input: $input) { project { blocklist { addresses userAgents referrers hostnames } } }\n  }\n"): (typeof documents)["\n  mutation ReportUpdateBlocklist($input: UpdateBlocklistInput!) {\n    updateBlocklist(input: $input) { project { blocklist { addresses userAgents referrers hostnames } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Summarise($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { title content model evidence { claim } } }\n  }\n"): (typeof documents)["\n  mutation Summarise($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) { insights { title content model evidence { claim } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Generate($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) {\n      insights {\n        id type title content model metadata periodStart periodEnd\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Generate($input: GenerateInsightsInput!) {\n    generateInsights(input: $input) {\n      insights {\n        id type title content model metadata periodStart periodEnd\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InsightFeed($project: ID!, $types: [InsightType!], $first: Int, $after: String) {\n    project(id: $project) {\n      insights(types: $types, first: $first, after: $after) {\n        nodes { id type title }\n        pageInfo { endCursor hasNextPage }\n      }\n    }\n  }\n"): (typeof documents)["\n  query InsightFeed($project: ID!, $types: [InsightType!], $first: Int, $after: String) {\n    project(id: $project) {\n      insights(types: $types, first: $first, after: $after) {\n        nodes { id type title }\n        pageInfo { endCursor hasNextPage }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Generated($project: ID!, $types: [InsightType!]) {\n    insightGenerated(projectId: $project, types: $types) { id type title evidence { observed } }\n  }\n"): (typeof documents)["\n  subscription Generated($project: ID!, $types: [InsightType!]) {\n    insightGenerated(projectId: $project, types: $types) { id type title evidence { observed } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation LimitsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n  "): (typeof documents)["\n    mutation LimitsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveLogout { logout }\n"): (typeof documents)["\n  mutation LiveLogout { logout }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n"): (typeof documents)["\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveExpiringKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n"): (typeof documents)["\n  mutation LiveExpiringKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveInsights($project: ID!) { insightGenerated(projectId: $project) { id } }\n"): (typeof documents)["\n  subscription LiveInsights($project: ID!) { insightGenerated(projectId: $project) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveDeleteProject($input: DeleteProjectInput!) { deleteProject(input: $input) { deletedId } }\n"): (typeof documents)["\n  mutation LiveDeleteProject($input: DeleteProjectInput!) { deleteProject(input: $input) { deletedId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LiveProjects { viewer { projects { id } } }\n"): (typeof documents)["\n  query LiveProjects { viewer { projects { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveWhole($project: ID!, $range: RangeInput) {\n    stats(projectId: $project, range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\", throttle: \"PT0.1S\") {\n      start\n      end\n      timeZone\n      totals { visitors visits events revenue { currency amount } }\n      timeseries(interval: DAY) { start metrics { events } }\n      breakdown(by: PATH) { value metrics { visitors } }\n      audience { newVisitors returningVisitors }\n      previous { totals { events } }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveWhole($project: ID!, $range: RangeInput) {\n    stats(projectId: $project, range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\", throttle: \"PT0.1S\") {\n      start\n      end\n      timeZone\n      totals { visitors visits events revenue { currency amount } }\n      timeseries(interval: DAY) { start metrics { events } }\n      breakdown(by: PATH) { value metrics { visitors } }\n      audience { newVisitors returningVisitors }\n      previous { totals { events } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LiveWholeQuery($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\") {\n        start\n        end\n        timeZone\n        totals { visitors visits events revenue { currency amount } }\n        timeseries(interval: DAY) { start metrics { events } }\n        breakdown(by: PATH) { value metrics { visitors } }\n        audience { newVisitors returningVisitors }\n        previous { totals { events } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query LiveWholeQuery($project: ID!, $range: RangeInput) {\n    project(id: $project) {\n      stats(range: $range, compare: PREVIOUS_PERIOD, timeZone: \"Asia/Kathmandu\") {\n        start\n        end\n        timeZone\n        totals { visitors visits events revenue { currency amount } }\n        timeseries(interval: DAY) { start metrics { events } }\n        breakdown(by: PATH) { value metrics { visitors } }\n        audience { newVisitors returningVisitors }\n        previous { totals { events } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveWrong($project: ID!, $range: RangeInput, $throttle: Duration) {\n    stats(projectId: $project, range: $range, throttle: $throttle) { totals { events } }\n  }\n"): (typeof documents)["\n  subscription LiveWrong($project: ID!, $range: RangeInput, $throttle: Duration) {\n    stats(projectId: $project, range: $range, throttle: $throttle) { totals { events } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      subscription LiveRevenue($project: ID!) {\n        stats(projectId: $project, range: { preset: TODAY }, throttle: \"PT0.2S\") {\n          totals { events revenue { amount } }\n        }\n      }\n    "): (typeof documents)["\n      subscription LiveRevenue($project: ID!) {\n        stats(projectId: $project, range: { preset: TODAY }, throttle: \"PT0.2S\") {\n          totals { events revenue { amount } }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation LiveMove($id: ID!) { updateProject(input: { id: $id, timeZone: \"Europe/Berlin\" }) { project { id } } }\n    "): (typeof documents)["\n      mutation LiveMove($id: ID!) { updateProject(input: { id: $id, timeZone: \"Europe/Berlin\" }) { project { id } } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TouchedWithout($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        totals {\n          visitors visits pageviews events bounceRate visitDuration viewsPerVisit timeOnPage\n          revenue { currency amount }\n          measure(event: \"buy\", property: \"plan\", aggregate: UNIQUE)\n        }\n        timeseries(interval: DAY) { start metrics { visitors visits events } }\n        countries: breakdown(by: COUNTRY) { value metrics { visitors visits visitDuration } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visitors events } }\n        previous { totals { visitors events } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TouchedWithout($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        totals {\n          visitors visits pageviews events bounceRate visitDuration viewsPerVisit timeOnPage\n          revenue { currency amount }\n          measure(event: \"buy\", property: \"plan\", aggregate: UNIQUE)\n        }\n        timeseries(interval: DAY) { start metrics { visitors visits events } }\n        countries: breakdown(by: COUNTRY) { value metrics { visitors visits visitDuration } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visitors events } }\n        previous { totals { visitors events } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TouchedAudience($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        audience { newVisitors returningVisitors }\n        previous { audience { newVisitors } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TouchedAudience($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, compare: $compare) {\n        audience { newVisitors returningVisitors }\n        previous { audience { newVisitors } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n"): (typeof documents)["\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BudgetProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n"): (typeof documents)["\n  mutation BudgetProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BudgetDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n"): (typeof documents)["\n  mutation BudgetDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SignalsRegister($input: RegisterInput!) {\n      register(input: $input) { accessToken organization { id } }\n    }\n  "): (typeof documents)["\n    mutation SignalsRegister($input: RegisterInput!) {\n      register(input: $input) { accessToken organization { id } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SignalsCreateProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n  "): (typeof documents)["\n    mutation SignalsCreateProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderOfArrival($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) {\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n      }\n      paths(range: { preset: ALL_TIME }, depth: 10) { links { step source target } }\n      events { nodes { path } }\n    }\n  }\n"): (typeof documents)["\n  query OrderOfArrival($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) {\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n      }\n      paths(range: { preset: ALL_TIME }, depth: 10) { links { step source target } }\n      events { nodes { path } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderOfArrivalPage($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      events(first: $first, after: $after, last: $last, before: $before) {\n        nodes { path }\n        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrderOfArrivalPage($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $project) {\n      events(first: $first, after: $after, last: $last, before: $before) {\n        nodes { path }\n        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PathsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    "): (typeof documents)["\n      mutation PathsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SequencePaths(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $startingAt: String, $depth: Int, $first: Int\n  ) {\n    project(id: $project) {\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SequencePaths(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $startingAt: String, $depth: Int, $first: Int\n  ) {\n    project(id: $project) {\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query SequenceTime($project: ID!) {\n        project(id: $project) {\n          stats(range: { between: { start: \"2025-11-21T10:00:00Z\", end: \"2025-11-21T10:04:00Z\" } }) {\n            totals { timeOnPage }\n            timeseries(interval: MINUTE) { metrics { timeOnPage } }\n            breakdown(by: PATH) { value metrics { timeOnPage } }\n          }\n          nothing: stats(range: { between: { start: \"2025-11-21T12:00:00Z\", end: \"2025-11-21T12:04:00Z\" } }) {\n            totals { timeOnPage }\n          }\n        }\n      }\n    "): (typeof documents)["\n      query SequenceTime($project: ID!) {\n        project(id: $project) {\n          stats(range: { between: { start: \"2025-11-21T10:00:00Z\", end: \"2025-11-21T10:04:00Z\" } }) {\n            totals { timeOnPage }\n            timeseries(interval: MINUTE) { metrics { timeOnPage } }\n            breakdown(by: PATH) { value metrics { timeOnPage } }\n          }\n          nothing: stats(range: { between: { start: \"2025-11-21T12:00:00Z\", end: \"2025-11-21T12:04:00Z\" } }) {\n            totals { timeOnPage }\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation PathsTrackMany($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      "): (typeof documents)["\n        mutation PathsTrackMany($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PeriodsReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"): (typeof documents)["\n  mutation PeriodsReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PeriodsReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation PeriodsReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeriodsReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!\n    $start: EventMatch, $returning: EventMatch, $by: Dimension!, $model: AttributionModel!, $lookback: Duration!\n  ) {\n    project(id: $project) {\n      retention(range: $range, filter: $filter, start: $start, returning: $returning, period: $interval, timeZone: $zone) {\n        cohorts { start size returning }\n      }\n      lifecycle(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        start new returning resurrected dormant\n      }\n      stickiness(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        average steps { periods visitors }\n      }\n      stats(range: $range, filter: $filter, timeZone: $zone) { audience { newVisitors returningVisitors } }\n      attribution(range: $range, filter: $filter, by: $by, model: $model, lookback: $lookback, first: 1000) {\n        value conversions visitors revenue { currency amount }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PeriodsReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!\n    $start: EventMatch, $returning: EventMatch, $by: Dimension!, $model: AttributionModel!, $lookback: Duration!\n  ) {\n    project(id: $project) {\n      retention(range: $range, filter: $filter, start: $start, returning: $returning, period: $interval, timeZone: $zone) {\n        cohorts { start size returning }\n      }\n      lifecycle(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        start new returning resurrected dormant\n      }\n      stickiness(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {\n        average steps { periods visitors }\n      }\n      stats(range: $range, filter: $filter, timeZone: $zone) { audience { newVisitors returningVisitors } }\n      attribution(range: $range, filter: $filter, by: $by, model: $model, lookback: $lookback, first: 1000) {\n        value conversions visitors revenue { currency amount }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PeriodsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "): (typeof documents)["\n      mutation PeriodsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountsCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id name domain timeZone writeKey createdAt } }\n  }\n"): (typeof documents)["\n  mutation AccountsCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id name domain timeZone writeKey createdAt } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountsUpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { project { name domain timeZone } }\n  }\n"): (typeof documents)["\n  mutation AccountsUpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { project { name domain timeZone } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountsDeleteProject($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n"): (typeof documents)["\n  mutation AccountsDeleteProject($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountsProjectName($id: ID!) { project(id: $id) { name } }"): (typeof documents)["query AccountsProjectName($id: ID!) { project(id: $id) { name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n"): (typeof documents)["\n  mutation AccountsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountsCreateKey($input: CreateApiKeyInput!) {\n      createApiKey(input: $input) { secret apiKey { id name prefix scopes lastUsedAt expiresAt } }\n    }\n  "): (typeof documents)["\n    mutation AccountsCreateKey($input: CreateApiKeyInput!) {\n      createApiKey(input: $input) { secret apiKey { id name prefix scopes lastUsedAt expiresAt } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query AccountsKeys($id: ID!) { project(id: $id) { apiKeys { id name lastUsedAt } } }\n  "): (typeof documents)["\n    query AccountsKeys($id: ID!) { project(id: $id) { apiKeys { id name lastUsedAt } } }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountsRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n  "): (typeof documents)["\n    mutation AccountsRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountsDefinition($input: CreateEventDefinitionInput!) {\n      createEventDefinition(input: $input) {\n        eventDefinition { id name label description archived firstSeenAt lastSeenAt volume30d }\n      }\n    }\n  "): (typeof documents)["\n    mutation AccountsDefinition($input: CreateEventDefinitionInput!) {\n      createEventDefinition(input: $input) {\n        eventDefinition { id name label description archived firstSeenAt lastSeenAt volume30d }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountsUpdateDefinition($input: UpdateEventDefinitionInput!) {\n      updateEventDefinition(input: $input) { eventDefinition { label description archived } }\n    }\n  "): (typeof documents)["\n    mutation AccountsUpdateDefinition($input: UpdateEventDefinitionInput!) {\n      updateEventDefinition(input: $input) { eventDefinition { label description archived } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountsDeleteDefinition($id: ID!) {\n      deleteEventDefinition(input: { id: $id }) { eventDefinition { name } }\n    }\n  "): (typeof documents)["\n    mutation AccountsDeleteDefinition($id: ID!) {\n      deleteEventDefinition(input: { id: $id }) { eventDefinition { name } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query AccountsDefinitions($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n      project(id: $id) {\n        eventDefinitions(first: $first, after: $after, last: $last, before: $before) {\n          nodes { name volume30d }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  "): (typeof documents)["\n    query AccountsDefinitions($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n      project(id: $id) {\n        eventDefinitions(first: $first, after: $after, last: $last, before: $before) {\n          nodes { name volume30d }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query AccountsSignups($id: ID!) {\n          project(id: $id) { eventDefinitions { nodes { id name firstSeenAt } } events { totalCount } }\n        }\n      "): (typeof documents)["\n        query AccountsSignups($id: ID!) {\n          project(id: $id) { eventDefinitions { nodes { id name firstSeenAt } } events { totalCount } }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PropertiesTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "): (typeof documents)["\n      mutation PropertiesTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ProxyStats($project: ID!) {\n    stats(projectId: $project, range: { last: \"PT30M\" }) { totals { events } }\n  }\n"): (typeof documents)["\n  subscription ProxyStats($project: ID!) {\n    stats(projectId: $project, range: { last: \"PT30M\" }) { totals { events } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QueueTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { code } }\n  }\n"): (typeof documents)["\n  mutation QueueTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates durability rejected { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueueReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n      deadLetters { id events reason }\n    }\n  }\n"): (typeof documents)["\n  query QueueReport($project: ID!) {\n    project(id: $project) {\n      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }\n      stats(range: { preset: ALL_TIME }) { totals { events visits } }\n      deadLetters { id events reason }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QueueReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n"): (typeof documents)["\n  mutation QueueReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RebuildProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n"): (typeof documents)["\n  mutation RebuildProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RebuildTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates }\n  }\n"): (typeof documents)["\n  mutation RebuildTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RejectionsReport($project: ID!, $range: RangeInput, $first: Int) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending rateLimited blocked }\n      rejections(range: $range, first: $first) { code field message endpoint name count firstAt lastAt sample }\n    }\n  }\n"): (typeof documents)["\n  query RejectionsReport($project: ID!, $range: RangeInput, $first: Int) {\n    project(id: $project) {\n      ingestion(range: $range) { received stored duplicate bot rejected pending rateLimited blocked }\n      rejections(range: $range, first: $first) { code field message endpoint name count firstAt lastAt sample }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectionsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"): (typeof documents)["\n  mutation RejectionsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectionsBlock($input: UpdateBlocklistInput!) { updateBlocklist(input: $input) { project { id } } }\n"): (typeof documents)["\n  mutation RejectionsBlock($input: UpdateBlocklistInput!) { updateBlocklist(input: $input) { project { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SegmentsDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }"): (typeof documents)["mutation SegmentsDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SequencesReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"): (typeof documents)["\n  mutation SequencesReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SequencesReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation SequencesReferenceProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SequencesReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration\n    $startingAt: String, $depth: Int!, $first: Int!, $by: Dimension!\n  ) {\n    project(id: $project) {\n      ordered: funnel(range: $range, filter: $filter, steps: $steps, window: $window) { ...ReferenceFunnel }\n      strict: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: STRICT) { ...ReferenceFunnel }\n      any: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: ANY) { ...ReferenceFunnel }\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n      stats(range: $range, filter: $filter) {\n        totals { timeOnPage }\n        timeseries(interval: HOUR) { start metrics { timeOnPage } }\n        breakdown(by: $by, first: 1000) { value metrics { timeOnPage } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { timeOnPage } }\n      }\n    }\n  }\n  fragment ReferenceFunnel on Funnel {\n    conversionRate\n    steps { visitors conversionRate dropOff medianSecondsFromPrevious }\n  }\n"): (typeof documents)["\n  query SequencesReferenceAsk(\n    $project: ID!, $range: RangeInput!, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration\n    $startingAt: String, $depth: Int!, $first: Int!, $by: Dimension!\n  ) {\n    project(id: $project) {\n      ordered: funnel(range: $range, filter: $filter, steps: $steps, window: $window) { ...ReferenceFunnel }\n      strict: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: STRICT) { ...ReferenceFunnel }\n      any: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: ANY) { ...ReferenceFunnel }\n      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {\n        nodes { step path visitors }\n        links { step source target visitors }\n      }\n      stats(range: $range, filter: $filter) {\n        totals { timeOnPage }\n        timeseries(interval: HOUR) { start metrics { timeOnPage } }\n        breakdown(by: $by, first: 1000) { value metrics { timeOnPage } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { timeOnPage } }\n      }\n    }\n  }\n  fragment ReferenceFunnel on Funnel {\n    conversionRate\n    steps { visitors conversionRate dropOff medianSecondsFromPrevious }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionSettingsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n"): (typeof documents)["\n  mutation SessionSettingsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionSettingsSee($project: ID!, $second: RangeInput!) {\n    project(id: $project) {\n      eventDefinitions { nodes { name firstSeenAt lastSeenAt } }\n      events { nodes { timestamp receivedAt } }\n      second: events(range: $second) { totalCount }\n      ingestion(range: { last: \"P1D\" }) { received }\n      stats(range: { preset: ALL_TIME }) { totals { visitors events } audience { newVisitors returningVisitors } timeseries(interval: YEAR) { start metrics { events } } }\n    }\n  }\n"): (typeof documents)["\n  query SessionSettingsSee($project: ID!, $second: RangeInput!) {\n    project(id: $project) {\n      eventDefinitions { nodes { name firstSeenAt lastSeenAt } }\n      events { nodes { timestamp receivedAt } }\n      second: events(range: $second) { totalCount }\n      ingestion(range: { last: \"P1D\" }) { received }\n      stats(range: { preset: ALL_TIME }) { totals { visitors events } audience { newVisitors returningVisitors } timeseries(interval: YEAR) { start metrics { events } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitsRegister($email: String!, $password: String!) {\n    register(input: { email: $email, password: $password, organizationName: \"Limits\" }) { accessToken }\n  }\n"): (typeof documents)["\n  mutation LimitsRegister($email: String!, $password: String!) {\n    register(input: { email: $email, password: $password, organizationName: \"Limits\" }) { accessToken }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken }\n  }\n"): (typeof documents)["\n  mutation LimitsLogin($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) { accessToken }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitsChange($current: String!) {\n    changePassword(input: { currentPassword: $current, newPassword: \"another good one\" }) { user { email } }\n  }\n"): (typeof documents)["\n  mutation LimitsChange($current: String!) {\n    changePassword(input: { currentPassword: $current, newPassword: \"another good one\" }) { user { email } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken refreshToken organization { id } }\n  }\n"): (typeof documents)["\n  mutation StartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken refreshToken organization { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation StartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"): (typeof documents)["\n  mutation StartTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StartStored { viewer { user { email } projects { name events { nodes { name } } } } }\n"): (typeof documents)["\n  query StartStored { viewer { user { email } projects { name events { nodes { name } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation StatisticsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      "): (typeof documents)["\n        mutation StatisticsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatsId($project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) { id previous { id } }\n    }\n  }\n"): (typeof documents)["\n  query StatsId($project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) { id previous { id } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription StatsIdLive(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison\n  ) {\n    stats(projectId: $project, range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) {\n      id previous { id } totals { visitors }\n    }\n  }\n"): (typeof documents)["\n  subscription StatsIdLive(\n    $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison\n  ) {\n    stats(projectId: $project, range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) {\n      id previous { id } totals { visitors }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"): (typeof documents)["\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n"): (typeof documents)["\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    "): (typeof documents)["\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReferenceLook($project: ID!) { project(id: $project) { stats(range: { preset: ALL_TIME }) { totals { visits } } } }"): (typeof documents)["query ReferenceLook($project: ID!) { project(id: $project) { stats(range: { preset: ALL_TIME }) { totals { visits } } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation StatsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "): (typeof documents)["\n      mutation StatsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatsDashboard($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: LAST_30_DAYS }, compare: PREVIOUS_PERIOD, filter: $filter) {\n        ...StatsOverview\n        previous { ...StatsOverview }\n      }\n      filtered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { totals { visitors } }\n      reordered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { breakdown(by: OS) { value } }\n    }\n  }\n  fragment StatsOverview on Stats {\n    totals { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n    timeseries { start metrics { visitors visits } }\n    pages: breakdown(by: PATH) { value metrics { visitors visits } }\n    entries: breakdown(by: ENTRY_PATH) { value metrics { visitors visits } }\n    exits: breakdown(by: EXIT_PATH) { value metrics { visitors visits } }\n    channels: breakdown(by: CHANNEL) { value metrics { visitors visits } }\n    sources: breakdown(by: SOURCE) { value metrics { visitors visits } }\n    countries: breakdown(by: COUNTRY) { value metrics { visitors visits } }\n    devices: breakdown(by: DEVICE) { value metrics { visitors visits } }\n    names: breakdown(by: EVENT_NAME) { value metrics { visitors visits } }\n  }\n"): (typeof documents)["\n  query StatsDashboard($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: { preset: LAST_30_DAYS }, compare: PREVIOUS_PERIOD, filter: $filter) {\n        ...StatsOverview\n        previous { ...StatsOverview }\n      }\n      filtered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { totals { visitors } }\n      reordered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: \"/\" } }) { breakdown(by: OS) { value } }\n    }\n  }\n  fragment StatsOverview on Stats {\n    totals { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n    timeseries { start metrics { visitors visits } }\n    pages: breakdown(by: PATH) { value metrics { visitors visits } }\n    entries: breakdown(by: ENTRY_PATH) { value metrics { visitors visits } }\n    exits: breakdown(by: EXIT_PATH) { value metrics { visitors visits } }\n    channels: breakdown(by: CHANNEL) { value metrics { visitors visits } }\n    sources: breakdown(by: SOURCE) { value metrics { visitors visits } }\n    countries: breakdown(by: COUNTRY) { value metrics { visitors visits } }\n    devices: breakdown(by: DEVICE) { value metrics { visitors visits } }\n    names: breakdown(by: EVENT_NAME) { value metrics { visitors visits } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query StatsMeasure($project: ID!, $aggregate: Aggregate!, $property: String) {\n          project(id: $project) {\n            stats(range: { preset: TODAY }) {\n              totals { measure(event: \"buy\", property: $property, aggregate: $aggregate) }\n              breakdown(by: EVENT_NAME) { value metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n              timeseries(interval: HOUR) { metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n            }\n          }\n        }\n      "): (typeof documents)["\n        query StatsMeasure($project: ID!, $aggregate: Aggregate!, $property: String) {\n          project(id: $project) {\n            stats(range: { preset: TODAY }) {\n              totals { measure(event: \"buy\", property: $property, aggregate: $aggregate) }\n              breakdown(by: EVENT_NAME) { value metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n              timeseries(interval: HOUR) { metrics { measure(event: \"buy\", property: $property, aggregate: $aggregate) } }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query StatsOverTheEnd($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n        project(id: $project) { stats(range: $range, filter: $filter) { totals { events visitors visits bounceRate visitDuration } } }\n      }\n    "): (typeof documents)["\n      query StatsOverTheEnd($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n        project(id: $project) { stats(range: $range, filter: $filter) { totals { events visitors visits bounceRate visitDuration } } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n          query StatsCurrent($project: ID!) { project(id: $project) { currentVisitors } }\n        "): (typeof documents)["\n          query StatsCurrent($project: ID!) { project(id: $project) { currentVisitors } }\n        "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatAsk($input: AskQuestionInput!) {\n    askQuestion(input: $input) {\n      answer {\n        threadId\n        text\n        model\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChatAsk($input: AskQuestionInput!) {\n    askQuestion(input: $input) {\n      answer {\n        threadId\n        text\n        model\n        evidence { claim metric observed expected low high pValue method query variables }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FleetRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n"): (typeof documents)["\n  mutation FleetRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FleetProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation FleetProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FleetKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n"): (typeof documents)["\n  mutation FleetKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SegmentsTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted rejected { message } }\n  }\n"): (typeof documents)["\n  mutation SegmentsTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted rejected { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SegmentsAsk($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: \"UTC\") {\n        totals { ...SegmentsNumbers }\n        timeseries(interval: DAY) { start metrics { ...SegmentsNumbers } }\n        names: breakdown(by: EVENT_NAME, first: 100) { value metrics { ...SegmentsNumbers } }\n        paths: breakdown(by: PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n        entries: breakdown(by: ENTRY_PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n      }\n    }\n  }\n  fragment SegmentsNumbers on Metrics { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n"): (typeof documents)["\n  query SegmentsAsk($project: ID!, $range: RangeInput!, $filter: EventFilter) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: \"UTC\") {\n        totals { ...SegmentsNumbers }\n        timeseries(interval: DAY) { start metrics { ...SegmentsNumbers } }\n        names: breakdown(by: EVENT_NAME, first: 100) { value metrics { ...SegmentsNumbers } }\n        paths: breakdown(by: PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n        entries: breakdown(by: ENTRY_PATH, first: 100) { value metrics { ...SegmentsNumbers } }\n      }\n    }\n  }\n  fragment SegmentsNumbers on Metrics { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SegmentsEvents($project: ID!, $range: RangeInput!) {\n    project(id: $project) { stats(range: $range) { totals { events } } }\n  }\n"): (typeof documents)["\n  query SegmentsEvents($project: ID!, $range: RangeInput!) {\n    project(id: $project) { stats(range: $range) { totals { events } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n"): (typeof documents)["\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n"): (typeof documents)["\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveStats(\n    $project: ID!\n    $range: RangeInput\n    $filter: EventFilter\n    $timeZone: TimeZone\n    $compare: Comparison\n    $throttle: Duration\n  ) {\n    stats(\n      projectId: $project\n      range: $range\n      filter: $filter\n      timeZone: $timeZone\n      compare: $compare\n      throttle: $throttle\n    ) { totals { events visits visitors } }\n  }\n"): (typeof documents)["\n  subscription LiveStats(\n    $project: ID!\n    $range: RangeInput\n    $filter: EventFilter\n    $timeZone: TimeZone\n    $compare: Comparison\n    $throttle: Duration\n  ) {\n    stats(\n      projectId: $project\n      range: $range\n      filter: $filter\n      timeZone: $timeZone\n      compare: $compare\n      throttle: $throttle\n    ) { totals { events visits visitors } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"): (typeof documents)["\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) { secret webhook { id url description insightTypes enabled disabledReason failingSince } }\n  }\n"): (typeof documents)["\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) { secret webhook { id url description insightTypes enabled disabledReason failingSince } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id messageId status } } }\n"): (typeof documents)["\n  mutation TestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id messageId status } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookDelivery($id: ID!) {\n    node(id: $id) {\n      ... on WebhookDelivery {\n        id messageId type payload status createdAt\n        attempts { at status error response milliseconds }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookDelivery($id: ID!) {\n    node(id: $id) {\n      ... on WebhookDelivery {\n        id messageId type payload status createdAt\n        attempts { at status error response milliseconds }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookDeliveries($project: ID!) {\n    project(id: $project) {\n      webhooks { nodes { id url deliveries { nodes { id messageId type payload status } } } }\n    }\n  }\n"): (typeof documents)["\n  query WebhookDeliveries($project: ID!) {\n    project(id: $project) {\n      webhooks { nodes { id url deliveries { nodes { id messageId type payload status } } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n"): (typeof documents)["\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WorldRotate($project: ID!) {\n    rotateWriteKey(input: { projectId: $project }) { project { id } }\n  }\n"): (typeof documents)["\n  mutation WorldRotate($project: ID!) {\n    rotateWriteKey(input: { projectId: $project }) { project { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"): (typeof documents)["\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n"): (typeof documents)["\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n"): (typeof documents)["\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n"): (typeof documents)["\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessWebhook($project: ID!) {\n    createWebhook(input: {\n      projectId: $project, url: \"https://8.8.8.8/hidden-mark\", description: \"hidden-mark\"\n      thresholds: [{ metric: VISITS, last: \"PT1H\", comparison: BELOW, value: 1, filter: { path: { eq: \"hidden-mark\" } } }]\n    }) { webhook { id } }\n  }\n"): (typeof documents)["\n  mutation AccessWebhook($project: ID!) {\n    createWebhook(input: {\n      projectId: $project, url: \"https://8.8.8.8/hidden-mark\", description: \"hidden-mark\"\n      thresholds: [{ metric: VISITS, last: \"PT1H\", comparison: BELOW, value: 1, filter: { path: { eq: \"hidden-mark\" } } }]\n    }) { webhook { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessTestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n"): (typeof documents)["\n  mutation AccessTestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n"): (typeof documents)["\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccessEmail { viewer { user { email } } }"): (typeof documents)["query AccessEmail { viewer { user { email } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n"): (typeof documents)["\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AccessLogout { logout }"): (typeof documents)["mutation AccessLogout { logout }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrackerE2eNumbers($project: ID!) {\n    project(id: $project) {\n      stats(range: { last: \"PT1H\" }) {\n        totals { visitors visits pageviews events bounceRate viewsPerVisit revenue { amount currency } }\n        pages: breakdown(by: PATH) { value metrics { pageviews } }\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n        sources: breakdown(by: SOURCE) { value metrics { visits } }\n        channels: breakdown(by: CHANNEL) { value metrics { visits } }\n        referrers: breakdown(by: REFERRER) { value metrics { visits } }\n        campaigns: breakdown(by: UTM_CAMPAIGN) { value metrics { visits } }\n        devices: breakdown(by: DEVICE) { value metrics { visits } }\n        browsers: breakdown(by: BROWSER) { value metrics { visits } }\n        systems: breakdown(by: OS) { value metrics { visits } }\n        languages: breakdown(by: LANGUAGE) { value metrics { visits } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrackerE2eNumbers($project: ID!) {\n    project(id: $project) {\n      stats(range: { last: \"PT1H\" }) {\n        totals { visitors visits pageviews events bounceRate viewsPerVisit revenue { amount currency } }\n        pages: breakdown(by: PATH) { value metrics { pageviews } }\n        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }\n        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }\n        sources: breakdown(by: SOURCE) { value metrics { visits } }\n        channels: breakdown(by: CHANNEL) { value metrics { visits } }\n        referrers: breakdown(by: REFERRER) { value metrics { visits } }\n        campaigns: breakdown(by: UTM_CAMPAIGN) { value metrics { visits } }\n        devices: breakdown(by: DEVICE) { value metrics { visits } }\n        browsers: breakdown(by: BROWSER) { value metrics { visits } }\n        systems: breakdown(by: OS) { value metrics { visits } }\n        languages: breakdown(by: LANGUAGE) { value metrics { visits } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrackerE2eEvents($project: ID!) {\n    project(id: $project) {\n      events(last: 100) {\n        totalCount\n        nodes { type name path url title referrer properties revenue { amount currency } visitorId sessionId }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrackerE2eEvents($project: ID!) {\n    project(id: $project) {\n      events(last: 100) {\n        totalCount\n        nodes { type name path url title referrer properties revenue { amount currency } visitorId sessionId }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: DeliveryStatus) {\n    node(id: $id) {\n      ... on Webhook {\n        deliveries(first: $first, after: $after, last: $last, before: $before, status: $status) {\n          nodes { id }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: DeliveryStatus) {\n    node(id: $id) {\n      ... on Webhook {\n        deliveries(first: $first, after: $after, last: $last, before: $before, status: $status) {\n          nodes { id }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateThresholds($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook { thresholds { metric currency last comparison value passed filter measure { event property aggregate } } }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateThresholds($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook { thresholds { metric currency last comparison value passed filter measure { event property aggregate } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Redeliver($id: ID!) { redeliver(input: { id: $id }) { delivery { id messageId status } } }\n"): (typeof documents)["\n  mutation Redeliver($id: ID!) { redeliver(input: { id: $id }) { delivery { id messageId status } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateWebhookSecret($id: ID!) { rotateWebhookSecret(input: { id: $id }) { secret webhook { id } } }\n"): (typeof documents)["\n  mutation RotateWebhookSecret($id: ID!) { rotateWebhookSecret(input: { id: $id }) { secret webhook { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) { webhook { id url enabled disabledReason failingSince } }\n  }\n"): (typeof documents)["\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) { webhook { id url enabled disabledReason failingSince } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookState($id: ID!) {\n    node(id: $id) { ... on Webhook { enabled disabledReason failingSince } }\n  }\n"): (typeof documents)["\n  query WebhookState($id: ID!) {\n    node(id: $id) { ... on Webhook { enabled disabledReason failingSince } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteKeysRotate($input: RotateWriteKeyInput!) {\n    rotateWriteKey(input: $input) { project { writeKey previousWriteKey { key endsAt } } }\n  }\n"): (typeof documents)["\n  mutation WriteKeysRotate($input: RotateWriteKeyInput!) {\n    rotateWriteKey(input: $input) { project { writeKey previousWriteKey { key endsAt } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WriteKeys($project: ID!) { project(id: $project) { writeKey previousWriteKey { key endsAt } } }\n"): (typeof documents)["\n  query WriteKeys($project: ID!) { project(id: $project) { writeKey previousWriteKey { key endsAt } } }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;