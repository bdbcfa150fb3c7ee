CREATE TABLE "api_keys" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"hash" "bytea" NOT NULL,
	"name" text NOT NULL,
	"hint" text NOT NULL,
	"publication" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "daily_salts" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"issue" integer NOT NULL,
	"edition" text NOT NULL,
	"original_html" "bytea" NOT NULL,
	"tracked_html" "bytea" NOT NULL,
	CONSTRAINT "editions_issue_edition_pk" PRIMARY KEY("issue","edition")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issues_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"publication" integer NOT NULL,
	"title" text NOT NULL,
	"subtitle" text NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"has_paywall" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issues_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"issue" integer NOT NULL,
	"section" integer,
	"url" text NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"ordinal" integer NOT NULL,
	CONSTRAINT "links_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "links_issue_ordinal_unique" UNIQUE("issue","ordinal")
);
--> statement-breakpoint
CREATE TABLE "owner" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"password_hash" text NOT NULL,
	CONSTRAINT "owner_is_one" CHECK ("owner"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"is_sample" boolean NOT NULL,
	"sites" text[] DEFAULT '{}' NOT NULL,
	"tracks_opens" boolean DEFAULT true NOT NULL,
	"tracks_clicks" boolean DEFAULT true NOT NULL,
	"tracks_readers" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "readers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "readers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publication" integer NOT NULL,
	"reference" "bytea" NOT NULL,
	"segment" text NOT NULL,
	CONSTRAINT "readers_publication_reference_unique" UNIQUE("publication","reference")
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"issue" integer NOT NULL,
	"title" text NOT NULL,
	"ordinal" integer NOT NULL,
	"access" text NOT NULL,
	CONSTRAINT "sections_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "sections_issue_ordinal_unique" UNIQUE("issue","ordinal")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token_keys" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "token_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publication" integer NOT NULL,
	"secret" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_issue_issues_id_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_issue_issues_id_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_section_sections_id_fk" FOREIGN KEY ("section") REFERENCES "sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_issue_issues_id_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_keys" ADD CONSTRAINT "token_keys_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_publication_index" ON "api_keys" USING btree ("publication");--> statement-breakpoint
CREATE INDEX "issues_newest_first" ON "issues" USING btree ("publication","sent_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "links_section_index" ON "links" USING btree ("section");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "token_keys_publication_index" ON "token_keys" USING btree ("publication");