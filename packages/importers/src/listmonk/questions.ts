/** Every question that is put to listmonk's tables. Times come as milliseconds since 1970, in UTC. */

const MS = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** Those that went out, wholly or in part, the earliest first; and which did not. */
export const CAMPAIGNS = `
  select id::text, subject, coalesce(array_to_json(tags), '[]')::text as tags, type::text, status::text, sent,
         ${MS('coalesce(started_at, send_at, created_at)')} as "sentAt",
         started_at is not null and (status = 'finished' or sent > 0) as "wentOut"
  from campaigns
  order by coalesce(started_at, send_at, created_at), id`;

export const BODY = `select body, content_type::text as kind from campaigns where id = $1::int`;

export const PEOPLE = `
  select email, ${MS('created_at')} as "subscribedAt"
  from subscribers
  order by id`;

/** Nobody is behind a view or a click where listmonk does not track individuals, or the subscriber was deleted. */
export const VIEWS = `
  select s.email, ${MS('v.created_at')} as time
  from campaign_views v join subscribers s on s.id = v.subscriber_id
  where v.campaign_id = $1::int
  order by v.created_at, s.id`;

export const CLICKS = `
  select s.email, ${MS('c.created_at')} as time, l.url
  from link_clicks c join subscribers s on s.id = c.subscriber_id join links l on l.id = c.link_id
  where c.campaign_id = $1::int
  order by c.created_at, s.id, l.id`;

export const BOUNCES = `
  select s.email, ${MS('b.created_at')} as time
  from bounces b join subscribers s on s.id = b.subscriber_id
  where b.campaign_id = $1::int and b.type::text = $2::text
  order by b.created_at, s.id`;

/** Whoever is on no list any more, since the last that was left. */
export const UNSUBSCRIBED = `
  select s.email, ${MS('max(l.updated_at)')} as time
  from subscriber_lists l join subscribers s on s.id = l.subscriber_id
  group by s.id, s.email
  having bool_and(l.status::text = 'unsubscribed')
  order by max(l.updated_at), s.id`;

export const UNSUBSCRIBED_COUNT = `
  select count(*)::float8 as rows, min(time) as "from", max(time) as "to" from (${UNSUBSCRIBED}) as gone`;

export const PEOPLE_COUNT = `select count(*)::float8 as rows from subscribers`;

/** Before version 2 there is no such table. */
export const HAS_BOUNCES = `select to_regclass('bounces') is not null as "hasBounces"`;

/** Rows by campaign, with how many of them nobody is behind. */
export const COUNTS = {
  opened: counts('campaign_views'),
  clicked: counts('link_clicks'),
} as const;

export const BOUNCE_COUNTS = `
  select b.campaign_id::text as campaign, b.type::text as type, count(*)::float8 as rows,
         ${MS('min(b.created_at)')} as "from", ${MS('max(b.created_at)')} as "to"
  from bounces b
  group by b.campaign_id, b.type`;

function counts(table: string): string {
  return `
  select campaign_id::text as campaign, count(subscriber_id)::float8 as rows,
         (count(*) - count(subscriber_id))::float8 as nobodys,
         ${MS('min(created_at) filter (where subscriber_id is not null)')} as "from",
         ${MS('max(created_at) filter (where subscriber_id is not null)')} as "to"
  from ${table}
  group by campaign_id`;
}
