CREATE TABLE "flag_verdict" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"flag_id" uuid NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "flag_verdict_team_id_session_id_flag_id_by_id_pk" PRIMARY KEY("team_id","session_id","flag_id","by_id")
);
--> statement-breakpoint
ALTER TABLE "flag_verdict" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "process_form" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"answers" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "process_form_team_id_session_id_by_id_pk" PRIMARY KEY("team_id","session_id","by_id")
);
--> statement-breakpoint
ALTER TABLE "process_form" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_comment" (
	"team_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"parent_id" uuid,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"kind" text NOT NULL,
	"anchor" jsonb,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	CONSTRAINT "review_comment_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "review_comment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_view" (
	"team_id" text NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_view_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_look" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"viewer_id" text NOT NULL,
	"viewer_name" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_look_team_id_session_id_viewer_id_pk" PRIMARY KEY("team_id","session_id","viewer_id")
);
--> statement-breakpoint
ALTER TABLE "session_look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_review" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"need" smallint DEFAULT 0 NOT NULL,
	"needs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"look_asked_at" timestamp (3) with time zone,
	"look_asked_for" text,
	"reviewed_at" timestamp (3) with time zone,
	"reviewed_by" text,
	"reviewed_by_name" text,
	"reviewed_revision" integer,
	"talk_asked_at" timestamp (3) with time zone,
	"talk_asked_by_name" text,
	CONSTRAINT "session_review_team_id_session_id_pk" PRIMARY KEY("team_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "session_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"team_id" text NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "audit_entry_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "playbook_draft" (
	"team_id" text NOT NULL,
	"id" text NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"written_by" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "playbook_draft_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "playbook_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_rule" (
	"team_id" text NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"status" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "team_rule_team_id_id_version_pk" PRIMARY KEY("team_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "team_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_settings" (
	"team_id" text NOT NULL,
	"share_after_hours" integer DEFAULT 24 NOT NULL,
	"retention_months" integer,
	"sensitivity" text,
	"never_flagged" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"require_two_factor" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "team_settings_team_id_pk" PRIMARY KEY("team_id")
);
--> statement-breakpoint
ALTER TABLE "team_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- What was stored before stays readable for the leads.
ALTER TABLE "session" ADD COLUMN "shared_from" timestamp (3) with time zone NOT NULL DEFAULT '1970-01-01';--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "shared_from" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "session_digest" ADD COLUMN "words" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "session_digest" ADD COLUMN "measures" jsonb;--> statement-breakpoint
ALTER TABLE "session_digest" ADD COLUMN "look_again_on" date;--> statement-breakpoint
ALTER TABLE "session_flag" ADD COLUMN "stage_id" text;--> statement-breakpoint
ALTER TABLE "flag_verdict" ADD CONSTRAINT "flag_verdict_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_verdict" ADD CONSTRAINT "flag_verdict_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_form" ADD CONSTRAINT "process_form_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_form" ADD CONSTRAINT "process_form_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_of_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_look" ADD CONSTRAINT "session_look_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_look" ADD CONSTRAINT "session_look_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_review" ADD CONSTRAINT "session_review_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_review" ADD CONSTRAINT "session_review_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_draft" ADD CONSTRAINT "playbook_draft_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_rule" ADD CONSTRAINT "team_rule_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_settings" ADD CONSTRAINT "team_settings_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_comment_session" ON "review_comment" USING btree ("team_id","session_id","created_at");--> statement-breakpoint
CREATE INDEX "session_review_need" ON "session_review" USING btree ("team_id","need" DESC NULLS FIRST,"started_at" DESC NULLS FIRST,"session_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_entry_newest" ON "audit_entry" USING btree ("team_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "flag_verdict_of_team" ON "flag_verdict" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "process_form_of_team" ON "process_form" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "review_comment_of_team" ON "review_comment" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "saved_view_of_team" ON "saved_view" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "session_look_of_team" ON "session_look" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "session_review_of_team" ON "session_review" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "audit_entry_of_team" ON "audit_entry" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "playbook_draft_of_team" ON "playbook_draft" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "team_rule_of_team" ON "team_rule" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "team_settings_of_team" ON "team_settings" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));