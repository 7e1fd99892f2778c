CREATE SCHEMA "sign_in";
--> statement-breakpoint
CREATE TABLE "invitation" (
	"team_id" text NOT NULL,
	"id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" text,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "playbook" (
	"team_id" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "playbook_team_id_id_version_pk" PRIMARY KEY("team_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "playbook" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "session" (
	"team_id" text NOT NULL,
	"id" uuid NOT NULL,
	"expert_id" text NOT NULL,
	"expert_name" text NOT NULL,
	"revision" integer NOT NULL,
	"body_hash" text NOT NULL,
	"client" text NOT NULL,
	"title" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"playbook_id" text NOT NULL,
	"playbook_version" integer NOT NULL,
	"decision_reached" boolean NOT NULL,
	"document" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_digest" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"flags_by_category" jsonb NOT NULL,
	CONSTRAINT "session_digest_team_id_session_id_pk" PRIMARY KEY("team_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "session_digest" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_event" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "session_event_team_id_session_id_revision_kind_pk" PRIMARY KEY("team_id","session_id","revision","kind")
);
--> statement-breakpoint
ALTER TABLE "session_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_flag" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"flag_id" uuid NOT NULL,
	"category" text NOT NULL,
	"sureness" real NOT NULL,
	"answer" text,
	CONSTRAINT "session_flag_team_id_session_id_flag_id_pk" PRIMARY KEY("team_id","session_id","flag_id")
);
--> statement-breakpoint
ALTER TABLE "session_flag" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_tombstone" (
	"team_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"expert_id" text NOT NULL,
	"deleted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_tombstone_team_id_session_id_pk" PRIMARY KEY("team_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "session_tombstone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in"."invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"status" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"inviter_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"kind" text DEFAULT 'web' NOT NULL,
	"user_id" text NOT NULL,
	"active_organization_id" text,
	"ip_address" text,
	"user_agent" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in"."device_code" (
	"id" text PRIMARY KEY NOT NULL,
	"device_code" text NOT NULL,
	"user_code" text NOT NULL,
	"user_id" text,
	"expires_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"last_polled_at" timestamp with time zone,
	"polling_interval" integer,
	"client_id" text,
	"scope" text,
	CONSTRAINT "device_code_device_code_unique" UNIQUE("device_code"),
	CONSTRAINT "device_code_user_code_unique" UNIQUE("user_code")
);
--> statement-breakpoint
CREATE TABLE "sign_in"."member" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "member_role" CHECK ("sign_in"."member"."role" in ('expert', 'lead', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "sign_in"."member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in"."organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organization_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "sign_in"."organization" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "sign_in"."user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook" ADD CONSTRAINT "playbook_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_digest" ADD CONSTRAINT "session_digest_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_digest" ADD CONSTRAINT "session_digest_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_event" ADD CONSTRAINT "session_event_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_flag" ADD CONSTRAINT "session_flag_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_flag" ADD CONSTRAINT "session_flag_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_tombstone" ADD CONSTRAINT "session_tombstone_team_id_organization_id_fk" FOREIGN KEY ("team_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "sign_in"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in"."invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "sign_in"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in"."member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "sign_in"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in"."member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "sign_in"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "sign_in"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_secret" ON "invitation" USING btree ("team_id","secret_hash");--> statement-breakpoint
CREATE INDEX "session_newest" ON "session" USING btree ("team_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "session_expert" ON "session" USING btree ("team_id","expert_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "session_flag_category" ON "session_flag" USING btree ("team_id","category","session_id");--> statement-breakpoint
CREATE INDEX "account_user" ON "sign_in"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "sign_in"."session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_once" ON "sign_in"."member" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "member_user" ON "sign_in"."member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "sign_in"."two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "sign_in"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE POLICY "invitation_of_team" ON "invitation" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "playbook_of_team" ON "playbook" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "session_of_team" ON "session" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "session_digest_of_team" ON "session_digest" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "session_event_of_team" ON "session_event" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "session_flag_of_team" ON "session_flag" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "session_tombstone_of_team" ON "session_tombstone" AS PERMISSIVE FOR ALL TO public USING (team_id = current_setting('app.team', true)) WITH CHECK (team_id = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "member_of_team" ON "sign_in"."member" AS PERMISSIVE FOR SELECT TO "eitherway_team" USING ("sign_in"."member"."organization_id" = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "organization_of_team" ON "sign_in"."organization" AS PERMISSIVE FOR SELECT TO "eitherway_team" USING ("sign_in"."organization"."id" = current_setting('app.team', true));--> statement-breakpoint
CREATE POLICY "user_of_team" ON "sign_in"."user" AS PERMISSIVE FOR SELECT TO "eitherway_team" USING (exists (select 1 from sign_in.member m where m.user_id = "sign_in"."user"."id" and m.organization_id = current_setting('app.team', true)));