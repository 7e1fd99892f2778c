-- A member's own calendar feed. Who leaves the team takes its address out of service by that.
CREATE TABLE "calendar_feed" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"user_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_feed_team_id_user_id_pk" PRIMARY KEY("team_id","user_id"),
	CONSTRAINT "calendar_feed_member" FOREIGN KEY ("team_id","user_id") REFERENCES "sign_in"."member"("organization_id","user_id") ON DELETE cascade
);--> statement-breakpoint
ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_feed" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "calendar_feed_of_team" ON "calendar_feed" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "calendar_feed" TO eitherway_team;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_secret" ON "calendar_feed" USING btree ("team_id","secret_hash");--> statement-breakpoint
-- So that a feed looks only at sessions of which a day is to come.
ALTER TABLE "session_digest" ADD COLUMN "calendar_until" date;--> statement-breakpoint
-- Row security may hold for who migrates, too: team by team.
DO $$
DECLARE team text;
BEGIN
  FOR team IN SELECT id FROM sign_in.organization LOOP
    PERFORM set_config('app.team', team, true);
    UPDATE session_digest d SET calendar_until = days.last
    FROM session s, LATERAL (
      SELECT max(day)::date AS last FROM (
        SELECT step ->> 'date' AS day FROM jsonb_array_elements(s.document #> '{decision,nextSteps}') step
        UNION ALL
        SELECT s.document #>> '{decision,lookAgainOn}' WHERE s.document #>> '{decision,outcome}' = 'not-yet'
      ) written
    ) days
    WHERE d.team_id = team AND s.team_id = team AND s.id = d.session_id AND days.last IS NOT NULL;
  END LOOP;
  PERFORM set_config('app.team', '', true);
END
$$;--> statement-breakpoint
CREATE INDEX "session_digest_calendar" ON "session_digest" USING btree ("team_id","calendar_until") WHERE calendar_until is not null;--> statement-breakpoint
-- For the page of one client.
CREATE INDEX "session_client" ON "session" USING btree ("team_id","client","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);
