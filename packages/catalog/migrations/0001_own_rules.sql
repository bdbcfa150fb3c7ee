CREATE TABLE "judging" (
	"publication" integer PRIMARY KEY NOT NULL,
	"rules_version" integer DEFAULT 0 NOT NULL,
	"judged_built_in" integer,
	"judged_rules" integer
);
--> statement-breakpoint
CREATE TABLE "own_rules" (
	"public_id" text PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"client" text,
	"network" text,
	"range" text,
	"place" bigint,
	"domain" text,
	"verdict" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "own_rules_publication_position_unique" UNIQUE("publication","position"),
	CONSTRAINT "own_rules_publication_name_unique" UNIQUE("publication","name")
);
--> statement-breakpoint
ALTER TABLE "judging" ADD CONSTRAINT "judging_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_rules" ADD CONSTRAINT "own_rules_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;