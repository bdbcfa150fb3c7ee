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
CREATE TABLE "experiment_arms" (
	"experiment" text NOT NULL,
	"position" smallint NOT NULL,
	"offer" integer NOT NULL,
	"weight" integer NOT NULL,
	CONSTRAINT "experiment_arms_experiment_position_pk" PRIMARY KEY("experiment","position"),
	CONSTRAINT "experiment_arms_offer_experiment_unique" UNIQUE("offer","experiment")
);
--> statement-breakpoint
CREATE TABLE "experiments" (
	"public_id" text PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"name" text NOT NULL,
	"readers" text NOT NULL,
	"visitors" boolean NOT NULL,
	"share" double precision NOT NULL,
	"measure" text NOT NULL,
	"guardrails" jsonb NOT NULL,
	"smallest_effect" double precision NOT NULL,
	"baseline" double precision,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "offers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"publication" integer NOT NULL,
	"name" text NOT NULL,
	"trial_days" integer NOT NULL,
	"price" bigint NOT NULL,
	"currency" text NOT NULL,
	"months" integer NOT NULL,
	"headline" text NOT NULL,
	"text" text NOT NULL,
	"button" text NOT NULL,
	"takes_card" boolean NOT NULL,
	"is_usual" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offers_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "attribution_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing_systems" ADD CONSTRAINT "billing_systems_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_arms" ADD CONSTRAINT "experiment_arms_experiment_experiments_public_id_fk" FOREIGN KEY ("experiment") REFERENCES "experiments"("public_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_arms" ADD CONSTRAINT "experiment_arms_offer_offers_id_fk" FOREIGN KEY ("offer") REFERENCES "offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiments_publication_index" ON "experiments" USING btree ("publication");--> statement-breakpoint
CREATE UNIQUE INDEX "experiments_one_running" ON "experiments" USING btree ("publication") WHERE "experiments"."started_at" is not null and "experiments"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "offers_publication_index" ON "offers" USING btree ("publication");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_usual" ON "offers" USING btree ("publication") WHERE "offers"."is_usual";