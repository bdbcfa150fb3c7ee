CREATE TABLE "brands" (
	"publication" integer PRIMARY KEY NOT NULL,
	"colour" text,
	"logo" "bytea"
);
--> statement-breakpoint
ALTER TABLE "brands" ADD CONSTRAINT "brands_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;