-- Who sends sees of every team that something is due, and nothing of what it is.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'eitherway_sender') THEN
    BEGIN
      CREATE ROLE eitherway_sender NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    BEGIN
      EXECUTE format('GRANT eitherway_sender TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      IF NOT pg_has_role(current_user, 'eitherway_sender', 'MEMBER') THEN RAISE; END IF;
    END;
  END IF;
END
$$;--> statement-breakpoint
CREATE TABLE "crm_connection" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"id" uuid NOT NULL,
	"crm" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"account" jsonb,
	"mapping" jsonb NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"send_from" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone,
	CONSTRAINT "crm_connection_team_id_id_pk" PRIMARY KEY("team_id","id")
);--> statement-breakpoint
CREATE TABLE "crm_delivery" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"connection_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wanted" text NOT NULL,
	"wanted_revision" integer NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"remote_id" text,
	"remote_url" text,
	"sent_revision" integer,
	"sent_hash" text,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"candidates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"shortened" boolean DEFAULT false NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"in_doubt" boolean DEFAULT false NOT NULL,
	"first_tried_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"next_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "crm_delivery_team_id_connection_id_session_id_kind_pk" PRIMARY KEY("team_id","connection_id","session_id","kind"),
	CONSTRAINT "crm_delivery_connection" FOREIGN KEY ("team_id","connection_id") REFERENCES "crm_connection"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
CREATE TABLE "crm_match" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"connection_id" uuid NOT NULL,
	"key" text NOT NULL,
	"link" jsonb,
	"chosen_by" text NOT NULL,
	"chosen_by_name" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "crm_match_team_id_connection_id_key_pk" PRIMARY KEY("team_id","connection_id","key"),
	CONSTRAINT "crm_match_connection" FOREIGN KEY ("team_id","connection_id") REFERENCES "crm_connection"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
CREATE TABLE "crm_consent" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"state_hash" text NOT NULL,
	"connection_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"verifier" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "crm_consent_team_id_state_hash_pk" PRIMARY KEY("team_id","state_hash"),
	CONSTRAINT "crm_consent_connection" FOREIGN KEY ("team_id","connection_id") REFERENCES "crm_connection"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
CREATE TABLE "crm_lane" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"connection_id" uuid NOT NULL,
	"leased_by" text,
	"leased_until" timestamp (3) with time zone,
	"not_before" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "crm_lane_team_id_connection_id_pk" PRIMARY KEY("team_id","connection_id"),
	CONSTRAINT "crm_lane_connection" FOREIGN KEY ("team_id","connection_id") REFERENCES "crm_connection"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
ALTER TABLE "crm_connection" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_connection" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_delivery" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_match" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_match" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_consent" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_lane" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "crm_lane" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "crm_connection_of_team" ON "crm_connection" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "crm_delivery_of_team" ON "crm_delivery" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "crm_delivery_due_of_senders" ON "crm_delivery" AS PERMISSIVE FOR SELECT TO eitherway_sender USING (true);--> statement-breakpoint
CREATE POLICY "crm_match_of_team" ON "crm_match" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "crm_consent_of_team" ON "crm_consent" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "crm_lane_of_team" ON "crm_lane" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "crm_lane_of_senders" ON "crm_lane" AS PERMISSIVE FOR ALL TO eitherway_sender USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "crm_connection", "crm_delivery", "crm_match", "crm_consent", "crm_lane" TO eitherway_team;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO eitherway_sender;--> statement-breakpoint
GRANT SELECT ("team_id", "connection_id", "state", "next_at") ON "crm_delivery" TO eitherway_sender;--> statement-breakpoint
GRANT SELECT, UPDATE ON "crm_lane" TO eitherway_sender;--> statement-breakpoint
CREATE INDEX "crm_delivery_due" ON "crm_delivery" USING btree ("team_id","connection_id","next_at") WHERE state in ('waiting', 'sending', 'doubt');--> statement-breakpoint
CREATE INDEX "crm_delivery_session" ON "crm_delivery" USING btree ("team_id","session_id");--> statement-breakpoint
CREATE INDEX "crm_delivery_newest" ON "crm_delivery" USING btree ("team_id","connection_id","changed_at" DESC NULLS FIRST);--> statement-breakpoint
-- Whoever deletes a session, its notes are to go from everywhere: what is under way is seen to when it ends.
CREATE FUNCTION "crm_session_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crm_delivery d SET wanted = 'absent', problem = NULL,
    state = CASE WHEN d.state IN ('sending', 'doubt') THEN d.state ELSE 'waiting' END,
    next_at = CASE WHEN d.state IN ('sending', 'doubt') THEN d.next_at ELSE '-infinity' END
  FROM gone WHERE d.team_id = gone.team_id AND d.session_id = gone.id AND d.state <> 'removed';
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "crm_session_gone" AFTER DELETE ON "session" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION "crm_session_gone"();
