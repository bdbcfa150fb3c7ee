CREATE TABLE "brands" (
	"publication" integer PRIMARY KEY NOT NULL,
	"colour" text,
	"logo" "bytea"
);
--> statement-breakpoint
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
CREATE TABLE "imported_issues" (
	"publication" integer NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"issue" integer NOT NULL,
	CONSTRAINT "imported_issues_publication_source_key_pk" PRIMARY KEY("publication","source","key")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"public_id" text PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"database" text,
	"mapping" jsonb,
	"columns" jsonb,
	"found" jsonb,
	"counts" jsonb,
	"problem" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"publication" integer NOT NULL,
	"key" "bytea" NOT NULL,
	"issue" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailings_publication_key_pk" PRIMARY KEY("publication","key")
);
--> statement-breakpoint
ALTER TABLE "brands" ADD CONSTRAINT "brands_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_log" ADD CONSTRAINT "export_log_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_issues" ADD CONSTRAINT "imported_issues_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_issues" ADD CONSTRAINT "imported_issues_issue_issues_id_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_issue_issues_id_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_log_publication_started_at_index" ON "export_log" USING btree ("publication","started_at");--> statement-breakpoint
CREATE INDEX "imported_issues_issue_index" ON "imported_issues" USING btree ("issue");--> statement-breakpoint
CREATE INDEX "imports_publication_index" ON "imports" USING btree ("publication");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_one_at_work" ON "imports" USING btree ("publication") WHERE "imports"."state" in ('looking', 'running');--> statement-breakpoint
CREATE INDEX "mailings_issue_index" ON "mailings" USING btree ("issue");--> statement-breakpoint
CREATE INDEX "mailings_publication_created_at_index" ON "mailings" USING btree ("publication","created_at");