CREATE TABLE "mailings" (
	"publication" integer NOT NULL,
	"key" "bytea" NOT NULL,
	"issue" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailings_publication_key_pk" PRIMARY KEY("publication","key")
);
--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_issue_issues_id_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailings_issue_index" ON "mailings" USING btree ("issue");--> statement-breakpoint
CREATE INDEX "mailings_publication_created_at_index" ON "mailings" USING btree ("publication","created_at");