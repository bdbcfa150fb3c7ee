ALTER TABLE "imported_issues" ADD COLUMN "heading" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_issues" ADD COLUMN "text" text DEFAULT '' NOT NULL;