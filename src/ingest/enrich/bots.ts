import { isbot } from 'isbot';
import { isBrowser } from './agent.ts';

// Names of what is not a person, by which it can be reported. The first that a user agent has is its own: those of AI
// companies, of search engines and their tools, of link previews, of monitoring and of browsers under automation.
const NAMES = `
  GPTBot ChatGPT-User OAI-SearchBot OAI-AdsBot ClaudeBot Claude-User Claude-SearchBot Claude-Web anthropic-ai PerplexityBot
  Perplexity-User Google-Extended Google-CloudVertexBot Google-NotebookLM Gemini-Deep-Research GoogleOther Google-Agent
  Applebot-Extended Applebot meta-externalagent meta-externalfetcher meta-webindexer FacebookBot Bytespider TikTokSpider CCBot
  Amazonbot Amzn-User Amzn-SearchBot NovaAct cohere-ai cohere-training-data-crawler MistralAI-User DuckAssistBot YouBot xAI-SearchBot
  GrokBot DeepSeekBot Manus-User Devin Diffbot Timpibot PanguBot PetalBot Ai2Bot iaskspider LinerBot Andibot PhindBot
  Kagibot omgilibot Webzio-Extended ImagesiftBot ICC-Crawler FirecrawlAgent Bravebot Crawlspace QuillBot bigsur.ai
  Googlebot AdsBot-Google Mediapartners-Google Storebot-Google Google-InspectionTool Google-Read-Aloud Google-Safety
  Google-Site-Verification FeedFetcher-Google APIs-Google DuplexWeb-Google bingbot BingPreview adidxbot MicrosoftPreview YandexBot Baiduspider
  DuckDuckBot Slurp Sogou SeznamBot Qwantify ia_archiver archive.org_bot AhrefsBot SemrushBot MJ12bot DotBot DataForSeoBot
  Screaming-Frog Sitebulb rogerbot Barkrowler BLEXBot Scrapy
  TelegramBot facebookexternalhit Facebot Twitterbot LinkedInBot Slackbot Slack-ImgProxy Discordbot WhatsApp SkypeUriPreview Viber
  Pinterestbot redditbot Snapchat-Preview Cardyb Mastodon vkShare XING-contenttabreceiver Iframely Embedly Mattermost-Bot
  UptimeRobot Pingdom StatusCake Site24x7 DatadogSynthetics GTmetrix Chrome-Lighthouse HeadlessChrome PhantomJS Cypress
  Playwright Puppeteer Selenium Prerender`
  .trim()
  .split(/\s+/);

// Of names that are words of many user agents, or are written otherwise in them.
const WRITTEN: Record<string, string> = {
  'Screaming-Frog': 'Screaming Frog',
  'Snapchat-Preview': 'Snap URL Preview',
  WhatsApp: 'WhatsApp/',
  Viber: 'Viber/',
  Devin: 'Devin/',
  Cypress: 'Cypress/',
  Mastodon: 'Mastodon/',
  Sogou: 'Sogou ',
};

const PATTERNS = NAMES.map((name): [string, RegExp] => {
  const written = (WRITTEN[name] ?? name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [name, new RegExp(`(?<![a-z])${written}`, 'i')];
});

// What crawlers that are not known by name call themselves.
const SELF_DECLARED = /[\w.-]*(?:bot|crawl|spider|slurp)[\w.-]*/i;

/** The name of what is not a person; null of what has none. */
export function botName(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const known = PATTERNS.find(([, pattern]) => pattern.test(userAgent));
  const name =
    known?.[0] ?? SELF_DECLARED.exec(userAgent)?.[0] ?? /^(?!Mozilla|Opera)[\w.-]+/.exec(userAgent)?.[0];
  return name?.slice(0, LONGEST_NAME) ?? null;
}

const LONGEST_NAME = 50;

/** Whether a user agent names a crawler, a preview, an assistant or the like; a program's own name is none of these. */
export function namesBot(userAgent: string | null): boolean {
  if (userAgent === null || !isbot(userAgent)) return false;
  return SELF_DECLARED.test(userAgent) || PATTERNS.some(([, pattern]) => pattern.test(userAgent));
}

/**
 * Whether a request's own user agent is a bot's, at every endpoint: one in a browser's form as isbot has it, any other where
 * it names one. Programs (curl, an SDK on a server) send what others did, and are none.
 */
export const isBotsRequest = (userAgent: string | null): boolean =>
  isBrowser(userAgent) ? isbot(userAgent) : namesBot(userAgent);
