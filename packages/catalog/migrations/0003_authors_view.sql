CREATE TABLE "mail_providers" (
	"publication" integer NOT NULL,
	"provider" text NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_providers_publication_provider_pk" PRIMARY KEY("publication","provider")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"public_id" text PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"issue" integer,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "shows_readers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_providers" ADD CONSTRAINT "mail_providers_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_issue_issues_id_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notes_publication_at_index" ON "notes" USING btree ("publication","at");--> statement-breakpoint
CREATE INDEX "notes_issue_index" ON "notes" USING btree ("issue");