CREATE TABLE "self_check" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"published_by" text NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "self_check_team_id_id_version_pk" PRIMARY KEY("team_id","id","version")
);--> statement-breakpoint
CREATE TABLE "client_link" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"secret_hash" text NOT NULL,
	"self_check_id" text,
	"for_name" text DEFAULT '' NOT NULL,
	"for_email" text DEFAULT '' NOT NULL,
	"times" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"session_id" uuid,
	"check_id" uuid,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone,
	CONSTRAINT "client_link_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "client_link_of_session" FOREIGN KEY ("team_id","session_id") REFERENCES "session"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
CREATE TABLE "sent_check" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"self_check_id" text NOT NULL,
	"self_check_version" integer NOT NULL,
	"language" text NOT NULL,
	"wish" text NOT NULL,
	"closing" text NOT NULL,
	"answers" jsonb NOT NULL,
	"answered" jsonb NOT NULL,
	"organisation" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"time" text NOT NULL,
	"message" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"taken_by" text,
	"taken_by_name" text,
	"session_id" uuid,
	CONSTRAINT "sent_check_team_id_id_pk" PRIMARY KEY("team_id","id")
);--> statement-breakpoint
CREATE TABLE "decision_record" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"session_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"made_of" text NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decision_record_team_id_session_id_version_pk" PRIMARY KEY("team_id","session_id","version"),
	CONSTRAINT "decision_record_session" FOREIGN KEY ("team_id","session_id") REFERENCES "session"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
CREATE TABLE "record_response" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"part" text NOT NULL,
	"text" text NOT NULL,
	"name" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answer_text" text DEFAULT '' NOT NULL,
	"answered_by_name" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "record_response_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "record_response_of_session" FOREIGN KEY ("team_id","session_id") REFERENCES "session"("team_id","id") ON DELETE cascade
);--> statement-breakpoint
CREATE TABLE "talk_answer" (
	"team_id" text NOT NULL REFERENCES "sign_in"."organization"("id") ON DELETE cascade,
	"id" uuid NOT NULL,
	"month" date NOT NULL,
	"understood" smallint,
	"heard" smallint,
	"shaped" smallint,
	CONSTRAINT "talk_answer_team_id_id_pk" PRIMARY KEY("team_id","id")
);--> statement-breakpoint
ALTER TABLE "self_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "self_check" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "self_check_of_team" ON "self_check" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
ALTER TABLE "client_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "client_link" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "client_link_of_team" ON "client_link" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
ALTER TABLE "sent_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sent_check" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "sent_check_of_team" ON "sent_check" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
ALTER TABLE "decision_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "decision_record" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "decision_record_of_team" ON "decision_record" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
ALTER TABLE "record_response" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "record_response" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "record_response_of_team" ON "record_response" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
ALTER TABLE "talk_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "talk_answer" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "talk_answer_of_team" ON "talk_answer" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "self_check", "client_link", "sent_check", "decision_record", "record_response", "talk_answer" TO eitherway_team;--> statement-breakpoint
CREATE INDEX "client_link_session" ON "client_link" USING btree ("team_id","session_id");--> statement-breakpoint
CREATE INDEX "sent_check_newest" ON "sent_check" USING btree ("team_id","sent_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "record_response_session" ON "record_response" USING btree ("team_id","session_id","said_at");--> statement-breakpoint
CREATE INDEX "talk_answer_month" ON "talk_answer" USING btree ("team_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "client_link_secret" ON "client_link" USING btree ("team_id","secret_hash");
