// Imported before all else: libraries read it as they load. graphql-js checks every value twice elsewhere, which was a
// tenth of what a dashboard from the cache costs.
// biome-ignore lint/style/noProcessEnv: it is told to libraries, not read.
process.env.NODE_ENV ??= 'production';
