// Imported before all else: libraries read it as they load. graphql-js checks every value twice elsewhere, which was a
// tenth of what a dashboard from the cache costs.
process.env.NODE_ENV ??= 'production';
