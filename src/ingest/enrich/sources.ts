/**
 * The sources that the channel rules know by kind, in the notation of source-index.ts. A selection of the list that
 * Google publishes for GA4 (support.google.com/analytics/answer/9756891), with the assistants, mail and link shorteners
 * that it lacks. Names are what people write in `utm_source`; hosts and Android packages are what referrers say.
 */
export type SourceKind = 'search' | 'social' | 'video' | 'shopping' | 'email' | 'assistant';

export const SOURCES: Record<SourceKind, string> = {
  search: `
    google google.* news.google.com lens.google.com search.google.com cse.google.com images.google.com encrypted.google.com
    play.google.com com.google.android.googlequicksearchbox com.google.android.apps.searchlite adwords gads google-play
    bing bing.com msn msn.com yahoo yahoo.* search.yahoo.com search.yahoo.co.jp r.search.yahoo.com
    yandex yandex.* ya.ru zen.yandex.ru dzen.ru baidu baidu.com duckduckgo duckduckgo.com ddg com.duckduckgo.mobile.android
    ecosia ecosia.org qwant qwant.com startpage startpage.com brave search.brave.com com.brave.browser
    naver naver.com daum daum.net seznam seznam.cz sogou sogou.com so.com 360.cn coccoc coccoc.com
    ask ask.com aol aol.com search.aol.com search.aol.co.uk suche.aol.de lycos lycos.com excite.com dogpile dogpile.com
    rambler rambler.ru go.mail.ru swisscows swisscows.com mojeek mojeek.com kagi kagi.com presearch presearch.com
    searx.be metager.org metager.de gibiru.com ekoru.org lilo.org petalsearch petalsearch.com
    suche.t-online.de suche.web.de suche.gmx.net virgilio.it onet.pl centrum.cz search.ukr.net websearch.rakuten.co.jp biglobe.ne.jp
    search.goo.ne.jp eniro.se kvasir.no startsiden.no search.auone.jp`,
  social: `
    facebook facebook.com fb fb.com fb.me fcb meta com.facebook.katana com.facebook.lite
    messenger messenger.com m.me com.facebook.orca instagram instagram.com ig insta com.instagram.android
    threads threads.net threads.com twitter twitter.com x x.com t.co com.twitter.android tweetdeck tweetdeck.com
    linkedin linkedin.com lnkd.in com.linkedin.android reddit reddit.com redd.it com.reddit.frontpage
    pinterest pinterest.* pinterest.com pin.it com.pinterest tiktok tiktok.com com.zhiliaoapp.musically
    snapchat snapchat.com com.snapchat.android whatsapp whatsapp.com wa.me com.whatsapp
    telegram telegram.org telegram.me t.me org.telegram.messenger org.telegram.plus discord discord.com discordapp.com discord.gg
    slack slack.com com.slack teams.microsoft.com statics.teams.cdn.office.net yammer yammer.com skype skype.com
    mastodon mastodon.social mastodon.online mstdn.social hachyderm.io fosstodon.org bluesky bsky bsky.app go.bsky.app
    hackernews hacker-news hacker_news news.ycombinator.com hn producthunt producthunt.com lobste.rs slashdot.org
    github github.com stackoverflow stackoverflow.com stackexchange stackexchange.com superuser.com serverfault.com askubuntu.com
    quora quora.com medium medium.com tumblr tumblr.com blogger blogger.com wordpress wordpress.com flickr flickr.com
    vk vk.com vkontakte vkontakte.ru away.vk.com ok.ru odnoklassniki.ru weibo weibo.com weibo.cn wechat wechat.com
    weixin.qq.com qzone.qq.com tieba.baidu.com douban douban.com zhihu zhihu.com xiaohongshu xiaohongshu.com renren.com
    line line.me kakao kakao.com kakaotalk zalo zalo.me blog.naver.com cafe.naver.com hatena.ne.jp mixi.jp ameblo.jp note.com 5ch.net
    xing xing.com meetup meetup.com nextdoor nextdoor.com goodreads goodreads.com yelp yelp.com tripadvisor tripadvisor.*
    foursquare foursquare.com deviantart deviantart.com last.fm livejournal livejournal.com myspace myspace.com
    researchgate.net academia.edu digg digg.com mix.com flipboard flipboard.com getpocket.com instapaper.com disqus disqus.com
    groups.google.com sites.google.com plus.google.com wattpad wattpad.com clubhouse steamcommunity.com gab.com truthsocial.com
    linktree linktr.ee social hootsuite buffer bit.ly buff.ly ow.ly dlvr.it ift.tt`,
  video: `
    youtube youtube.com youtu.be yt youtube-nocookie.com com.google.android.youtube vimeo vimeo.com
    twitch twitch.tv dailymotion dailymotion.com dai.ly wistia wistia.com fast.wistia.net netflix netflix.com hulu hulu.com
    disneyplus disneyplus.com crackle.com rumble rumble.com odysee odysee.com bitchute.com kick kick.com ted ted.com
    bilibili bilibili.com b23.tv youku youku.com iqiyi iqiyi.com iq.com nicovideo.jp nebula nebula.tv vk.video rutube rutube.ru`,
  shopping: `
    amazon amazon.* amzn.to a.co com.amazon.mshop.android.shopping ebay ebay.* etsy etsy.com walmart walmart.com target.com
    alibaba alibaba.com aliexpress aliexpress.* taobao.com tmall.com jd.com temu temu.com shein shein.com
    shopify shopify.com shop.app com.shopify.arrive mercadolibre mercadolibre.* mercadolivre.com.br rakuten.com rakuten.co.jp
    shopping.google.com shopping.yahoo.com shopping.yahoo.co.jp shopping.naver.com googleshopping google-shopping igshopping
    idealo idealo.* zalando zalando.* otto.de cdiscount.com bol.com allegro allegro.pl flipkart flipkart.com
    lazada lazada.* shopee shopee.* coupang.com trendyol.com ozon.ru wildberries.ru market.yandex.ru
    kelkoo kelkoo.* pricerunner pricerunner.* shopzilla shopzilla.com stripe.com checkout.stripe.com simplycodes.com`,
  email: `
    gmail mail.google.com com.google.android.gm outlook outlook.live.com outlook.office.com outlook.office365.com
    com.microsoft.office.outlook hotmail mail.yahoo.com mail.yahoo.co.jp com.yahoo.mobile.client.android.mail
    mail.aol.com mail.proton.me mail.zoho.com e.mail.ru mail.yandex.ru mail.yandex.com email.seznam.cz webmail.freenet.de
    navigator.web.de navigator.gmx.net navigator.gmx.de com.samsung.android.email.provider org.mozilla.thunderbird
    mailchimp list-manage.com klaviyo sendgrid mailerlite convertkit beehiiv hs_email constantcontact activecampaign`,
  assistant: `
    chatgpt chatgpt.com chat.openai.com openai openai.com com.openai.chatgpt perplexity perplexity.ai ai.perplexity.app.android
    claude claude.ai anthropic com.anthropic.claude gemini gemini.google.com bard bard.google.com com.google.android.apps.bard
    aistudio.google.com notebooklm.google.com copilot copilot.microsoft.com copilot.com copilot.cloud.microsoft
    m365.cloud.microsoft deepseek deepseek.com mistral mistral.ai grok grok.com x.ai meta.ai you.com poe.com phind phind.com
    pi.ai character.ai kimi.com kimi.moonshot.cn doubao.com chat.qwen.ai tongyi.aliyun.com chatglm.cn lechat
    duck.ai felo.ai genspark.ai manus.im andisearch.com iask.ai liner.com chat.z.ai`,
};

/**
 * The query parameters that advertisements add to the links they open. Empty where the id says nothing of payment:
 * Facebook adds fbclid to every outgoing link. Microsoft's advertisements also stand beside its partners' results.
 */
export const CLICK_ID_NETWORKS = {
  gclid: 'google google.* youtube youtube.com adwords gads',
  gbraid: 'google google.* youtube youtube.com adwords gads',
  wbraid: 'google google.* youtube youtube.com adwords gads',
  dclid: 'google google.* youtube youtube.com',
  msclkid:
    'bing bing.com msn msn.com yahoo yahoo.* search.yahoo.com duckduckgo duckduckgo.com ecosia ecosia.org',
  yclid: 'yandex yandex.* ya.ru',
  ttclid: 'tiktok tiktok.com',
  twclid: 'twitter twitter.com x x.com t.co',
  li_fat_id: 'linkedin linkedin.com lnkd.in',
  rdt_cid: 'reddit reddit.com',
  ScCid: 'snapchat snapchat.com',
  epik: 'pinterest pinterest.* pinterest.com pin.it',
  fbclid: '',
};

export type ClickId = keyof typeof CLICK_ID_NETWORKS;
export const CLICK_IDS = Object.keys(CLICK_ID_NETWORKS) as ClickId[];
