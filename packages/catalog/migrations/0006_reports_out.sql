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
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "share_links_publication_created_at_index" ON "share_links" USING btree ("publication","created_at");