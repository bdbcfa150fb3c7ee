CREATE TABLE "billing_systems" (
	"publication" integer NOT NULL,
	"system" text NOT NULL,
	"secret" text NOT NULL,
	"account" text,
	"takes_tests" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_systems_publication_system_pk" PRIMARY KEY("publication","system")
);
--> statement-breakpoint
ALTER TABLE "billing_systems" ADD CONSTRAINT "billing_systems_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;