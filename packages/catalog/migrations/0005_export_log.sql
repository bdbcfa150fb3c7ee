CREATE TABLE "export_log" (
	"public_id" text PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"actor" text NOT NULL,
	"key_name" text,
	"what" text NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" text DEFAULT 'running' NOT NULL,
	"rows" bigint,
	"bytes" bigint,
	"sha256" text,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "export_log" ADD CONSTRAINT "export_log_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_log_publication_started_at_index" ON "export_log" USING btree ("publication","started_at");