ALTER TABLE "sign_in"."session" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_in"."organization" ADD COLUMN "require_two_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in"."organization" ADD COLUMN "delete_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_in"."organization" ADD COLUMN "delete_asked_by" text;--> statement-breakpoint
ALTER TABLE "team_settings" ADD COLUMN "retention_from" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "audit_entry_action" ON "audit_entry" USING btree ("team_id","action","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);