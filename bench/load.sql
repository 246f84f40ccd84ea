-- The reference dataset (flat_events) as the tables of one project, in bulk: what an import of this size does before
-- `npm run rebuild` derives visits, keys and definitions from the events. Runs with the variable `project`;
-- bench/load.ts gives the temporary tables `origins` and `clients`, texts that src/ingest/prepare.ts made.
set timezone = 'UTC';
set work_mem = '1GB';
set max_parallel_workers_per_gather = 0;
-- Every join is of the whole dataset with something smaller; its estimate of the result makes it believe otherwise.
set enable_nestloop = off;
set enable_mergejoin = off;

-- stage: terms
insert into terms (project_id, kind, id, digest, text)
select :project, kind::term_kind, row_number() over (partition by kind order by text collate "C"),
       -- digestOf of src/ingest/event.ts
       encode(substr(sha256(convert_to(length(text) || ':' || text, 'UTF8')), 1, 16), 'hex')::uuid, text
from (
  values ('hostname', 'shop.example'), ('name', 'pageview')
  union all select distinct 'name', event_name from flat_events where event_name is not null
  union all select distinct 'path', path from flat_events
  union all select distinct 'origin', text from origins
  union all select distinct 'client', text from clients
) t (kind, text);

-- stage: visitors
create temporary table numbered_visitors as
select visitor_id, row_number() over (order by min(ts), visitor_id)::int as id from flat_events group by visitor_id;
insert into visitors (project_id, id, kind, digest, key)
select :project, id, 'visitor',
       encode(substr(sha256(convert_to('7:visitor36:' || visitor_id, 'UTF8')), 1, 16), 'hex')::uuid, visitor_id::text
from numbered_visitors order by id;
-- Every event says which visit it is thought to be in; the rebuild decides.
create temporary table numbered_visits as
select session_id, row_number() over (order by min(ts), session_id) as id from flat_events group by session_id;
create temporary table numbered_origins as
select o.*, t.id from origins o join terms t on t.project_id = :project and t.kind = 'origin' and t.text = o.text;
create temporary table numbered_clients as
select c.*, t.id from clients c join terms t on t.project_id = :project and t.kind = 'client' and t.text = c.text;
analyze numbered_visitors, numbered_visits, numbered_origins, numbered_clients, terms;

-- stage: partitions
select ensure_events_partition(month) from generate_series('2026-08-01', '2026-12-01', interval '1 month') month;

-- stage: events
-- Custom events have the properties plan and amount; one in ten of the checkouts has revenue.
insert into events (project_id, timestamp, id, visit_id, visitor_id, type, name, hostname, path, origin, client,
                    received_at, url, referrer, revenue, currency, properties)
select :project, f.ts, f.event_id, s.id, v.id, case f.event_type when 'custom' then 'CUSTOM' else 'PAGEVIEW' end::event_type,
       n.id, h.id, p.id, o.id, c.id, f.ts, 'https://shop.example' || f.path || '?utm_source=' || f.utm_source,
       'https://' || f.referrer_domain || '/',
       case when f.event_name = 'checkout' and x.tenth < 0.1 then x.amount end,
       case when f.event_name = 'checkout' and x.tenth < 0.1 then 'EUR' end,
       case when f.event_type = 'custom'
            then jsonb_build_object('plan', (array['free', 'pro', 'team'])[1 + floor(x.plan * 3)::int], 'amount', x.amount) end
from flat_events f
join numbered_visitors v on v.visitor_id = f.visitor_id
join numbered_visits s on s.session_id = f.session_id
join terms n on n.project_id = :project and n.kind = 'name' and n.text = coalesce(f.event_name, 'pageview')
join terms h on h.project_id = :project and h.kind = 'hostname'
join terms p on p.project_id = :project and p.kind = 'path' and p.text = f.path
join numbered_origins o
  on o.referrer_domain = coalesce(f.referrer_domain, '') and o.utm_source = coalesce(f.utm_source, '')
join numbered_clients c
  on c.country = f.country and c.device = f.device and c.browser = f.browser and c.os = f.os
cross join lateral (
  select round((u(uuid_hash_extended(f.event_id, 61), 61) * 200)::numeric, 2) as amount,
         u(uuid_hash_extended(f.event_id, 62), 62) as plan, u(uuid_hash_extended(f.event_id, 63), 63) as tenth
) x;

-- stage: indexes of the flat table
-- What a good developer gives the plain table that the same questions are asked of.
create index on flat_events (ts);
create index on flat_events (visitor_id, ts);
