-- Row security lets the team's role use no index for full text (its operator may leak), so words lie where that role
-- reaches nothing, behind a function that sees to the team itself.
CREATE SCHEMA "search";--> statement-breakpoint
CREATE TABLE "search"."session_words" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"words" tsvector NOT NULL,
	CONSTRAINT "session_words_pk" PRIMARY KEY("team_id","session_id"),
	CONSTRAINT "session_words_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
CREATE INDEX "session_words_words" ON "search"."session_words" USING gin ("words");--> statement-breakpoint
REVOKE ALL ON SCHEMA "search" FROM PUBLIC;--> statement-breakpoint
-- What is searched of a session: its client, its title, its notes and own questions. Never its decision. The team stands
-- among the words, so that what another team wrote often costs this one nothing.
CREATE FUNCTION "search"."words_of"(team text, document jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  select array_to_tsvector(array['team:' || team])
    || to_tsvector('english', concat_ws(' ', document #>> '{client,name}', document ->> 'title'))
    || to_tsvector('english', coalesce((select string_agg(left(note ->> 'text', 200000), ' ')
         from jsonb_array_elements(document -> 'notes') note), ''))
    || to_tsvector('english', coalesce((select string_agg(own ->> 'text', ' ')
         from jsonb_array_elements(document -> 'ownQuestions') own), ''))
$$;--> statement-breakpoint
-- As people search the web: every word must be there, "quoted words" side by side, -not this one.
CREATE FUNCTION "search"."sessions_with"(asked text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog AS $$
  select w.session_id from search.session_words w
  where current_setting('app.team', true) <> ''
    and w.team_id = current_setting('app.team', true)
    and numnode(websearch_to_tsquery('english', asked)) > 0
    and w.words @@ (array_to_tsvector(array['team:' || current_setting('app.team', true)])::text::tsquery
      && websearch_to_tsquery('english', asked))
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "search"."sessions_with"(text) FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA "search" TO eitherway_team;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "search"."sessions_with"(text) TO eitherway_team;--> statement-breakpoint
-- For stages and playbooks of the queue.
CREATE INDEX "session_playbook" ON "session" USING btree ("team_id","playbook_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
-- The kind of stage, which playbooks share; the ids of stages are each playbook's own.
ALTER TABLE "session_flag" RENAME COLUMN "stage_id" TO "stage";
