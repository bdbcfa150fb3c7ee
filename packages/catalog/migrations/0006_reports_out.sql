CREATE TABLE "mail_servers" (
	"publication" integer PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"tls" text NOT NULL,
	"user" text,
	"password" "bytea",
	"from" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schedule_runs" (
	"public_id" text PRIMARY KEY NOT NULL,
	"schedule" text NOT NULL,
	"key" text NOT NULL,
	"cause" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"issue" text,
	"issue_title" text,
	"missed" integer NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"reason" text,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"holder" text,
	"held_until" timestamp (3) with time zone,
	CONSTRAINT "schedule_runs_once" UNIQUE("schedule","key")
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"public_id" text PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"name" text NOT NULL,
	"what" jsonb NOT NULL,
	"cadence" jsonb NOT NULL,
	"destination" jsonb NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"since" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"public_id" text PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"label" text NOT NULL,
	"subject" jsonb NOT NULL,
	"files" boolean NOT NULL,
	"sites" text[] NOT NULL,
	"actor" text NOT NULL,
	"key_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"opened" bigint DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp (3) with time zone,
	CONSTRAINT "share_links_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "imported_issues" ADD COLUMN "heading" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_issues" ADD COLUMN "text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_servers" ADD CONSTRAINT "mail_servers_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_schedule_schedules_public_id_fk" FOREIGN KEY ("schedule") REFERENCES "schedules"("public_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "schedule_runs_schedule_due_at_index" ON "schedule_runs" USING btree ("schedule","due_at");--> statement-breakpoint
CREATE INDEX "schedule_runs_unfinished" ON "schedule_runs" USING btree ("state") WHERE "schedule_runs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "schedules_publication_index" ON "schedules" USING btree ("publication");--> statement-breakpoint
CREATE INDEX "share_links_publication_created_at_index" ON "share_links" USING btree ("publication","created_at");