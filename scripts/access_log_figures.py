"""Figures of an access log, worked out from the definitions alone, to hold the server's answers against.

Shares no code with the server and works on lists instead of SQL. What a bot is comes from the npm package isbot, as a
file with one user agent a line; `-` is what the log has where there was none:

    node -e 'const { isbot } = require("isbot");
      const log = require("fs").readFileSync(process.argv[1], "utf8");
      const agents = new Set(log.match(/"[^"]*"$/gm).map((field) => field.slice(1, -1)));
      console.log([...agents].filter((agent) => isbot(agent)).join("\\n"))' ACCESS_LOG > BOTS
    python3 scripts/access_log_figures.py ACCESS_LOG BOTS semicomplete.com
"""

import collections
import datetime
import json
import re
import sys
import urllib.parse
import zoneinfo

Event = collections.namedtuple("Event", "at visitor path referrer utm_source")
Visit = collections.namedtuple("Visit", "start end events")

UTC = datetime.timezone.utc
GAP = datetime.timedelta(minutes=30)
LONGEST = datetime.timedelta(hours=24)
DAY = datetime.timedelta(days=1)

# What a log of this one site has; src/import/select.ts knows more.
FILES = """css js png jpg jpeg gif svg ico ttf woff swf xml txt pdf jar gz exe deb doc""".split()


def requests(log, malformed):
    """The fields of each line, by position between its quotes: none of this log's values has a quote in it."""
    for line in log.read().splitlines():
        parts = line.split('"')
        if len(parts) != 7 or parts[6] != "":
            malformed.append(line)
            continue
        address = parts[0].split(" ")[0]
        time = datetime.datetime.strptime(parts[0].split("[")[1].rstrip("] "), "%d/%b/%Y:%H:%M:%S %z")
        method, target, _ = parts[1].split(" ")
        yield address, time.astimezone(UTC), method, target, int(parts[2].split()[0]), parts[3], parts[5]


def skip_reason(method, target, status):
    if method != "GET":
        return "method"
    if status != 304 and 300 <= status < 400:
        return "redirect"
    if status >= 400:
        return "error"
    path = target.partition("?")[0].lower()
    if path.rstrip("/").endswith(("/feed", "/rss", "/atom")):
        return "feed"
    return "static" if path.endswith(tuple("." + name for name in FILES)) else None


def unescape(text):
    """Apache writes a byte that is not printable as \\xHH."""
    raw = re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes.fromhex(m[1].decode()), text.encode())
    return raw.decode("utf-8", errors="replace")


def external_host(referrer, domain):
    """The referrer's host without www; none for the site's own, and for what is no web address."""
    parts = urllib.parse.urlsplit(unescape(referrer))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    try:
        host = parts.hostname.encode("idna").decode()
    except UnicodeError:
        return None
    if host == domain or host.endswith("." + domain):
        return None
    return host.removeprefix("www.")


def query_label(target, name):
    values = urllib.parse.parse_qs(target.partition("?")[2]).get(name)
    return values[0] if values else None


def give_visitors(hits):
    """A visitor is an address with a user agent for a UTC day; one who is in a visit at midnight stays who they were."""
    last_seen = {}
    for hit in sorted(hits, key=lambda hit: hit["at"]):
        at, who = hit["at"], (hit["address"], hit["agent"])
        today, yesterday = (at.date(), who), (at.date() - DAY, who)
        running = yesterday in last_seen and at - last_seen[yesterday] <= GAP
        visitor = yesterday if running else today
        last_seen[visitor] = at
        yield Event(at, visitor, hit["path"], hit["referrer"], hit["utm_source"])


def visits_of(events):
    by_visitor = collections.defaultdict(list)
    for event in sorted(events, key=lambda event: event.at):
        by_visitor[event.visitor].append(event)
    visits = []
    for own in by_visitor.values():
        current = []
        for event in own:
            if current and (event.at - current[-1].at > GAP or event.at - current[0].at > LONGEST):
                visits.append(Visit(current[0].at, current[-1].at, current))
                current = []
            current.append(event)
        visits.append(Visit(current[0].at, current[-1].at, current))
    return visits


def source_of(visit, field):
    """What the visit's first event says. Events of one second have no order that this script could know."""
    answers = {getattr(event, field) for event in visit.events if event.at == visit.start}
    return answers.pop() if len(answers) == 1 else AMBIGUOUS


AMBIGUOUS = "(two events in the first second disagree)"


def metrics(visits, start=None, end=None, matches=lambda event, visit: True):
    """The numbers of a half-open range under a filter: events by their time, visits by their start."""
    inside = lambda at: (start is None or start <= at) and (end is None or at < end)
    hits = [event for visit in visits for event in visit.events if inside(event.at) and matches(event, visit)]
    chosen = [
        visit for visit in visits if inside(visit.start) and any(matches(event, visit) for event in visit.events)
    ]
    seconds = sum((visit.end - visit.start).total_seconds() for visit in chosen)
    return {
        "visitors": len({event.visitor for event in hits}),
        "visits": len(chosen),
        "pageviews": len(hits),
        "bounces": sum(len(visit.events) == 1 for visit in chosen),
        "seconds": seconds,
    }


def days(visits, zone, first, count):
    midnights = [first + n * DAY for n in range(count + 1)]
    instants = [datetime.datetime.combine(day, datetime.time(), zone) for day in midnights]
    for day, start, end in zip(midnights, instants, instants[1:]):
        numbers = metrics(visits, start, end)
        yield [str(day), numbers["visitors"], numbers["visits"], numbers["pageviews"], numbers["bounces"]]


def top(visits, values, of, order, count):
    """The rows of a breakdown: each is the totals under the filter that its value stands for."""
    rows = [(value, metrics(visits, matches=of(value))) for value in values if value is not None]
    rows.sort(key=lambda row: (-row[1][order], row[0].encode()))
    return [
        [value, numbers["visitors"], numbers["visits"], numbers["pageviews"]] for value, numbers in rows[:count]
    ]


def by_visit(visits, field, count):
    sources = {id(visit): source_of(visit, field) for visit in visits}
    of = lambda value: lambda event, visit: sources[id(visit)] == value
    return top(visits, set(sources.values()), of, "visits", count)


def main(log_name, bots_name, domain):
    with open(bots_name, encoding="utf-8") as file:
        bots = set(file.read().splitlines())
    malformed, skipped, bot_hits, hits = [], collections.Counter(), 0, []
    with open(log_name, encoding="utf-8") as file:
        for address, at, method, target, status, referrer, agent in requests(file, malformed):
            reason = skip_reason(method, target, status)
            if reason:
                skipped[reason] += 1
            elif agent in bots:
                bot_hits += 1
            else:
                hits.append({
                    "at": at, "address": address, "agent": agent, "path": target.partition("?")[0],
                    "referrer": external_host(referrer, domain), "utm_source": query_label(target, "utm_source"),
                })

    visits = visits_of(give_visitors(hits))
    first = min(hit["at"] for hit in hits).date()
    count = (max(hit["at"] for hit in hits).date() - first).days + 1
    for name, figures in [
        ("import", {"stored": len(hits), "bots": bot_hits, "malformed": len(malformed), **skipped}),
        ("totals", metrics(visits)),
        ("under /blog/", metrics(visits, matches=lambda event, visit: event.path.startswith("/blog/"))),
    ]:
        print(name, json.dumps(figures))
    for name, rows in [
        ("days in UTC", days(visits, UTC, first, count)),
        ("days in Asia/Kathmandu", days(visits, zoneinfo.ZoneInfo("Asia/Kathmandu"), first, count + 1)),
        ("paths", top(visits, {hit["path"] for hit in hits}, lambda path: lambda event, visit: event.path == path,
                      "pageviews", 10)),
        ("referrers", by_visit(visits, "referrer", 10)),
        ("utm_source", by_visit(visits, "utm_source", 10)),
    ]:
        print(name)
        for row in rows:
            print("   ", json.dumps(row) + ",")


main(*sys.argv[1:])
