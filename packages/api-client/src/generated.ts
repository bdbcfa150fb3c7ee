// Written by `npm run api-client` from the API's own OpenAPI document: change the API, not this.
export interface paths {
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe this API (OpenAPI 3.1)
         * @description Anybody may call this.
         */
        get: operations["get_api_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how much waits to be forwarded, and what happens when there is no room for more
         * @description For the owner.
         */
        get: operations["get_collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys, the oldest first
         * @description For the owner.
         */
        get: operations["get_keys"];
        put?: never;
        /**
         * Make an API key
         * @description For everything, or for one publication. The key itself is shown this once. For the owner.
         */
        post: operations["post_keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an API key
         * @description For the owner.
         */
        delete: operations["delete_keys_by_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the publications, the oldest first
         * @description A key of one publication gets that one. For the owner, and for keys of the publication.
         */
        get: operations["get_publications"];
        put?: never;
        /**
         * Create a publication
         * @description For the owner.
         */
        post: operations["post_publications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a publication
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication"];
        put?: never;
        post?: never;
        /**
         * Remove a publication with everything that was counted for it
         * @description Cannot be undone. Links in issues that were sent stop working. For the owner.
         */
        delete: operations["delete_publications_by_publication"];
        options?: never;
        head?: never;
        /**
         * Change a publication's name, time zone, sites, what is tracked, whether a link for machines is planted, or whether single readers are shown
         * @description What is left out stays as it is; `sites` replaces all of them. What is switched off is not collected from then on; what was collected stays, and links work in any case. `plantsHoneypot` holds for issues created from then on. `showsReaders` is for the owner alone to change. For the owner, and for keys of the publication.
         */
        patch: operations["patch_publications_by_publication"];
        trace?: never;
    };
    "/api/v1/publications/{publication}/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what should be looked into, the most urgent first
         * @description Nothing is claimed from too few figures. What concerns the whole installation (quarantine, waiting events) is told to the owner alone. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_attention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/billing/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import subscriptions from a file, or from what Stripe lists
         * @description Takes comma-separated values as text/csv (docs/billing.md has the columns), or as JSON what Stripe lists: subscriptions, invoices, refunds, events and others, under the same names as its webhook, so that what was reported already counts once. With preview=true nothing is written, and the answer says what was found. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_billing_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/billing/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State how subscriptions stand, what was paid, what was given back, or whose they are
         * @description Up to 1,000 statements, in any order and as often as you like: each is true of its time, and counts once. Nothing is written where one has a mistake. Of names and addresses only hashes are kept. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_billing_statements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/billing/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the billing systems that report on the subscriptions of a publication
         * @description And where each that can be set up is to report to. Secrets are not read back. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_billing_systems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/billing/systems/{system}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a billing system up, or otherwise than it was
         * @description For Stripe the signing secret of its webhook endpoint, for another system the secret that its signed webhooks (Standard Webhooks) share. Collectors know it within seconds; until then reports are refused, and come again. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_billing_systems_by_system"];
        post?: never;
        /**
         * Take nothing more from a billing system
         * @description What it has stated stays. For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_billing_systems_by_system"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how a publication's reports look
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_brand"];
        /**
         * Choose the colour and the logo of a publication's reports
         * @description What is left out stays as it is, null takes it away. The colour has a contrast of at least 4.5 to 1 with white. The logo is a PNG or a JPEG, by its bytes, of 512 KB and 4,000 pixels a side at most. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_brand"];
        post?: never;
        /**
         * Let reports look as usual again, without a logo
         * @description For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_brand"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/brand/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the logo of a publication's reports
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_brand_logo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell on which days of the last twelve months issues went out or were missing
         * @description A day is skipped where the publication usually sends on its weekday, by the eight weeks before, and did not. What that, or a second issue on one day, does to the open rate of the next issue comes with its 90 % interval. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two to six issues: figures with their uncertainty, readers since sending, sections and links
         * @description `issues`: their ids, with commas between them. Ranges are 90 % Wilson intervals. A lead is clear where the 90 % Newcombe interval of its difference from the next issue is above nothing. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell when something last came from each source of events
         * @description Of what has just arrived at once; of anything older up to a minute late. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/connections/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to try out whether what is fetched arrives
         * @description The answer holds the address of a pixel that belongs to no issue. Open it, or send it to yourself in a message: whatever fetches it first is seen by its progress. No figure counts it. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_connections_checks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/connections/checks/{check}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how far a try has come
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_connections_checks_by_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the experiments between offers, the newest first
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_experiments"];
        put?: never;
        /**
         * Draft an experiment between offers
         * @description Nothing is shown to anybody until it is started. The first of its offers is the control. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_experiments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/experiments/{experiment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an experiment
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_experiments_by_experiment"];
        put?: never;
        post?: never;
        /**
         * Remove an experiment that was not started
         * @description For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_experiments_by_experiment"];
        options?: never;
        head?: never;
        /**
         * Change an experiment that was not started yet
         * @description What is left out stays as it is; `arms` and `guardrails` replace all of them. For the owner, and for keys of the publication.
         */
        patch: operations["patch_publications_by_publication_experiments_by_experiment"];
        trace?: never;
    };
    "/api/v1/publications/{publication}/experiments/{experiment}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what an experiment has shown so far
         * @description Comparisons, guardrails and the split of people may be looked at every day. `paid` and `revenue` are of people who were shown an offer the longest trial and three days ago. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_experiments_by_experiment_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/experiments/{experiment}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start an experiment: from now on nothing about it changes but that it is stopped
         * @description One runs at a time. Its control becomes the usual offer, for everybody who takes no part. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_experiments_by_experiment_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/experiments/{experiment}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an experiment: everybody is shown its control
         * @description Pages and mails follow within seconds. What was counted stays; it cannot be started again. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_experiments_by_experiment_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/experiments/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell how many people and days an experiment would take
         * @description With a power of 80 % at a level of 95 %, by the people who hit the paywall in the last 28 days. `days` holds the wait for the longest trial where it is about payments. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_experiments_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who took what out of a publication, the newest first
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_exports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/exports/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export events, issues, links, sections, readers, trials or cohorts as a file
         * @description `file` is one of events, issues, links, sections, readers, trials, cohorts with one of .csv, .ndjson, .parquet, .arrow, .xlsx. Readers are keyed hashes, never names or addresses. The file is sent as it is made; one that fails is torn off. Trailers `x-readout-rows` and `x-readout-sha256`, and exports/log/{export}, say what a whole one is. Dates in text are in the publication’s time zone. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_exports_by_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/exports/log/{export}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how an export went: its rows, bytes and SHA-256, by which a file is checked
         * @description The id is that of the header `x-readout-export` of the export. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_exports_log_by_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/exports/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cut the events into parts to be exported one by one, so that an export can go on where it ended
         * @description By issue, of about so many `rows` each. Give each `part` with the same filter, and `to` as it is answered: what comes later is in none of them. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_exports_parts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/exports/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a file of a table that is sent, with a header that says what it is of
         * @description For what the dashboard shows: at most 20,000 rows. It is in the log of exports by its title. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_exports_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/growth/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what led to the subscriptions of the last days
         * @description By the last and the first touch within the window: a paywall hit, a call to action, a view of the web page. What nothing led to is a row of its own. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_growth_attribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/growth/attribution/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how long before a subscription a touch counts
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_growth_attribution_settings"];
        /**
         * Choose how long before a subscription a touch counts
         * @description From 1 to 90 days; counts for all subscriptions, earlier ones too, within seconds. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_growth_attribution_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/growth/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how many of those who began to pay still do, by months since
         * @description By the month of their first payment, the offer, or the issue that it is attributed to. Kaplan–Meier, with its 95 % band. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_growth_cohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/growth/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count people from delivery to payment over the issues of the last days
         * @description Each person is counted once a step, however many issues they had to do with. An offer and a trial count after a paywall hit, a payment after that, all within `windowDays` of the hit. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_growth_funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/growth/paywall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where paywalls stood, and what came of it
         * @description Of issues with a paywall and sections. People are those of each issue, added up. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_growth_paywall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/growth/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what subscriptions bring, month by month
         * @description Monthly recurring revenue and what moved it, currency by currency: never added up. Amounts are in the currency’s smallest unit. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_growth_revenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/growth/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how trials stand, and how many of them are paid for
         * @description By the week in which they began. The rate is the Kaplan–Meier estimate at the end of the usual trial and three days, with its 95 % band; `naiveRate` is converted ÷ started, which is too low while trials run. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_growth_trials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of a publication, the newest first
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_imports"];
        put?: never;
        /**
         * Begin to bring history in from elsewhere
         * @description Then send its files, let it be looked through, and start it. See docs/import-substack.md. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say how an import stands
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_imports_by_import"];
        put?: never;
        post?: never;
        /**
         * Remove an import and its files
         * @description Stops it where it is under way. What it brought stays. For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_imports_by_import"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/imports/{import}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import; it can be started again and goes on where it was
         * @description For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_imports_by_import_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/imports/{import}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a file of an import
         * @description As application/octet-stream, of any size up to the limit of the server (5 GB where the operator has set no other). In place of one of the same name. One that comes in part leaves nothing. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_imports_by_import_files_by_name"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/imports/{import}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to look through an import without writing anything
         * @description Ask again for the progress. `found` then says what there is and what is odd about it, of a table `columns` what its columns are. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_imports_by_import_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/imports/{import}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to import what was looked through, or go on with what was stopped
         * @description What is there already counts once, whichever import brought it. Of a table, `mapping` says which column is what. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_imports_by_import_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List issues with their key figures, newest first or as asked
         * @description A minus before the name of a figure puts the largest first; issues without the figure come last. `q`: words that are all in title or subtitle, in whatever case and with or without accents. `from`, `to` and `weekday` (1 is Monday) are days in the time zone of the publication. An issue must have every `tag` given. A cursor belongs to the sort and filter that it came with. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues"];
        put?: never;
        /**
         * Create an issue from its HTML; the answer holds the tracked HTML
         * @description Give one edition, or two: the whole one, and one cut at the paywall. Send out the answered HTML. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_issues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an issue with its sections and links
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an issue's title, subtitle, time of sending or tags
         * @description For the owner, and for keys of the publication.
         */
        patch: operations["patch_publications_by_publication_issues_by_issue"];
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count who read an issue: by country, mail program, device, and how long they have been readers
         * @description Each person is counted once in a split, under what most of their opens, clicks and page views have. Nothing of fewer than five people is a row of its own. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_audience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count an issue's opens and clicks by mail client and browser, most first
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_clients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count an issue's deliveries, opens and clicks by receiving domain, most recipients first
         * @description Domains with fewer than five recipients are one row without a name, so that nobody stands alone; so are those after the first hundred, and recipients whose domain is not known. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_domains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List which editions of an issue are kept
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/editions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the tracked HTML of an edition
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_editions_by_edition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/editions/{edition}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an edition to be looked at: without scripts, addresses and anything to be fetched
         * @description Links carry their ids as `data-readout-link`; empty elements stand where sections begin (`data-readout-section`) and where the paywall stands (`data-readout-paywall`). Pictures are boxes with their alternative texts. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_editions_by_edition_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at an issue's opens and clicks one by one, as they were judged, newest first
         * @description By kind, verdict, reason (the name of a rule) and link, where given. Never says whose they were. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/paywall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow people from an issue's paywall to payment
         * @description Rates come with the range in which the truth lies with a probability of 90 %; that of conversions is null while one of the trials is running. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_paywall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow how far people read an issue's web page, section by section
         * @description Of what the page reports; a mail does not tell how far it was read. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_reading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an issue's recipients; the answer holds their tokens
         * @description At most 10,000 at once. Readers are kept as keyed hashes only. A token is stable: keep it as a merge field of the reader. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_issues_by_issue_recipients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report on an issue: figures, hours since sending, links and sections
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what the issues before one had at the same age, and how many readers it will probably have
         * @description Eight of ten issues of the last 30 to the same audience lie between `low` and `high`; from fewer than five nothing is said. The forecast has an interval that holds the truth in four of five cases. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_usual"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/{issue}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Split an issue's opens or clicks by who caused them, and say why
         * @description Each verdict with the rules that led to it; an event with several reasons counts for each. `link`: clicks on that link alone. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_by_issue_verdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/issues/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read by what the list of issues can be narrowed down
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_issues_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch which issues have new figures (server-sent events)
         * @description First `ready`, then `changed` with {"issues": [ids]} whenever figures have changed. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/machines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what machines did to the issues that went out, newest last
         * @description Where they came far more often than to the issues before, `jump` says so: a change at mail gateways, and no success. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_machines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/mail-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the mail providers that report on the mail of a publication
         * @description And where each that can be set up is to report to. Keys are not read back. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_mail_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/mail-providers/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a mail provider up, or give it another key
         * @description For Mailgun its HTTP webhook signing key, for SendGrid the verification key of its signed event webhook, for Amazon SES the ARN of the SNS topic that it reports to, for Postmark the password that you give its webhook. Collectors know it within seconds; until then its reports are refused, and it sends them again. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_mail_providers_by_provider"];
        post?: never;
        /**
         * Take nothing more from a mail provider
         * @description What it has reported stays. For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_mail_providers_by_provider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/mail-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read through which server a publication sends what it has scheduled
         * @description Its own, or else the operator’s, of which only the sender is told. The password is not read back. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_mail_server"];
        /**
         * Give a publication a mail server of its own
         * @description The password is kept sealed. Left out, it stays as it was where server and user do. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_mail_server"];
        post?: never;
        /**
         * Take a publication’s own mail server away
         * @description The operator’s is used from then on, where there is one. For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_mail_server"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/mail-server/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message through the mail server
         * @description Where it is not taken, the answer says why in the words of the server. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_mail_server_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notes that stand from one moment to another, the latest first
         * @description Those about an issue and those about the publication. `from` and `to` are included. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_notes"];
        put?: never;
        /**
         * Write a note, about an issue or about a moment of the publication
         * @description For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/notes/{note}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a note
         * @description For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_notes_by_note"];
        options?: never;
        head?: never;
        /**
         * Change a note's text or moment
         * @description What is left out stays as it is. For the owner, and for keys of the publication.
         */
        patch: operations["patch_publications_by_publication_notes_by_note"];
        trace?: never;
    };
    "/api/v1/publications/{publication}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask what a reader is offered, on the web and in mail alike
         * @description By `reader`, which is what the sending system calls them, or by `token`. Somebody who never was among the recipients is in no experiment. For many at once use POST, which keeps addresses out of URLs. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_offer"];
        put?: never;
        /**
         * Ask what many readers are offered, with their tokens, before a mail goes out
         * @description At most 10,000 at once. What is sent is hashed and compared, and neither kept nor logged. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what readers without access are or were offered, the oldest first, the archive included
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_offers"];
        put?: never;
        /**
         * Make an offer
         * @description Nobody is shown it until it is the usual one, or an experiment that shows it is started. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_offers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/offers/{offer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an offer that no experiment has shown yet, or what it is called
         * @description What is left out stays as it is. For the owner, and for keys of the publication.
         */
        patch: operations["patch_publications_by_publication_offers_by_offer"];
        trace?: never;
    };
    "/api/v1/publications/{publication}/offers/{offer}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an offer into the archive, so that it is shown to nobody any more
         * @description What was counted for it stays. Not while it is the usual one, or in an experiment that runs. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_offers_by_offer_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/offers/{offer}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an offer out of the archive
         * @description For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_offers_by_offer_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/offers/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose the offer that everybody is shown who is in no experiment, or none
         * @description Not while an experiment runs: its control is the usual offer from when it is started on. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_offers_usual"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what happened in the last days, beside as many before
         * @description Days are those of the publication’s time zone, today among them; the days before end at the same time of day. Each change comes with its 90 % interval. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List single readers by their numbers, where operator and publication allow it
         * @description Who belongs to a group today, with what they read. Names and addresses are nowhere in Readout. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/readers/{reader}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what one reader did, issue by issue, where operator and publication allow it
         * @description Newest first. A page looks through `limit` issues: one in which nothing was sent to them has none. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_readers_by_reader"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/readers/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the number of a reader by what the sending system calls them, where operator and publication allow it
         * @description What is sent is hashed and compared, and neither kept nor logged. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_readers_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/readers/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count readers by what they did lately: new, engaged, fading, dormant, and those whose opens are hidden
         * @description As today began in the publication’s time zone, and on the same weekday of the weeks before. Over readers to whom an issue went out in 30 days; an issue counts from two days after it went out. Weeks past may be as old as an hour. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_readers_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/readers/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the tokens of readers, to keep as a merge field in the sending system
         * @description At most 10,000 at once. Readers are kept as keyed hashes only. A token is stable: asked again, the answer is the same. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_readers_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/reports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Make a report: on an issue, a month, growth, or a sponsor’s link
         * @description `issue` needs an issue’s id, `month` takes a month (or else the last whole one), `growth` the days whose issues count, `sponsor` needs the id of a link. The answer holds every figure twice: as it is, and as it is written in the report’s language. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_reports_by_kind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/reports/{kind}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Make a report as a PDF
         * @description `issue` needs an issue’s id, `month` takes a month (or else the last whole one), `growth` the days whose issues count, `sponsor` needs the id of a link. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_reports_by_kind_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/reports/{kind}.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Make a report as a workbook
         * @description `issue` needs an issue’s id, `month` takes a month (or else the last whole one), `growth` the days whose issues count, `sponsor` needs the id of a link. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_reports_by_kind_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/reports/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what links lead to, as a choice for a sponsor report
         * @description Each address once, without its query, the newest first. `q`: a text that the address holds. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_reports_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a publication's own rules on who is a machine
         * @description They are asked before Readout's own rules, in their order, and the first that applies decides. `isApplied` says whether opens and clicks from before have been judged by them as well. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_rules"];
        /**
         * Replace a publication's own rules
         * @description New opens and clicks are judged by them within a minute; those from before once they are applied. `version` is the one that was read: where somebody has changed the rules since, nothing is changed. For the owner, and for keys of the publication.
         */
        put: operations["put_publications_by_publication_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/rules/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say how judging the history by the rules of now stands
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_rules_apply"];
        put?: never;
        /**
         * Begin to judge all opens and clicks from before by the rules of now
         * @description Then the figures are made anew. New ones are counted meanwhile. Ask again for the progress. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_rules_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what other rules would change
         * @description Judges the opens and clicks of the last days by the rules as they are and by those given, and says which come out differently. Nothing is changed. How much is looked at is limited: see `issuesLookedAt`. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_rules_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is made and brought somewhere again and again
         * @description With the last run of each, when the next one is due, and by which ways things can leave here. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_schedules"];
        put?: never;
        /**
         * Have a report, an export or both made and brought somewhere again and again
         * @description After each issue, weekly or monthly by the publication’s clock; by email, to a webhook (signed after Standard Webhooks with the secret of the answer) or into a folder below the operator’s. What was due before does not count. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_schedules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/schedules/{schedule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a schedule with the list of its runs
         * @description What it exported stays in the log of exports. For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_schedules_by_schedule"];
        options?: never;
        head?: never;
        /**
         * Change a schedule, pause it or let it go on
         * @description What is left out stays as it is. What was due while it was paused, or by the times it had before, does not count any more. Further tries of a run that has begun go on. For the owner, and for keys of the publication.
         */
        patch: operations["patch_publications_by_publication_schedules_by_schedule"];
        trace?: never;
    };
    "/api/v1/publications/{publication}/schedules/{schedule}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the runs of a schedule, the latest first
         * @description For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_schedules_by_schedule_runs"];
        put?: never;
        /**
         * Carry a schedule out now, paused or not
         * @description The answer is the run as it begins: ask for the list of runs to see how it goes. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_schedules_by_schedule_runs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/schedules/{schedule}/runs/{run}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a run once more that failed, waits, or of which nobody knows whether it arrived
         * @description A webhook has the same message id and a file the same name; an email is sent again. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_schedules_by_schedule_runs_by_run_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the links that show something without sign-in, the newest first
         * @description Expired and revoked ones are among them. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_shares"];
        put?: never;
        /**
         * Make a link that shows a report, an issue or the last days to whoever has it
         * @description Its secret is answered once and not kept. It shows what its page has and opens nothing else. That it was made is in the log of exports. For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_shares"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/shares/{share}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a link
         * @description From this moment on it opens nothing. For the owner, and for keys of the publication.
         */
        delete: operations["delete_publications_by_publication_shares_by_share"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/shares/{share}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a link that was revoked within the last hour work again
         * @description For the owner, and for keys of the publication.
         */
        post: operations["post_publications_by_publication_shares_by_share_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/sql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the views of a publication by a SELECT of your own
         * @description One SELECT of ClickHouse’s SQL, of the views alone (docs/sql-views.md): no other table, no function that looks elsewhere, no SETTINGS. Half a minute, 1 GB and a million rows at most. It is in the log of exports with its statement. An answer that fails half-way is torn off. For the owner.
         */
        post: operations["post_publications_by_publication_sql"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication}/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare open rates by what the subject has, and by weekday and hour of sending
         * @description Issues of one audience, at least two days old, that went out in the last so many days (left out: ever). Each is compared with the others of about the same time; `adjusted` is corrected for all that is compared, and mostly nothing can be told apart from chance. For the owner, and for keys of the publication.
         */
        get: operations["get_publications_by_publication_subjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that could not be understood, newest first
         * @description For the owner.
         */
        get: operations["get_quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again what could not be understood
         * @description Puts everything that is in quarantine into the event log once more, for when what was wrong has been mended: a newer Readout that knows the version, a publication that is in the catalog again. What is understood now is counted, once however often this is called; what is not comes back into quarantine with its reason. For the owner.
         */
        post: operations["post_quarantine_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say how making all figures anew stands
         * @description For the owner.
         */
        get: operations["get_rebuild"];
        put?: never;
        /**
         * Begin to judge history and to make all figures anew from the events
         * @description First the opens and clicks of publications whose history was last judged by other rules than those of now are judged anew (`verdicts=all`: of all publications). The new figures are made beside those in use and take their place at once; events are counted meanwhile. Ask again for the progress. For the owner.
         */
        post: operations["post_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether the sample publication is there
         * @description For the owner.
         */
        get: operations["get_sample"];
        put?: never;
        /**
         * Begin to load the sample publication
         * @description Its events go through the log like any other. Ask again for the progress. For the owner.
         */
        post: operations["post_sample"];
        /**
         * Begin to remove the sample publication with everything in it
         * @description Stops loading where that is under way. For the owner.
         */
        delete: operations["delete_sample"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether somebody is signed in
         * @description Anybody may call this.
         */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign in
         * @description Sets the cookie readout_session for 30 days. Anybody may call this.
         */
        post: operations["post_session"];
        /**
         * Sign out
         * @description Anybody may call this.
         */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the owner's password, once, and sign in
         * @description The code is printed in the terminal on first run. Anybody may call this.
         */
        post: operations["post_session_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a link without sign-in shows
         * @description All that its page has, and nothing else. Whatever the reason that a link opens nothing, the answer is the same. Anybody may call this.
         */
        get: operations["get_shared_by_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/{token}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Make a shared report as a PDF
         * @description Of a report alone, and only where its link allows it. Anybody may call this.
         */
        get: operations["get_shared_by_token_report_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/{token}/report.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Make a shared report as a workbook
         * @description Of a report alone, and only where its link allows it. Anybody may call this.
         */
        get: operations["get_shared_by_token_report_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say that the process runs
         * @description Anybody may call this.
         */
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics, in the text format of Prometheus
         * @description From the machine itself (not through a proxy), or with an owner's key. For the owner, and for whoever asks from the server's own machine.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether what the process needs is there; 503 where it is not
         * @description Anybody may call this.
         */
        get: operations["get_readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiKeyList: {
            items: components["schemas"]["ApiKeyView"][];
            next: string | null;
        };
        ApiKeyView: {
            createdAt: string;
            hint: string;
            id: number;
            lastUsedAt: string | null;
            name: string;
            publication: string | null;
        };
        AssignedOffer: {
            experiment: string | null;
            offer: components["schemas"]["OfferedView"] | null;
        };
        AssignedOffers: {
            items: {
                experiment: string | null;
                offer: string | null;
                reader: string;
                token: string | null;
            }[];
            offers: components["schemas"]["OfferedView"][];
        };
        AssignOffersRequest: {
            readers: string[];
        };
        Attention: {
            asOf: string;
            items: components["schemas"]["AttentionItem"][];
        };
        AttentionItem: {
            hours: number;
            issue: {
                id: string;
                title: string;
            };
            issues: number;
            /** @constant */
            kind: "few_readers";
            low: number;
            median: number;
            readers: number;
        } | {
            before: number;
            high: number;
            issues: number;
            /** @constant */
            kind: "open_rate_fell";
            low: number;
            now: number;
        } | {
            delivered: number;
            domain: string;
            issue: {
                id: string;
                title: string;
            };
            issues: number;
            /** @constant */
            kind: "domain_stopped";
            readers: number;
            usual: number;
        } | {
            bounced: number;
            issue: {
                id: string;
                title: string;
            };
            /** @constant */
            kind: "bounces_up";
            share: number;
            usual: number;
        } | {
            issue: {
                id: string;
                title: string;
            };
            /** @constant */
            kind: "scanners_up";
            /** @enum {string} */
            of: "machine_clicks" | "scanner_opens";
            share: number;
            times: number | null;
            usual: number;
        } | {
            events: number;
            /** @constant */
            kind: "quarantine";
        } | {
            bytes: number;
            /** @constant */
            kind: "spool";
            maxBytes: number;
            /** @enum {string} */
            state: "filling" | "full";
            /** @enum {string} */
            whenFull: "refuse" | "drop";
        };
        AttributionSettings: {
            windowDays: number;
        };
        AttributionView: {
            attributed: number;
            from: string;
            issues: {
                converted: number;
                first: number;
                key: string | null;
                last: number;
                title: string | null;
            }[];
            links: {
                converted: number;
                key: string | null;
                last: number;
                title: string | null;
            }[];
            offers: {
                converted: number;
                key: string | null;
                last: number;
                title: string | null;
            }[];
            sections: {
                converted: number;
                key: string | null;
                last: number;
                title: string | null;
            }[];
            subscriptions: number;
            to: string;
            touches: {
                converted: number;
                last: number;
                /** @enum {string} */
                touch: "paywall_hit" | "call_to_action" | "clicked" | "viewed" | "told" | "none";
            }[];
            windowDays: number;
        };
        BillingImport: {
            firstStartedAt: string | null;
            knownReaders: number;
            lastStartedAt: string | null;
            payments: number;
            preview: boolean;
            readers: number;
            recorded: number;
            refunds: number;
            rows: number;
            statuses: {
                active: number;
                ended: number;
                past_due: number;
                paused: number;
                trialing: number;
                waiting: number;
            };
            subscriptions: number;
            unknownColumns: string[];
        };
        BillingStatementRequest: {
            customer?: (string | null) | undefined;
            failure?: {
                amount: number;
                currency: string;
                id: string;
            } | undefined;
            issue?: (string | null) | undefined;
            offer?: (string | null) | undefined;
            payment?: {
                amount: number;
                currency: string;
                id: string;
            } | undefined;
            reader?: (string | null) | undefined;
            refund?: {
                amount: number;
                currency: string;
                /** @default false */
                disputed?: boolean | undefined;
                id: string;
                payment?: (string | null) | undefined;
            } | undefined;
            standing?: {
                cancelledAt?: (string | number | null) | undefined;
                currency?: (string | null) | undefined;
                endedAt?: (string | number | null) | undefined;
                interval?: (("day" | "week" | "month" | "year") | null) | undefined;
                /** @default 1 */
                intervalCount?: number | undefined;
                /** @default  */
                plan?: string | undefined;
                price?: (number | null) | undefined;
                startedAt: string | number;
                /** @enum {string} */
                status: "waiting" | "trialing" | "active" | "past_due" | "paused" | "ended";
                trialFrom?: (string | number | null) | undefined;
                trialTo?: (string | number | null) | undefined;
            } | undefined;
            subscription?: (string | null) | undefined;
            time: string | number;
            token?: (string | null) | undefined;
        };
        BillingStatementsRequest: {
            statements: components["schemas"]["BillingStatementRequest"][];
        };
        BillingSystemList: {
            hooks: {
                hook: string;
                /** @enum {string} */
                system: "stripe" | "webhook";
            }[];
            items: components["schemas"]["BillingSystemView"][];
        };
        BillingSystemView: {
            account: string | null;
            createdAt: string;
            hint: string;
            hook: string;
            lastStatementAt: string | null;
            /** @enum {string} */
            system: "stripe" | "webhook";
            takesTests: boolean;
        };
        BrandView: {
            colour: string;
            isChosen: boolean;
            logo: {
                bytes: number;
                height: number;
                /** @enum {string} */
                type: "image/png" | "image/jpeg";
                version: string;
                width: number;
            } | null;
        };
        Change: {
            high: number;
            isChance: boolean;
            low: number;
            ratio: number;
        };
        CheckProgress: {
            id: number;
            takenAt: string | null;
            writtenAt: string | null;
        };
        CohortsView: {
            all: {
                high: number;
                low: number;
                month: number;
                of: number;
                rate: number;
            }[];
            asOf: string;
            /** @enum {string} */
            by: "month" | "offer" | "issue";
            cohorts: {
                key: string | null;
                months: {
                    high: number;
                    low: number;
                    month: number;
                    of: number;
                    rate: number;
                }[];
                payers: number;
                title: string | null;
            }[];
        };
        CollectionState: {
            spool: {
                bytes: number;
                dropped: {
                    clicked: number;
                    opened: number;
                    other: number;
                };
                maxBytes: number;
                oldestWaitingAgeSeconds: number | null;
                refused: number;
                /** @enum {string} */
                state: "fine" | "filling" | "full";
                waitingRecords: number;
                /** @enum {string} */
                whenFull: "refuse" | "drop";
            };
        };
        ComparedIssue: {
            audience: components["schemas"]["IssueAudience"] | null;
            createdAt: string;
            figures: components["schemas"]["IssueFigures"];
            hasPaywall: boolean;
            id: string;
            links: {
                clickers: number;
                id: string;
                /** @enum {string} */
                kind: "contents" | "outbound" | "embed" | "media" | "call_to_action" | "subscribe" | "unsubscribe" | "honeypot";
                ordinal: number;
                section: string | null;
                text: string;
                url: string;
            }[];
            ranges: {
                clickRate: components["schemas"]["ShareRange"] | null;
                clickToOpenRate: components["schemas"]["ShareRange"] | null;
                openRate: components["schemas"]["ShareRange"] | null;
            };
            readersSoFar: number[];
            sections: {
                /** @enum {string} */
                access: "before" | "across" | "behind";
                clickers: number;
                id: string;
                ordinal: number;
                title: string;
            }[];
            sentAt: string | null;
            subtitle: string;
            tags: string[];
            title: string;
        };
        ConnectionCheck: {
            id: number;
            pixel: string;
        };
        Connections: {
            asOf: string;
            billingSystems: {
                isSetUp: boolean;
                lastEventAt: string | null;
                /** @enum {string} */
                system: "stripe" | "webhook";
            }[];
            mailProviders: {
                isSetUp: boolean;
                lastEventAt: string | null;
                /** @enum {string} */
                provider: "mailgun" | "sendgrid" | "ses" | "postmark";
            }[];
            sources: {
                lastEventAt: string | null;
                /** @enum {string} */
                source: "pixel" | "redirect" | "beacon" | "api" | "import";
            }[];
        };
        CreateApiKeyRequest: {
            name: string;
            publication: string | null;
        };
        CreatedApiKey: {
            createdAt: string;
            hint: string;
            id: number;
            key: string;
            lastUsedAt: string | null;
            name: string;
            publication: string | null;
        };
        CreatedIssue: {
            createdAt: string;
            editions: {
                /** @enum {string} */
                edition: "whole" | "cut";
                html: string;
            }[];
            hasPaywall: boolean;
            id: string;
            links: components["schemas"]["LinkView"][];
            notices: components["schemas"]["Notice"][];
            sections: components["schemas"]["SectionView"][];
            sentAt: string | null;
            subtitle: string;
            tags: string[];
            title: string;
        };
        CreatedShare: {
            address: string;
            link: components["schemas"]["ShareLink"];
            token: string;
        };
        CreateExperimentRequest: {
            arms: {
                offer: string;
                weight: number;
            }[];
            /** @default null */
            baseline?: (number | null) | undefined;
            /** @default [] */
            guardrails?: {
                /** @enum {string} */
                measure: "trial_starts" | "paid" | "revenue" | "refunds" | "trial_cancellations" | "unsubscribes";
                worstChange: number;
            }[] | undefined;
            /** @enum {string} */
            measure: "trial_starts" | "paid" | "revenue";
            name: string;
            /**
             * @default all
             * @enum {string}
             */
            readers?: ("all" | "free") | undefined;
            /** @default 1 */
            share?: number | undefined;
            smallestEffect: number;
            /** @default false */
            visitors?: boolean | undefined;
        };
        CreateIssueRequest: {
            editions: {
                /** @enum {string} */
                edition: "whole" | "cut";
                html: string;
            }[];
            /** @default {{ readout_token }} */
            mergeTag?: string | undefined;
            /** @default null */
            sentAt?: (string | null) | undefined;
            /** @default  */
            subtitle?: string | undefined;
            /** @default [] */
            tags?: string[] | undefined;
            title?: string | undefined;
        };
        CreateNoteRequest: {
            /** Format: date-time */
            at?: string | undefined;
            /** @default null */
            issue?: (string | null) | undefined;
            text: string;
        };
        CreateOfferRequest: {
            button: string;
            currency: string;
            headline: string;
            /** @default 1 */
            months?: number | undefined;
            name: string;
            price: number;
            /** @default false */
            takesCard?: boolean | undefined;
            /** @default  */
            text?: string | undefined;
            trialDays: number;
        };
        CreatePublicationRequest: {
            name: string;
            /** @default false */
            plantsHoneypot?: boolean | undefined;
            /** @default false */
            showsReaders?: boolean | undefined;
            sites?: string[] | undefined;
            /** @default UTC */
            timeZone?: string | undefined;
            /** @default true */
            tracksClicks?: boolean | undefined;
            /** @default true */
            tracksOpens?: boolean | undefined;
            /** @default true */
            tracksReaders?: boolean | undefined;
        };
        CreateScheduleRequest: {
            cadence: {
                /** @enum {number} */
                afterHours: 24 | 72;
                /** @constant */
                every: "issue";
            } | {
                /** @constant */
                every: "week";
                hour: number;
                weekday: number;
            } | {
                day: number;
                /** @constant */
                every: "month";
                hour: number;
            };
            destination: {
                /** @constant */
                by: "email";
                to: string[];
            } | {
                /** @constant */
                by: "webhook";
                url: string;
            } | {
                /** @constant */
                by: "folder";
                folder: string;
            };
            name: string;
            what: {
                /** @default null */
                export?: ({
                    /** @enum {string} */
                    format: "csv" | "ndjson" | "parquet" | "arrow" | "xlsx";
                    /**
                     * @default stretch
                     * @enum {string}
                     */
                    span?: ("stretch" | "all") | undefined;
                    /** @enum {string} */
                    what: "events" | "issues" | "links" | "sections" | "readers" | "trials" | "cohorts";
                } | null) | undefined;
                /**
                 * @default en
                 * @enum {string}
                 */
                language?: ("en" | "es") | undefined;
                /** @default null */
                report?: ({
                    /** @default 90 */
                    days?: number | undefined;
                    formats: ("pdf" | "xlsx")[];
                    /** @enum {string} */
                    kind: "issue" | "month" | "growth" | "sponsor";
                    link?: string | undefined;
                    /**
                     * @default page
                     * @enum {string}
                     */
                    match?: ("address" | "page" | "site") | undefined;
                } | null) | undefined;
            };
        };
        CreateShareRequest: {
            expiresAt: string | null;
            /** @default false */
            files?: boolean | undefined;
            label: string;
            sites?: string[] | undefined;
            subject: {
                issue: string | null;
                /** @enum {string} */
                language: "en" | "es";
                /** @constant */
                show: "issue_report";
            } | {
                /** @enum {string} */
                language: "en" | "es";
                month: string | null;
                /** @constant */
                show: "month_report";
            } | {
                days: number;
                /** @enum {string} */
                language: "en" | "es";
                /** @constant */
                show: "growth_report";
            } | {
                /** @enum {string} */
                language: "en" | "es";
                link: string;
                /** @enum {string} */
                match: "address" | "page" | "site";
                /** @constant */
                show: "sponsor_report";
            } | {
                issue: string | null;
                /** @constant */
                show: "issue";
            } | {
                days: number;
                /** @constant */
                show: "overview";
            };
        };
        EditionList: {
            items: ("whole" | "cut")[];
        };
        EditionPreview: {
            /** @enum {string} */
            edition: "whole" | "cut";
            html: string;
        };
        ExperimentList: {
            items: components["schemas"]["ExperimentView"][];
            next: string | null;
        };
        /** @enum {string} */
        ExperimentMeasure: "trial_starts" | "paid" | "revenue";
        ExperimentPlan: {
            days: number | null;
            lately: number | null;
            peoplePerArm: number | null;
            peoplePerDay: number;
        };
        ExperimentPlanRequest: {
            arms: number;
            baseline: number;
            deviation?: number | undefined;
            /** @enum {string} */
            measure: "trial_starts" | "paid" | "revenue";
            share: number;
            smallestEffect: number;
        };
        ExperimentResults: {
            arms: {
                expectedLoss: number | null;
                interval: {
                    high: number;
                    low: number;
                } | null;
                isControl: boolean;
                mature: number;
                name: string;
                offer: string;
                paid: number;
                people: number;
                probabilityBest: number | null;
                revenue: number | null;
                running: number;
                trials: number;
                value: number | null;
            }[];
            asOf: string;
            comparisons: {
                daysToKnow: number | null;
                difference: {
                    high: number;
                    low: number;
                    pValue: number;
                    value: number;
                } | null;
                lift: {
                    high: number;
                    low: number;
                    value: number;
                } | null;
                measure: components["schemas"]["ExperimentMeasure"];
                offer: string;
                /** @enum {string} */
                state: "too_few" | "open" | "better" | "worse" | "no_difference_that_matters";
            }[];
            days: number;
            guardrails: {
                daysToKnow: number | null;
                difference: {
                    high: number;
                    low: number;
                    pValue: number;
                    value: number;
                } | null;
                isBroken: boolean;
                lift: {
                    high: number;
                    low: number;
                    value: number;
                } | null;
                /** @enum {string} */
                measure: "trial_starts" | "paid" | "revenue" | "refunds" | "trial_cancellations" | "unsubscribes";
                offer: string;
                /** @enum {string} */
                state: "too_few" | "open" | "better" | "worse" | "no_difference_that_matters";
                worstChange: number;
            }[];
            history: {
                day: string;
                high: number | null;
                lift: number | null;
                low: number | null;
                offer: string;
                people: number;
            }[];
            mixed: number;
            others: {
                daysToKnow: number | null;
                difference: {
                    high: number;
                    low: number;
                    pValue: number;
                    value: number;
                } | null;
                lift: {
                    high: number;
                    low: number;
                    value: number;
                } | null;
                measure: components["schemas"]["ExperimentMeasure"];
                offer: string;
                /** @enum {string} */
                state: "too_few" | "open" | "better" | "worse" | "no_difference_that_matters";
            }[];
            peopleNeeded: number | null;
            sampleRatio: {
                isBroken: boolean;
                pValue: number | null;
            };
        };
        /** @enum {string} */
        ExperimentState: "draft" | "running" | "stopped";
        ExperimentView: {
            arms: {
                offer: string;
                weight: number;
            }[];
            baseline: number | null;
            createdAt: string;
            guardrails: {
                /** @enum {string} */
                measure: "trial_starts" | "paid" | "revenue" | "refunds" | "trial_cancellations" | "unsubscribes";
                worstChange: number;
            }[];
            id: string;
            measure: components["schemas"]["ExperimentMeasure"];
            name: string;
            /** @enum {string} */
            readers: "all" | "free";
            share: number;
            smallestEffect: number;
            startedAt: string | null;
            state: components["schemas"]["ExperimentState"];
            stoppedAt: string | null;
            visitors: boolean;
        };
        ExportParts: {
            parts: {
                part: string;
                rows: number;
            }[];
            to: string;
        };
        ExportTableRequest: {
            about: {
                name: string;
                value: string;
            }[];
            columns: {
                definition?: string | undefined;
                name: string;
                /** @enum {string} */
                type: "text" | "number" | "moment";
            }[];
            /** @enum {string} */
            format: "csv" | "xlsx" | "json" | "parquet";
            rows: (string | number | boolean | null)[][];
            title: string;
        };
        /** @enum {string} */
        FetchKind: "opened" | "clicked";
        /** @enum {string} */
        FetchVerdict: "human" | "proxied" | "prefetched" | "scanner" | "unclear";
        FindReaderRequest: {
            reader: string;
        };
        FollowingEffect: {
            effect: {
                difference: number;
                high: number;
                isChance: boolean;
                low: number;
            } | null;
            times: number;
        };
        FoundReader: {
            reader: number;
        };
        FunnelView: {
            from: string;
            issues: number;
            parts: {
                /** @enum {string} */
                by: "issue" | "section" | "offer" | "audience" | "country" | "device" | "source";
                items: {
                    key: string | null;
                    name: string | null;
                    people: (number | null)[];
                }[];
                more: number;
            } | null;
            steps: {
                people: number;
                share: components["schemas"]["ShareOfPeople"] | null;
                /** @enum {string} */
                step: "delivered" | "read" | "paywall_hit" | "offer_shown" | "trial_started" | "converted";
                took: {
                    medianMs: number;
                    people: number;
                    quarterMs: number;
                    threeQuartersMs: number;
                } | null;
            }[];
            stillPaying: {
                atRisk: number;
                months: 1 | 3 | 12;
                of: number;
                people: number;
                rate: {
                    high: number;
                    low: number;
                    rate: number;
                } | null;
            }[];
            to: string;
            windowDays: number;
        };
        ImportColumns: {
            columns: string[];
            /** @default {} */
            guess: {
                address?: string | undefined;
                agent?: string | undefined;
                country?: string | undefined;
                everyKind?: string | undefined;
                kind?: string | undefined;
                post?: string | undefined;
                time?: string | undefined;
                title?: string | undefined;
                url?: string | undefined;
            };
            rows: string[][];
        };
        ImportCounts: {
            events: number;
            issues: number;
            /** @default 0 */
            kept: number;
            known: number;
            leftOut: number;
            readers: number;
            /** @default 0 */
            retitled: number;
            statements: number;
        };
        ImportFound: {
            events: {
                [key: string]: number;
            };
            from: string | null;
            name: string | null;
            oddities: components["schemas"]["ImportOddity"][];
            people: number;
            posts: number;
            to: string | null;
        };
        ImportList: {
            items: components["schemas"]["ImportView"][];
            next: string | null;
        };
        ImportMapping: {
            address: string;
            agent?: string | undefined;
            country?: string | undefined;
            everyKind?: string | undefined;
            kind?: string | undefined;
            post?: string | undefined;
            time: string;
            title?: string | undefined;
            url?: string | undefined;
        };
        ImportOddity: {
            count: number;
            examples: string[];
            file: string;
            kind: string;
        };
        ImportView: {
            columns: components["schemas"]["ImportColumns"] | null;
            counts: components["schemas"]["ImportCounts"] | null;
            createdAt: string;
            files: {
                bytes: number;
                name: string;
            }[];
            finishedAt: string | null;
            /** @enum {string} */
            format: "substack" | "ghost" | "listmonk" | "table";
            found: components["schemas"]["ImportFound"] | null;
            id: string;
            mapping: components["schemas"]["ImportMapping"] | null;
            problem: string | null;
            progress: {
                done: number;
                perSecond: number | null;
                secondsLeft: number | null;
                /** @enum {string} */
                step: "looking" | "issues" | "readers" | "events" | "counting";
                total: number | null;
                /** @enum {string} */
                unit: "bytes" | "issues" | "readers" | "events";
            } | null;
            /** @enum {string} */
            state: "waiting" | "looking" | "ready" | "running" | "stopped" | "done";
        };
        /** @enum {string} */
        IssueAudience: "everyone" | "paying";
        IssueChoices: {
            audiences: {
                audience: components["schemas"]["IssueAudience"];
                issues: number;
            }[];
            tags: {
                issues: number;
                tag: string;
            }[];
        };
        IssueClients: {
            items: {
                clicks: number;
                client: string | null;
                /** @enum {string} */
                group: "mail" | "browser" | "app" | "text" | "proxy" | "machine" | "program" | "other" | "none" | "not_kept";
                machineClicks: number;
                opensByVerdict: components["schemas"]["VerdictCounts"];
                readers: number;
                unclearClicks: number;
            }[];
        };
        IssueComparison: {
            asOf: string;
            items: components["schemas"]["ComparedIssue"][];
            leads: {
                clickRate: {
                    clear: boolean;
                    issue: string;
                } | null;
                clickToOpenRate: {
                    clear: boolean;
                    issue: string;
                } | null;
                openRate: {
                    clear: boolean;
                    issue: string;
                } | null;
            };
        };
        IssueDetail: {
            createdAt: string;
            hasPaywall: boolean;
            id: string;
            links: components["schemas"]["LinkView"][];
            sections: components["schemas"]["SectionView"][];
            sentAt: string | null;
            subtitle: string;
            tags: string[];
            title: string;
        };
        IssueDomains: {
            items: {
                bounced: number;
                clicks: number;
                delivered: number;
                domain: string | null;
                machineClicks: number;
                opensByVerdict: components["schemas"]["VerdictCounts"];
                readers: number;
                recipients: number;
                unclearClicks: number;
            }[];
            known: number;
        };
        IssueFigures: {
            bounced: number;
            clickers: number;
            clickRate: number | null;
            clicks: number;
            clickToOpenRate: number | null;
            delivered: number;
            machineClicks: number;
            openRate: number | null;
            opens: number;
            opensByVerdict: components["schemas"]["VerdictCounts"];
            paywallHits: number;
            readers: number;
            sent: number;
            settling: number;
            trialsStarted: number;
            unclearClicks: number;
        };
        IssueList: {
            items: components["schemas"]["IssueListItem"][];
            next: string | null;
            of: number;
            total: number;
        };
        IssueListItem: {
            audience: components["schemas"]["IssueAudience"] | null;
            createdAt: string;
            figures: components["schemas"]["IssueFigures"];
            hasPaywall: boolean;
            id: string;
            readersByHour: number[];
            sentAt: string | null;
            subtitle: string;
            tags: string[];
            title: string;
        };
        IssuePaywall: {
            conversionRate: components["schemas"]["ShareOfPeople"] | null;
            converted: number;
            hits: number;
            hitsInAll: number;
            offerRate: components["schemas"]["ShareOfPeople"] | null;
            offersInAll: number;
            offersShown: number;
            revenue: {
                amount: number;
                currency: string;
                digits: number;
                subscriptions: number;
            }[];
            running: number;
            trialRate: components["schemas"]["ShareOfPeople"] | null;
            trialsStarted: number;
        };
        IssuePeople: {
            clients: {
                items: {
                    client: string;
                    /** @enum {string} */
                    group: "mail" | "browser" | "app" | "text" | "proxy" | "machine" | "program" | "other" | "none" | "not_kept";
                    people: number;
                }[];
                others: number;
            };
            countries: {
                items: {
                    country: string;
                    people: number;
                }[];
                others: number;
            };
            devices: {
                items: {
                    /** @enum {string} */
                    device: "computer" | "phone_or_tablet" | "unknown";
                    people: number;
                }[];
                others: number;
            };
            people: number;
            referrers: {
                items: {
                    host: string | null;
                    people: number;
                    /** @enum {string} */
                    site: "x" | "linkedin" | "direct" | "other";
                }[];
                others: number;
            };
            tenure: {
                items: {
                    clickers: number | null;
                    delivered: number | null;
                    readers: number | null;
                    /** @enum {string} */
                    tenure: "new" | "under_a_year" | "over_a_year" | "over_a_month";
                }[];
                knownSince: string | null;
            };
        };
        IssueReading: {
            places: {
                hits: number;
                reached: number;
                readers: number;
                section: string | null;
                stopped: number;
                wentOn: number;
            }[];
            webReaders: number;
        };
        IssueReport: {
            activity: {
                clicks: number;
                hour: number;
                machineOpens: number;
                opens: number;
                readersSoFar: number;
                start: string;
            }[];
            asOf: string;
            estimate: components["schemas"]["ReadersEstimate"];
            figures: components["schemas"]["IssueFigures"];
            issue: components["schemas"]["IssueDetail"];
            jump: components["schemas"]["MachineJump"] | null;
            links: {
                clickers: number;
                clicks: number;
                id: string;
                /** @enum {string} */
                kind: "contents" | "outbound" | "embed" | "media" | "call_to_action" | "subscribe" | "unsubscribe" | "honeypot";
                machineClicks: number;
                ordinal: number;
                section: string | null;
                text: string;
                unclearClicks: number;
                url: string;
            }[];
            sections: {
                /** @enum {string} */
                access: "before" | "across" | "behind";
                clickers: number;
                clicks: number;
                id: string;
                ordinal: number;
                title: string;
            }[];
            segments: {
                clickers: number;
                delivered: number;
                readers: number;
                /** @enum {string} */
                segment: "free" | "trial" | "premium";
            }[];
        };
        /** @enum {string} */
        IssueSort: "sentAt" | "-sentAt" | "title" | "-title" | "delivered" | "-delivered" | "readers" | "-readers" | "openRate" | "-openRate" | "clickers" | "-clickers" | "clickRate" | "-clickRate" | "clickToOpenRate" | "-clickToOpenRate" | "paywallHits" | "-paywallHits" | "trialsStarted" | "-trialsStarted";
        IssueUsual: {
            age: number | null;
            asOf: string;
            /** @enum {string} */
            audience: "everyone" | "paying";
            curve: {
                high: number;
                hour: number;
                low: number;
                median: number;
            }[];
            figures: {
                clickers: components["schemas"]["UsualRange"] | null;
                clickRate: components["schemas"]["UsualRange"] | null;
                clickToOpenRate: components["schemas"]["UsualRange"] | null;
                openRate: components["schemas"]["UsualRange"] | null;
                paywallHits: components["schemas"]["UsualRange"] | null;
                readers: components["schemas"]["UsualRange"] | null;
                trialsStarted: components["schemas"]["UsualRange"] | null;
            };
            forecast: {
                high: number;
                hours: number;
                low: number;
                readers: number;
            } | null;
            issues: number;
        };
        IssueView: {
            createdAt: string;
            hasPaywall: boolean;
            id: string;
            sentAt: string | null;
            subtitle: string;
            tags: string[];
            title: string;
        };
        JudgedEvent: {
            client: string | null;
            confidence: number | null;
            country: string | null;
            kind: components["schemas"]["FetchKind"];
            link: {
                id: string;
                text: string;
            } | null;
            /** @enum {string} */
            network: "unknown" | "other" | "hosting" | "mail" | "security";
            reasons: components["schemas"]["VerdictReason"][];
            secondsSinceDelivery: number | null;
            secondsSinceSent: number | null;
            /** @enum {string} */
            segment: "none" | "free" | "trial" | "premium";
            settled: boolean;
            time: string;
            verdict: components["schemas"]["FetchVerdict"];
        };
        JudgedEventList: {
            items: components["schemas"]["JudgedEvent"][];
            next: string | null;
        };
        JudgingStatus: {
            changed: {
                count: number;
                from: components["schemas"]["FetchVerdict"];
                to: components["schemas"]["FetchVerdict"];
            }[];
            endedAt: string | null;
            error: string | null;
            judged: number;
            share: number;
            startedAt: string | null;
            /** @enum {string} */
            state: "idle" | "running" | "done" | "failed";
            step: ("verdicts" | "figures") | null;
        };
        LinkView: {
            id: string;
            /** @enum {string} */
            kind: "contents" | "outbound" | "embed" | "media" | "call_to_action" | "subscribe" | "unsubscribe" | "honeypot";
            ordinal: number;
            section: string | null;
            text: string;
            url: string;
        };
        LoggedExport: {
            /** @enum {string} */
            actor: "owner" | "operator_key" | "key" | "share" | "schedule";
            bytes: number | null;
            endedAt: string | null;
            filter: {
                [key: string]: unknown;
            };
            format: string;
            id: string;
            key: string | null;
            /** @enum {string} */
            outcome: "running" | "done" | "failed" | "cancelled" | "interrupted";
            reason: string | null;
            rows: number | null;
            sha256: string | null;
            startedAt: string;
            what: string;
        };
        LoggedExports: {
            items: components["schemas"]["LoggedExport"][];
            next: string | null;
        };
        MachineHistory: {
            estimate: components["schemas"]["ReadersEstimate"];
            items: {
                clicks: number;
                delivered: number;
                id: string;
                jump: components["schemas"]["MachineJump"] | null;
                machineClicks: number;
                opensByVerdict: components["schemas"]["VerdictCounts"];
                readers: number;
                scannerShare: number | null;
                sentAt: string;
                settling: number;
                title: string;
                unclearClicks: number;
            }[];
        };
        MachineJump: {
            /** @enum {string} */
            of: "machine_clicks" | "scanner_opens";
            share: number;
            times: number | null;
            usual: number;
        };
        MailProviderList: {
            hooks: {
                hook: string;
                /** @enum {string} */
                provider: "mailgun" | "sendgrid" | "ses" | "postmark";
            }[];
            items: components["schemas"]["MailProviderView"][];
        };
        MailProviderView: {
            createdAt: string;
            hint: string;
            hook: string;
            lastEventAt: string | null;
            /** @enum {string} */
            provider: "mailgun" | "sendgrid" | "ses" | "postmark";
        };
        MailServerView: {
            from: string | null;
            hasPassword: boolean;
            host: string | null;
            port: number | null;
            tls: ("starttls" | "implicit" | "off") | null;
            user: string | null;
            /** @enum {string} */
            whose: "publication" | "operator" | "none";
        };
        MeanOpenRate: {
            high: number;
            low: number;
            mean: number;
        } | null;
        NewImportRequest: {
            database?: string | undefined;
            /** @enum {string} */
            format: "substack" | "ghost" | "listmonk" | "table";
        };
        NoteList: {
            items: components["schemas"]["NoteView"][];
            next: string | null;
        };
        NoteView: {
            at: string;
            createdAt: string;
            id: string;
            issue: string | null;
            text: string;
        };
        Notice: {
            code: string;
            message: string;
        };
        OfferedView: {
            button: string;
            currency: string;
            headline: string;
            id: string;
            months: number;
            price: number;
            takesCard: boolean;
            text: string;
            trialDays: number;
        };
        OfferList: {
            items: components["schemas"]["OfferView"][];
            next: string | null;
        };
        OfferView: {
            archivedAt: string | null;
            button: string;
            createdAt: string;
            currency: string;
            headline: string;
            id: string;
            isUsual: boolean;
            months: number;
            name: string;
            price: number;
            takesCard: boolean;
            text: string;
            trialDays: number;
        };
        OpenRateContrast: {
            adjusted: number | null;
            difference: {
                estimate: number;
                high: number;
                low: number;
            } | null;
            issues: number;
            openRate: components["schemas"]["MeanOpenRate"];
            pValue: number | null;
            /** @enum {string} */
            says: "more" | "less" | "chance" | "few";
        };
        OwnRulesView: {
            isApplied: boolean;
            rules: {
                createdAt: string;
                id: string;
                name: string;
                verdict: components["schemas"]["FetchVerdict"];
                when: {
                    client?: string | undefined;
                    domain?: string | undefined;
                    /** @enum {string} */
                    network?: ("unknown" | "other" | "hosting" | "mail" | "security") | undefined;
                    range?: string | undefined;
                };
            }[];
            version: number;
        };
        Password: string;
        PaywallPositionsView: {
            after: {
                converted: number;
                hitRate: components["schemas"]["ShareOfPeople"] | null;
                hits: number;
                issues: number;
                title: string | null;
                trialRate: components["schemas"]["ShareOfPeople"] | null;
                trials: number;
                viewers: number;
            }[];
            from: string;
            issues: {
                after: string | null;
                converted: number;
                hitRate: components["schemas"]["ShareOfPeople"] | null;
                hits: number;
                issue: string;
                position: number;
                promised: string[];
                sentAt: string;
                title: string;
                trialRate: components["schemas"]["ShareOfPeople"] | null;
                trials: number;
                viewers: number;
            }[];
            positions: {
                converted: number;
                from: number;
                hitRate: components["schemas"]["ShareOfPeople"] | null;
                hits: number;
                issues: number;
                to: number;
                trialRate: components["schemas"]["ShareOfPeople"] | null;
                trials: number;
                viewers: number;
            }[];
            promised: {
                converted: number;
                hitRate: components["schemas"]["ShareOfPeople"] | null;
                hits: number;
                issues: number;
                title: string;
                trialRate: components["schemas"]["ShareOfPeople"] | null;
                trials: number;
                viewers: number;
            }[];
            to: string;
        };
        PeopleRange: {
            estimate: number;
            high: number;
            low: number;
        };
        PreviewRulesRequest: {
            /** @default 30 */
            days?: number | undefined;
            rules: {
                name: string;
                /** @enum {string} */
                verdict: "human" | "proxied" | "prefetched" | "scanner" | "unclear";
                when: {
                    client?: string | undefined;
                    domain?: string | undefined;
                    /** @enum {string} */
                    network?: ("unknown" | "other" | "hosting" | "mail" | "security") | undefined;
                    range?: string | undefined;
                };
            }[];
        };
        Problem: {
            /** @enum {string} */
            code: "malformed_request" | "invalid_request" | "invalid_cursor" | "unauthenticated" | "wrong_credentials" | "forbidden" | "readers_not_shown" | "cross_site" | "not_found" | "conflict" | "body_too_large" | "address_too_long" | "unsupported_media_type" | "unsafe_destination" | "unprocessable" | "too_many_attempts" | "too_many_requests" | "exports_busy" | "internal" | "storage_full" | "log_unavailable" | "unavailable";
            detail: string;
            errors?: {
                message: string;
                path: string;
            }[] | undefined;
            status: number;
            title: string;
            type: string;
        };
        PublicationCalendar: {
            afterSecond: components["schemas"]["FollowingEffect"];
            afterSkipped: components["schemas"]["FollowingEffect"];
            from: string;
            issues: {
                day: string;
                delivered: number;
                id: string;
                openRate: number | null;
                readers: number;
                sentAt: string;
                title: string;
            }[];
            skipped: string[];
            to: string;
        };
        PublicationList: {
            items: components["schemas"]["PublicationView"][];
            next: string | null;
        };
        PublicationOverview: {
            asOf: string;
            before: {
                from: string;
                to: string;
            };
            clickers: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            clicks: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            converted: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            days: string[];
            delivered: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            isComparable: boolean;
            issues: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            paying: {
                before: number;
                byDay: number[];
                byEvents: number;
                byRecipients: number;
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            paywallHits: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            readers: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            trialsStarted: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
        };
        PublicationView: {
            createdAt: string;
            id: string;
            isSample: boolean;
            name: string;
            plantsHoneypot: boolean;
            showsReaders: boolean;
            sites: string[];
            timeZone: string;
            tracksClicks: boolean;
            tracksOpens: boolean;
            tracksReaders: boolean;
        };
        QuarantineList: {
            items: {
                collector: number;
                line: string;
                partition: number;
                position: number;
                reason: string;
                time: string;
            }[];
            next: string | null;
            total: number;
        };
        /** @enum {string} */
        ReaderGroup: "new" | "engaged" | "fading" | "dormant" | "hidden";
        ReaderGroups: {
            days: {
                all: components["schemas"]["ReaderGroupSizes"];
                byStanding: {
                    free: components["schemas"]["ReaderGroupSizes"];
                    premium: components["schemas"]["ReaderGroupSizes"];
                    trial: components["schemas"]["ReaderGroupSizes"];
                };
                day: string;
                issues: number;
            }[];
            singleReaders: components["schemas"]["SingleReaders"];
            toldFrom: string | null;
            untold: ("readers_not_kept" | "opens_not_kept" | "clicks_not_kept") | null;
        };
        ReaderGroupSizes: {
            dormant: number;
            engaged: number;
            fading: number;
            hidden: number;
            new: number;
        };
        ReaderHistory: {
            group: components["schemas"]["ReaderGroup"] | null;
            items: {
                bounced: boolean;
                clicks: {
                    link: {
                        id: string;
                        text: string;
                        url: string;
                    } | null;
                    time: string;
                }[];
                fetchedAhead: boolean;
                issue: {
                    id: string;
                    sentAt: string;
                    title: string;
                };
                opened: string | null;
                opens: number;
                payment: string | null;
                paywall: string | null;
                sent: string | null;
                standing: ("free" | "trial" | "premium") | null;
                trial: string | null;
            }[];
            lastRead: {
                id: string;
                sentAt: string;
                title: string;
            } | null;
            next: string | null;
            read: number;
            reader: number;
            sent: number;
            standing: ("free" | "trial" | "premium") | null;
            subscription: {
                /** @enum {string} */
                kind: "sent" | "delivered" | "bounced" | "complained" | "unsubscribed" | "opened" | "clicked" | "viewed" | "section_read" | "paywall_hit" | "offer_shown" | "subscribed" | "trial_started" | "trial_cancelled" | "trial_expired" | "converted" | "renewed" | "payment_failed" | "refunded" | "cancelled" | "call_to_action";
                time: string;
            }[];
        };
        ReadersEstimate: {
            counted: number;
            hiddenReaders: components["schemas"]["PeopleRange"];
            hiddenRecipients: number;
            /** @constant */
            ok: true;
            readers: components["schemas"]["PeopleRange"];
            seenClickRate: number;
        } | {
            message: string;
            /** @constant */
            ok: false;
            /** @enum {string} */
            reason: "inconsistent-counts" | "nothing-hidden" | "no-seen-readers" | "too-few-clicks" | "clicks-not-explained" | "readers-not-kept";
        };
        ReaderTokens: {
            tokens: {
                reader: string;
                token: string;
            }[];
        };
        ReaderTokensRequest: {
            readers: string[];
            /**
             * @default free
             * @enum {string}
             */
            segment?: ("free" | "trial" | "premium") | undefined;
        };
        RecipientsRequest: {
            recipients: {
                domain?: string | undefined;
                /** @enum {string} */
                edition?: ("whole" | "cut") | undefined;
                reader: string;
                /** @enum {string} */
                segment: "free" | "trial" | "premium";
            }[];
            /** Format: date-time */
            sentAt?: string | undefined;
        };
        RecipientsResponse: {
            recorded: number;
            tokens: {
                reader: string;
                token: string;
            }[];
        };
        RecordedStatements: {
            recorded: number;
        };
        ReplaceOwnRulesRequest: {
            rules: {
                name: string;
                /** @enum {string} */
                verdict: "human" | "proxied" | "prefetched" | "scanner" | "unclear";
                when: {
                    client?: string | undefined;
                    domain?: string | undefined;
                    /** @enum {string} */
                    network?: ("unknown" | "other" | "hosting" | "mail" | "security") | undefined;
                    range?: string | undefined;
                };
            }[];
            version: number;
        };
        ReplayResult: {
            replayed: number;
            tooLong: number;
        };
        ReportQuery: {
            /** @default 90 */
            days: number;
            issue?: string | undefined;
            /**
             * @default en
             * @enum {string}
             */
            language: "en" | "es";
            link?: string | undefined;
            /**
             * @default page
             * @enum {string}
             */
            match: "address" | "page" | "site";
            month?: string | undefined;
        };
        ReportView: {
            about: {
                label: string;
                text: string;
            }[];
            /** @enum {string} */
            kind: "issue" | "month" | "growth" | "sponsor";
            /** @enum {string} */
            language: "en" | "es";
            madeAt: string;
            period: {
                from: string | null;
                text: string;
                to: string | null;
            };
            publication: {
                id: string;
                name: string;
            };
            sections: {
                blocks: ({
                    items: {
                        cell: {
                            text: string;
                            value: string | number | null;
                        };
                        comparison: string | null;
                        currency: string | null;
                        digits: number;
                        /** @enum {string} */
                        kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                        label: string;
                        range: {
                            high: number;
                            low: number;
                            text: string;
                        } | null;
                    }[];
                    /** @constant */
                    type: "figures";
                } | {
                    text: string;
                    /** @constant */
                    type: "text";
                } | {
                    columns: {
                        currency: string | null;
                        digits: number;
                        isSummed: boolean;
                        /** @enum {string} */
                        kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                        label: string;
                        quotient: {
                            part: number;
                            whole: number;
                        } | null;
                    }[];
                    note: string | null;
                    rows: {
                        text: string;
                        value: string | number | null;
                    }[][];
                    title: string;
                    total: {
                        text: string;
                        value: string | number | null;
                    }[] | null;
                    /** @constant */
                    type: "table";
                } | {
                    axis: string;
                    band: {
                        label: string;
                        points: {
                            high: number;
                            low: number;
                            x: number;
                        }[];
                    } | null;
                    isStepped: boolean;
                    says: string;
                    series: {
                        label: string;
                        points: {
                            x: number;
                            y: number | null;
                        }[];
                    }[];
                    ticks: {
                        text: string;
                        x: number;
                    }[];
                    title: string;
                    /** @constant */
                    type: "line";
                    unit: string;
                    y: {
                        currency: string | null;
                        digits: number;
                        /** @enum {string} */
                        kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                    };
                } | {
                    /** @enum {string} */
                    direction: "across" | "up";
                    items: {
                        cell: {
                            text: string;
                            value: string | number | null;
                        };
                        detail: string | null;
                        label: string;
                        range: {
                            high: number;
                            low: number;
                        } | null;
                    }[];
                    reference: {
                        label: string;
                        value: number;
                    } | null;
                    says: string;
                    title: string;
                    /** @constant */
                    type: "bars";
                    unit: string;
                    y: {
                        currency: string | null;
                        digits: number;
                        /** @enum {string} */
                        kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                    };
                } | {
                    items: {
                        term: string;
                        text: string;
                    }[];
                    /** @constant */
                    type: "definitions";
                })[];
                title: string;
            }[];
            subtitle: string;
            timeZone: string;
            title: string;
        };
        RevenueView: {
            asOf: string;
            currencies: {
                currency: string;
                digits: number;
                issues: {
                    amount: number;
                    issue: string;
                    subscriptions: number;
                    title: string;
                }[];
                lifetime: {
                    amount: number;
                    high: number;
                    low: number;
                    months: number;
                } | null;
                months: {
                    churn: number;
                    contraction: number;
                    expansion: number;
                    month: string;
                    mrr: number;
                    new: number;
                    paid: number;
                    reactivation: number;
                    refunded: number;
                    subscriptions: number;
                }[];
                mrr: number;
                perHit: {
                    amount: number;
                    high: number;
                    low: number;
                    of: number;
                } | null;
                perTrial: {
                    amount: number;
                    high: number;
                    low: number;
                    of: number;
                } | null;
                subscriptions: number;
                unattributed: {
                    amount: number;
                    subscriptions: number;
                };
            }[];
        };
        RulesPreview: {
            byIssue: {
                changed: number;
                clicks: {
                    after: number;
                    before: number;
                };
                id: string;
                readers: {
                    after: number;
                    before: number;
                };
                sentAt: string | null;
                title: string;
            }[];
            changed: {
                count: number;
                from: components["schemas"]["FetchVerdict"];
                kind: components["schemas"]["FetchKind"];
                to: components["schemas"]["FetchVerdict"];
            }[];
            examples: {
                after: {
                    reasons: string[];
                    verdict: components["schemas"]["FetchVerdict"];
                };
                before: {
                    reasons: string[];
                    verdict: components["schemas"]["FetchVerdict"];
                };
                client: string;
                issue: string;
                kind: components["schemas"]["FetchKind"];
                /** @enum {string} */
                network: "unknown" | "other" | "hosting" | "mail" | "security";
                time: string;
            }[];
            from: string;
            issues: number;
            issuesLookedAt: number;
            judged: number;
            to: string;
        };
        SampleStatus: {
            done: number;
            error: string | null;
            publication: string | null;
            secondsLeft: number | null;
            /** @enum {string} */
            state: "absent" | "loading" | "ready" | "failed" | "removing";
            total: number;
        };
        ScheduleList: {
            items: components["schemas"]["ScheduleView"][];
            ways: {
                email: boolean;
                folder: boolean;
            };
        };
        ScheduleRunList: {
            items: components["schemas"]["ScheduleRunView"][];
            next: string | null;
        };
        ScheduleRunView: {
            attempts: number;
            /** @enum {string} */
            cause: "time" | "issue" | "now";
            dueAt: string;
            endedAt: string | null;
            files: {
                bytes: number;
                name: string;
                sha256: string;
            }[];
            id: string;
            issue: {
                id: string;
                title: string;
            } | null;
            missed: number;
            nextAttemptAt: string | null;
            reason: string | null;
            startedAt: string;
            /** @enum {string} */
            state: "making" | "sending" | "waiting" | "done" | "failed" | "unknown";
        };
        ScheduleTerms: {
            cadence: {
                /** @enum {number} */
                afterHours: 24 | 72;
                /** @constant */
                every: "issue";
            } | {
                /** @constant */
                every: "week";
                hour: number;
                weekday: number;
            } | {
                day: number;
                /** @constant */
                every: "month";
                hour: number;
            };
            destination: {
                /** @constant */
                by: "email";
                to: string[];
            } | {
                /** @constant */
                by: "webhook";
                url: string;
            } | {
                /** @constant */
                by: "folder";
                folder: string;
            };
            what: {
                /** @default null */
                export: {
                    /** @enum {string} */
                    format: "csv" | "ndjson" | "parquet" | "arrow" | "xlsx";
                    /**
                     * @default stretch
                     * @enum {string}
                     */
                    span: "stretch" | "all";
                    /** @enum {string} */
                    what: "events" | "issues" | "links" | "sections" | "readers" | "trials" | "cohorts";
                } | null;
                /**
                 * @default en
                 * @enum {string}
                 */
                language: "en" | "es";
                /** @default null */
                report: {
                    /** @default 90 */
                    days: number;
                    formats: ("pdf" | "xlsx")[];
                    /** @enum {string} */
                    kind: "issue" | "month" | "growth" | "sponsor";
                    link?: string | undefined;
                    /**
                     * @default page
                     * @enum {string}
                     */
                    match: "address" | "page" | "site";
                } | null;
            };
        };
        ScheduleView: {
            cadence: {
                /** @enum {number} */
                afterHours: 24 | 72;
                /** @constant */
                every: "issue";
            } | {
                /** @constant */
                every: "week";
                hour: number;
                weekday: number;
            } | {
                day: number;
                /** @constant */
                every: "month";
                hour: number;
            };
            createdAt: string;
            destination: {
                /** @constant */
                by: "email";
                to: string[];
            } | {
                /** @constant */
                by: "webhook";
                url: string;
            } | {
                /** @constant */
                by: "folder";
                folder: string;
            };
            id: string;
            isPaused: boolean;
            lastRun: components["schemas"]["ScheduleRunView"] | null;
            name: string;
            nextRunAt: string | null;
            webhookSecret: string | null;
            what: {
                /** @default null */
                export: {
                    /** @enum {string} */
                    format: "csv" | "ndjson" | "parquet" | "arrow" | "xlsx";
                    /**
                     * @default stretch
                     * @enum {string}
                     */
                    span: "stretch" | "all";
                    /** @enum {string} */
                    what: "events" | "issues" | "links" | "sections" | "readers" | "trials" | "cohorts";
                } | null;
                /**
                 * @default en
                 * @enum {string}
                 */
                language: "en" | "es";
                /** @default null */
                report: {
                    /** @default 90 */
                    days: number;
                    formats: ("pdf" | "xlsx")[];
                    /** @enum {string} */
                    kind: "issue" | "month" | "growth" | "sponsor";
                    link?: string | undefined;
                    /**
                     * @default page
                     * @enum {string}
                     */
                    match: "address" | "page" | "site";
                } | null;
            };
        };
        SectionView: {
            /** @enum {string} */
            access: "before" | "across" | "behind";
            id: string;
            ordinal: number;
            title: string;
        };
        SessionState: {
            /** @constant */
            state: "setup";
        } | {
            /** @constant */
            state: "signed_out";
        } | {
            /** @constant */
            state: "signed_in";
        };
        SetBillingSystemRequest: {
            account?: (string | null) | undefined;
            secret: string;
            /** @default false */
            takesTests?: boolean | undefined;
        };
        SetMailProviderRequest: {
            key: string;
        };
        SetMailServerRequest: {
            from: string;
            host: string;
            password?: string | undefined;
            port: number;
            /**
             * @default starttls
             * @enum {string}
             */
            tls?: ("starttls" | "implicit" | "off") | undefined;
            /** @default null */
            user?: (string | null) | undefined;
        };
        SetupRequest: {
            code: string;
            password: string;
        };
        SharedSubject: {
            issue: string | null;
            /** @enum {string} */
            language: "en" | "es";
            /** @constant */
            show: "issue_report";
        } | {
            /** @enum {string} */
            language: "en" | "es";
            month: string | null;
            /** @constant */
            show: "month_report";
        } | {
            days: number;
            /** @enum {string} */
            language: "en" | "es";
            /** @constant */
            show: "growth_report";
        } | {
            /** @enum {string} */
            language: "en" | "es";
            link: string;
            /** @enum {string} */
            match: "address" | "page" | "site";
            /** @constant */
            show: "sponsor_report";
        } | {
            issue: string | null;
            /** @constant */
            show: "issue";
        } | {
            days: number;
            /** @constant */
            show: "overview";
        };
        SharedView: {
            files: boolean;
            publication: {
                name: string;
                timeZone: string;
            };
            report: {
                about: {
                    label: string;
                    text: string;
                }[];
                /** @enum {string} */
                language: "en" | "es";
                publication: {
                    name: string;
                };
                sections: {
                    blocks: ({
                        items: {
                            cell: {
                                text: string;
                                value: string | number | null;
                            };
                            comparison: string | null;
                            currency: string | null;
                            digits: number;
                            /** @enum {string} */
                            kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                            label: string;
                            range: {
                                high: number;
                                low: number;
                                text: string;
                            } | null;
                        }[];
                        /** @constant */
                        type: "figures";
                    } | {
                        text: string;
                        /** @constant */
                        type: "text";
                    } | {
                        columns: {
                            currency: string | null;
                            digits: number;
                            isSummed: boolean;
                            /** @enum {string} */
                            kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                            label: string;
                            quotient: {
                                part: number;
                                whole: number;
                            } | null;
                        }[];
                        note: string | null;
                        rows: {
                            text: string;
                            value: string | number | null;
                        }[][];
                        title: string;
                        total: {
                            text: string;
                            value: string | number | null;
                        }[] | null;
                        /** @constant */
                        type: "table";
                    } | {
                        axis: string;
                        band: {
                            label: string;
                            points: {
                                high: number;
                                low: number;
                                x: number;
                            }[];
                        } | null;
                        isStepped: boolean;
                        says: string;
                        series: {
                            label: string;
                            points: {
                                x: number;
                                y: number | null;
                            }[];
                        }[];
                        ticks: {
                            text: string;
                            x: number;
                        }[];
                        title: string;
                        /** @constant */
                        type: "line";
                        unit: string;
                        y: {
                            currency: string | null;
                            digits: number;
                            /** @enum {string} */
                            kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                        };
                    } | {
                        /** @enum {string} */
                        direction: "across" | "up";
                        items: {
                            cell: {
                                text: string;
                                value: string | number | null;
                            };
                            detail: string | null;
                            label: string;
                            range: {
                                high: number;
                                low: number;
                            } | null;
                        }[];
                        reference: {
                            label: string;
                            value: number;
                        } | null;
                        says: string;
                        title: string;
                        /** @constant */
                        type: "bars";
                        unit: string;
                        y: {
                            currency: string | null;
                            digits: number;
                            /** @enum {string} */
                            kind: "text" | "whole" | "decimal" | "share" | "money" | "date" | "moment";
                        };
                    } | {
                        items: {
                            term: string;
                            text: string;
                        }[];
                        /** @constant */
                        type: "definitions";
                    })[];
                    title: string;
                }[];
                subtitle: string;
                title: string;
            };
            /** @constant */
            show: "report";
        } | {
            activity: {
                clicks: number;
                hour: number;
                machineOpens: number;
                opens: number;
                readersSoFar: number;
                start: string;
            }[];
            asOf: string;
            figures: {
                clickers: number;
                clickRate: number | null;
                clicks: number;
                clickToOpenRate: number | null;
                delivered: number;
                openRate: number | null;
                paywallHits: number | null;
                readers: number;
                trialsStarted: number | null;
            };
            issue: {
                hasPaywall: boolean;
                sentAt: string | null;
                subtitle: string;
                title: string;
            };
            publication: {
                name: string;
                timeZone: string;
            };
            /** @constant */
            show: "issue";
        } | {
            asOf: string;
            clickers: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            clicks: {
                now: number;
            };
            converted: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            days: string[];
            delivered: {
                now: number;
            };
            isComparable: boolean;
            issues: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            paying: {
                before: number;
                byDay: number[];
                byEvents: number;
                byRecipients: number;
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            paywallHits: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            publication: {
                name: string;
                timeZone: string;
            };
            readers: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
            /** @constant */
            show: "overview";
            trialsStarted: {
                before: number;
                byDay: number[];
                change: components["schemas"]["Change"] | null;
                now: number;
            };
        };
        ShareLink: {
            /** @enum {string} */
            actor: "owner" | "operator_key" | "key";
            createdAt: string;
            expiresAt: string | null;
            files: boolean;
            id: string;
            key: string | null;
            label: string;
            lastOpenedAt: string | null;
            opened: number;
            revokedAt: string | null;
            sites: string[];
            /** @enum {string} */
            state: "open" | "expired" | "revoked";
            subject: components["schemas"]["SharedSubject"];
            title: string | null;
        };
        ShareLinks: {
            items: components["schemas"]["ShareLink"][];
            next: string | null;
        };
        ShareOfPeople: {
            count: number;
            high: number;
            low: number;
            of: number;
            rate: number;
        };
        ShareRange: {
            high: number;
            low: number;
        };
        SignInRequest: {
            password: string;
        };
        SingleReader: {
            group: components["schemas"]["ReaderGroup"] | null;
            lastRead: {
                id: string;
                sentAt: string;
                title: string;
            } | null;
            read: number;
            reader: number;
            sent: number;
            standing: ("free" | "trial" | "premium") | null;
        };
        SingleReaderList: {
            items: components["schemas"]["SingleReader"][];
            next: string | null;
        };
        /** @enum {string} */
        SingleReaders: "shown" | "operator_forbids" | "publication_forbids";
        SponsorLinks: {
            items: {
                issues: number;
                lastSentAt: string | null;
                link: string;
                text: string;
                url: string;
            }[];
            more: number;
            next: string | null;
        };
        SqlRequest: {
            /**
             * @default ndjson
             * @enum {string}
             */
            format?: ("csv" | "ndjson" | "parquet") | undefined;
            sql: string;
        };
        StartImportRequest: {
            mapping?: {
                address: string;
                agent?: string | undefined;
                country?: string | undefined;
                everyKind?: string | undefined;
                kind?: string | undefined;
                post?: string | undefined;
                time: string;
                title?: string | undefined;
                url?: string | undefined;
            } | undefined;
        };
        StripeListRequest: ({
            data: unknown[];
            /** @constant */
            object: "list";
        } & {
            [key: string]: unknown;
        }) | unknown[];
        SubjectsView: {
            /** @enum {string} */
            audience: "everyone" | "paying";
            audiences: {
                everyone: number;
                paying: number;
            };
            cells: {
                hour: number;
                issues: number;
                openRate: number;
                weekday: number;
            }[];
            compared: number;
            fewest: number;
            from: string | null;
            hours: {
                adjusted: number | null;
                difference: {
                    estimate: number;
                    high: number;
                    low: number;
                } | null;
                hour: number;
                issues: number;
                openRate: components["schemas"]["MeanOpenRate"];
                pValue: number | null;
                /** @enum {string} */
                says: "more" | "less" | "chance" | "few";
            }[];
            issues: number;
            openRate: components["schemas"]["MeanOpenRate"];
            to: string;
            traits: {
                adjusted: number | null;
                difference: {
                    estimate: number;
                    high: number;
                    low: number;
                } | null;
                issues: number;
                openRate: components["schemas"]["MeanOpenRate"];
                pValue: number | null;
                /** @enum {string} */
                says: "more" | "less" | "chance" | "few";
                trait: components["schemas"]["SubjectTrait"];
            }[];
            weekdays: {
                adjusted: number | null;
                difference: {
                    estimate: number;
                    high: number;
                    low: number;
                } | null;
                issues: number;
                openRate: components["schemas"]["MeanOpenRate"];
                pValue: number | null;
                /** @enum {string} */
                says: "more" | "less" | "chance" | "few";
                weekday: number;
            }[];
        };
        /** @enum {string} */
        SubjectTrait: "short" | "medium" | "long" | "very_long" | "question" | "number" | "colon" | "emoji" | "capitals";
        TestMailAnswer: {
            /** @enum {string} */
            outcome: "done" | "failed" | "unknown";
            why: string | null;
        };
        TestMailRequest: {
            /** Format: email */
            to: string;
        };
        TrialsView: {
            asOf: string;
            calledOff: number;
            cancelled: number;
            cohorts: {
                cancelled: number;
                converted: number;
                curve: {
                    day: number;
                    high: number;
                    low: number;
                    rate: number;
                }[];
                expired: number;
                from: string;
                naiveRate: number | null;
                pastDue: number;
                rate: {
                    day: number;
                    high: number;
                    low: number;
                    rate: number;
                } | null;
                running: number;
                started: number;
            }[];
            converted: number;
            curve: {
                day: number;
                high: number;
                low: number;
                rate: number;
            }[];
            endingThisWeek: number;
            expired: number;
            forecast: {
                expected: number;
                high: number;
                low: number;
                month: string;
                soFar: number;
            } | null;
            naiveRate: number | null;
            paymentFailed: number;
            rate: {
                day: number;
                high: number;
                low: number;
                rate: number;
            } | null;
            recovered: number;
            running: number;
            started: number;
            trialDays: number | null;
        };
        UpdateBrandRequest: {
            colour?: (string | null) | undefined;
            logo?: (string | null) | undefined;
        };
        UpdateExperimentRequest: {
            arms?: {
                offer: string;
                weight: number;
            }[] | undefined;
            baseline?: (number | null) | undefined;
            guardrails?: {
                /** @enum {string} */
                measure: "trial_starts" | "paid" | "revenue" | "refunds" | "trial_cancellations" | "unsubscribes";
                worstChange: number;
            }[] | undefined;
            /** @enum {string} */
            measure?: ("trial_starts" | "paid" | "revenue") | undefined;
            name?: string | undefined;
            /** @enum {string} */
            readers?: ("all" | "free") | undefined;
            share?: number | undefined;
            smallestEffect?: number | undefined;
            visitors?: boolean | undefined;
        };
        UpdateIssueRequest: {
            sentAt?: (string | null) | undefined;
            subtitle?: string | undefined;
            tags?: string[] | undefined;
            title?: string | undefined;
        };
        UpdateNoteRequest: {
            /** Format: date-time */
            at?: string | undefined;
            text?: string | undefined;
        };
        UpdateOfferRequest: {
            button?: string | undefined;
            currency?: string | undefined;
            headline?: string | undefined;
            months?: number | undefined;
            name?: string | undefined;
            price?: number | undefined;
            takesCard?: boolean | undefined;
            text?: string | undefined;
            trialDays?: number | undefined;
        };
        UpdatePublicationRequest: {
            name?: string | undefined;
            plantsHoneypot?: boolean | undefined;
            showsReaders?: boolean | undefined;
            sites?: string[] | undefined;
            timeZone?: string | undefined;
            tracksClicks?: boolean | undefined;
            tracksOpens?: boolean | undefined;
            tracksReaders?: boolean | undefined;
        };
        UpdateScheduleRequest: {
            cadence?: ({
                /** @enum {number} */
                afterHours: 24 | 72;
                /** @constant */
                every: "issue";
            } | {
                /** @constant */
                every: "week";
                hour: number;
                weekday: number;
            } | {
                day: number;
                /** @constant */
                every: "month";
                hour: number;
            }) | undefined;
            destination?: ({
                /** @constant */
                by: "email";
                to: string[];
            } | {
                /** @constant */
                by: "webhook";
                url: string;
            } | {
                /** @constant */
                by: "folder";
                folder: string;
            }) | undefined;
            isPaused?: boolean | undefined;
            name?: string | undefined;
            what?: {
                /** @default null */
                export?: ({
                    /** @enum {string} */
                    format: "csv" | "ndjson" | "parquet" | "arrow" | "xlsx";
                    /**
                     * @default stretch
                     * @enum {string}
                     */
                    span?: ("stretch" | "all") | undefined;
                    /** @enum {string} */
                    what: "events" | "issues" | "links" | "sections" | "readers" | "trials" | "cohorts";
                } | null) | undefined;
                /**
                 * @default en
                 * @enum {string}
                 */
                language?: ("en" | "es") | undefined;
                /** @default null */
                report?: ({
                    /** @default 90 */
                    days?: number | undefined;
                    formats: ("pdf" | "xlsx")[];
                    /** @enum {string} */
                    kind: "issue" | "month" | "growth" | "sponsor";
                    link?: string | undefined;
                    /**
                     * @default page
                     * @enum {string}
                     */
                    match?: ("address" | "page" | "site") | undefined;
                } | null) | undefined;
            } | undefined;
        };
        UsualOfferRequest: {
            offer: string | null;
        };
        UsualRange: {
            high: number;
            low: number;
            median: number;
        };
        VerdictCounts: {
            human: number;
            prefetched: number;
            proxied: number;
            scanner: number;
            unclear: number;
        };
        VerdictReason: {
            category: ("agent" | "network" | "request" | "timing" | "pattern" | "provider" | "token" | "own") | null;
            name: string;
            says: string;
            source: string | null;
        };
        VerdictSplit: {
            events: number;
            kind: components["schemas"]["FetchKind"];
            link: string | null;
            readers: number;
            settling: number;
            verdicts: {
                events: number;
                readers: number;
                reasons: {
                    category: ("agent" | "network" | "request" | "timing" | "pattern" | "provider" | "token" | "own") | null;
                    events: number;
                    name: string;
                    says: string;
                    source: string | null;
                }[];
                settling: number;
                verdict: components["schemas"]["FetchVerdict"];
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_api_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Describe this API (OpenAPI 3.1) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_collection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell how much waits to be forwarded, and what happens when there is no room for more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionState"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_keys: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the API keys, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description Make an API key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_keys_by_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the key. */
                key: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraw an API key */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the publications, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePublicationRequest"];
            };
        };
        responses: {
            /** @description Create a publication */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a publication */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a publication with everything that was counted for it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_publications_by_publication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePublicationRequest"];
            };
        };
        responses: {
            /** @description Change a publication's name, time zone, sites, what is tracked, whether a link for machines is planted, or whether single readers are shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_attention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell what should be looked into, the most urgent first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attention"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_billing_import: {
        parameters: {
            query?: {
                asOf?: string | undefined;
                preview?: ("true" | "false") | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StripeListRequest"];
                "text/csv": Blob;
            };
        };
        responses: {
            /** @description Import subscriptions from a file, or from what Stripe lists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingImport"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_billing_statements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingStatementsRequest"];
            };
        };
        responses: {
            /** @description State how subscriptions stand, what was paid, what was given back, or whose they are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedStatements"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_billing_systems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the billing systems that report on the subscriptions of a publication */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingSystemList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_billing_systems_by_system: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Which billing system. */
                system: "stripe" | "webhook";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBillingSystemRequest"];
            };
        };
        responses: {
            /** @description Set a billing system up, or otherwise than it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingSystemView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_billing_systems_by_system: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Which billing system. */
                system: "stripe" | "webhook";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take nothing more from a billing system */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_brand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how a publication's reports look */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_brand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBrandRequest"];
            };
        };
        responses: {
            /** @description Choose the colour and the logo of a publication's reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_brand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let reports look as usual again, without a logo */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_brand_logo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the logo of a publication's reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell on which days of the last twelve months issues went out or were missing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationCalendar"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_comparison: {
        parameters: {
            query: {
                issues: string;
            };
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compare two to six issues: figures with their uncertainty, readers since sending, sections and links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueComparison"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_connections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell when something last came from each source of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connections"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_connections_checks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to try out whether what is fetched arrives */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionCheck"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_connections_checks_by_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the check. */
                check: number;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell how far a try has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckProgress"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_experiments: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the experiments between offers, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_experiments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExperimentRequest"];
            };
        };
        responses: {
            /** @description Draft an experiment between offers */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_experiments_by_experiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the experiment. */
                experiment: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an experiment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_experiments_by_experiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the experiment. */
                experiment: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an experiment that was not started */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_publications_by_publication_experiments_by_experiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the experiment. */
                experiment: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateExperimentRequest"];
            };
        };
        responses: {
            /** @description Change an experiment that was not started yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_experiments_by_experiment_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the experiment. */
                experiment: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell what an experiment has shown so far */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentResults"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_experiments_by_experiment_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the experiment. */
                experiment: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Start an experiment: from now on nothing about it changes but that it is stopped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_experiments_by_experiment_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the experiment. */
                experiment: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop an experiment: everybody is shown its control */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_experiments_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperimentPlanRequest"];
            };
        };
        responses: {
            /** @description Tell how many people and days an experiment would take */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentPlan"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_exports: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List who took what out of a publication, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedExports"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_exports_by_file: {
        parameters: {
            query?: {
                bom?: string | undefined;
                compress?: "gzip" | undefined;
                from?: (string) | undefined;
                issue?: string | undefined;
                kinds?: string | undefined;
                part?: string | undefined;
                segments?: string | undefined;
                to?: (string) | undefined;
                verdicts?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description What, and in which format. */
                file: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export events, issues, links, sections, readers, trials or cohorts as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_exports_log_by_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the export. */
                export: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how an export went: its rows, bytes and SHA-256, by which a file is checked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedExport"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_exports_parts: {
        parameters: {
            query?: {
                from?: (string) | undefined;
                issue?: string | undefined;
                kinds?: string | undefined;
                rows?: number | undefined;
                segments?: string | undefined;
                to?: (string) | undefined;
                verdicts?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cut the events into parts to be exported one by one, so that an export can go on where it ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportParts"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_exports_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportTableRequest"];
            };
        };
        responses: {
            /** @description Make a file of a table that is sent, with a header that says what it is of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_growth_attribution: {
        parameters: {
            query?: {
                days?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell what led to the subscriptions of the last days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributionView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_growth_attribution_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell how long before a subscription a touch counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributionSettings"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_growth_attribution_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributionSettings"];
            };
        };
        responses: {
            /** @description Choose how long before a subscription a touch counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributionSettings"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_growth_cohorts: {
        parameters: {
            query?: {
                by?: ("month" | "offer" | "issue") | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell how many of those who began to pay still do, by months since */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortsView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_growth_funnel: {
        parameters: {
            query?: {
                by?: ("issue" | "section" | "offer" | "audience" | "country" | "device" | "source") | undefined;
                days?: number | undefined;
                windowDays?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count people from delivery to payment over the issues of the last days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_growth_paywall: {
        parameters: {
            query?: {
                days?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell where paywalls stood, and what came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaywallPositionsView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_growth_revenue: {
        parameters: {
            query?: {
                months?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell what subscriptions bring, month by month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_growth_trials: {
        parameters: {
            query?: {
                weeks?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell how trials stand, and how many of them are paid for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialsView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_imports: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the imports of a publication, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_imports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewImportRequest"];
            };
        };
        responses: {
            /** @description Begin to bring history in from elsewhere */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_imports_by_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say how an import stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_imports_by_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an import and its files */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_imports_by_import_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop an import; it can be started again and goes on where it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_imports_by_import_files_by_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import: string;
                /** @description Name of the file. */
                name: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": Blob;
            };
        };
        responses: {
            /** @description Send a file of an import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_imports_by_import_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartImportRequest"];
            };
        };
        responses: {
            /** @description Begin to look through an import without writing anything */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_imports_by_import_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartImportRequest"];
            };
        };
        responses: {
            /** @description Begin to import what was looked through, or go on with what was stopped */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues: {
        parameters: {
            query?: {
                audience?: ("everyone" | "paying") | undefined;
                cursor?: string | undefined;
                from?: string | undefined;
                limit?: number | undefined;
                q?: string | undefined;
                sort?: ("sentAt" | "-sentAt" | "title" | "-title" | "delivered" | "-delivered" | "readers" | "-readers" | "openRate" | "-openRate" | "clickers" | "-clickers" | "clickRate" | "-clickRate" | "clickToOpenRate" | "-clickToOpenRate" | "paywallHits" | "-paywallHits" | "trialsStarted" | "-trialsStarted") | undefined;
                tag?: (string | string[]) | undefined;
                to?: string | undefined;
                weekday?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List issues with their key figures, newest first or as asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_issues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateIssueRequest"];
            };
        };
        responses: {
            /** @description Create an issue from its HTML; the answer holds the tracked HTML */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedIssue"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an issue with its sections and links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueDetail"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_publications_by_publication_issues_by_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateIssueRequest"];
            };
        };
        responses: {
            /** @description Change an issue's title, subtitle, time of sending or tags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueDetail"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count who read an issue: by country, mail program, device, and how long they have been readers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuePeople"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_clients: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count an issue's opens and clicks by mail client and browser, most first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueClients"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_domains: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count an issue's deliveries, opens and clicks by receiving domain, most recipients first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueDomains"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_editions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List which editions of an issue are kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_editions_by_edition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which edition. */
                edition: "whole" | "cut";
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the tracked HTML of an edition */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        edition: "whole" | "cut";
                        html: string;
                    };
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_editions_by_edition_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which edition. */
                edition: "whole" | "cut";
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an edition to be looked at: without scripts, addresses and anything to be fetched */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionPreview"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_events: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                kind?: ("opened" | "clicked") | undefined;
                limit?: number | undefined;
                link?: string | undefined;
                reason?: string | undefined;
                verdict?: ("human" | "proxied" | "prefetched" | "scanner" | "unclear") | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look at an issue's opens and clicks one by one, as they were judged, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgedEventList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_paywall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow people from an issue's paywall to payment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuePaywall"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_reading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow how far people read an issue's web page, section by section */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueReading"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_issues_by_issue_recipients: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecipientsRequest"];
            };
        };
        responses: {
            /** @description Record an issue's recipients; the answer holds their tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsResponse"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Report on an issue: figures, hours since sending, links and sections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueReport"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_usual: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say what the issues before one had at the same age, and how many readers it will probably have */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueUsual"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_by_issue_verdicts: {
        parameters: {
            query: {
                kind: "opened" | "clicked";
                link?: string | undefined;
            };
            header?: never;
            path: {
                /** @description Id of the issue. */
                issue: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Split an issue's opens or clicks by who caused them, and say why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictSplit"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_issues_choices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read by what the list of issues can be narrowed down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueChoices"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_live: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Watch which issues have new figures (server-sent events) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_machines: {
        parameters: {
            query?: {
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow what machines did to the issues that went out, newest last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineHistory"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_mail_providers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the mail providers that report on the mail of a publication */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailProviderList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_mail_providers_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which mail provider. */
                provider: "mailgun" | "sendgrid" | "ses" | "postmark";
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMailProviderRequest"];
            };
        };
        responses: {
            /** @description Set a mail provider up, or give it another key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailProviderView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_mail_providers_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which mail provider. */
                provider: "mailgun" | "sendgrid" | "ses" | "postmark";
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take nothing more from a mail provider */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_mail_server: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read through which server a publication sends what it has scheduled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailServerView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_mail_server: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMailServerRequest"];
            };
        };
        responses: {
            /** @description Give a publication a mail server of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailServerView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_mail_server: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a publication’s own mail server away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_mail_server_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestMailRequest"];
            };
        };
        responses: {
            /** @description Send a test message through the mail server */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestMailAnswer"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_notes: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                from?: string | undefined;
                limit?: number | undefined;
                to?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the notes that stand from one moment to another, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateNoteRequest"];
            };
        };
        responses: {
            /** @description Write a note, about an issue or about a moment of the publication */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_notes_by_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the note. */
                note: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a note */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_publications_by_publication_notes_by_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the note. */
                note: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateNoteRequest"];
            };
        };
        responses: {
            /** @description Change a note's text or moment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_offer: {
        parameters: {
            query?: {
                reader?: string | undefined;
                token?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask what a reader is offered, on the web and in mail alike */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignedOffer"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignOffersRequest"];
            };
        };
        responses: {
            /** @description Ask what many readers are offered, with their tokens, before a mail goes out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignedOffers"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_offers: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what readers without access are or were offered, the oldest first, the archive included */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_offers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOfferRequest"];
            };
        };
        responses: {
            /** @description Make an offer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_publications_by_publication_offers_by_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the offer. */
                offer: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOfferRequest"];
            };
        };
        responses: {
            /** @description Change an offer that no experiment has shown yet, or what it is called */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_offers_by_offer_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the offer. */
                offer: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put an offer into the archive, so that it is shown to nobody any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_offers_by_offer_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the offer. */
                offer: string;
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an offer out of the archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_offers_usual: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsualOfferRequest"];
            };
        };
        responses: {
            /** @description Choose the offer that everybody is shown who is in no experiment, or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_overview: {
        parameters: {
            query?: {
                days?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell what happened in the last days, beside as many before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOverview"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_readers: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                group?: ("new" | "engaged" | "fading" | "dormant" | "hidden") | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List single readers by their numbers, where operator and publication allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleReaderList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_readers_by_reader: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Number of a reader. */
                reader: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what one reader did, issue by issue, where operator and publication allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReaderHistory"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_readers_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindReaderRequest"];
            };
        };
        responses: {
            /** @description Find the number of a reader by what the sending system calls them, where operator and publication allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundReader"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_readers_groups: {
        parameters: {
            query?: {
                weeks?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count readers by what they did lately: new, engaged, fading, dormant, and those whose opens are hidden */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReaderGroups"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_readers_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReaderTokensRequest"];
            };
        };
        responses: {
            /** @description Get the tokens of readers, to keep as a merge field in the sending system */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReaderTokens"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_reports_by_kind: {
        parameters: {
            query?: {
                days?: number | undefined;
                issue?: string | undefined;
                language?: ("en" | "es") | undefined;
                link?: string | undefined;
                match?: ("address" | "page" | "site") | undefined;
                month?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Which report. */
                kind: "issue" | "month" | "growth" | "sponsor";
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a report: on an issue, a month, growth, or a sponsor’s link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_reports_by_kind_pdf: {
        parameters: {
            query?: {
                days?: number | undefined;
                issue?: string | undefined;
                language?: ("en" | "es") | undefined;
                link?: string | undefined;
                match?: ("address" | "page" | "site") | undefined;
                month?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Which report. */
                kind: "issue" | "month" | "growth" | "sponsor";
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a report as a PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_reports_by_kind_xlsx: {
        parameters: {
            query?: {
                days?: number | undefined;
                issue?: string | undefined;
                language?: ("en" | "es") | undefined;
                link?: string | undefined;
                match?: ("address" | "page" | "site") | undefined;
                month?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Which report. */
                kind: "issue" | "month" | "growth" | "sponsor";
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a report as a workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_reports_links: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
                q?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what links lead to, as a choice for a sponsor report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SponsorLinks"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a publication's own rules on who is a machine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRulesView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_publications_by_publication_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceOwnRulesRequest"];
            };
        };
        responses: {
            /** @description Replace a publication's own rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRulesView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_rules_apply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say how judging the history by the rules of now stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgingStatus"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_rules_apply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to judge all opens and clicks from before by the rules of now */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgingStatus"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_rules_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRulesRequest"];
            };
        };
        responses: {
            /** @description Say what other rules would change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesPreview"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_schedules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what is made and brought somewhere again and again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_schedules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateScheduleRequest"];
            };
        };
        responses: {
            /** @description Have a report, an export or both made and brought somewhere again and again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_schedules_by_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Id of the schedule. */
                schedule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a schedule with the list of its runs */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_publications_by_publication_schedules_by_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Id of the schedule. */
                schedule: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateScheduleRequest"];
            };
        };
        responses: {
            /** @description Change a schedule, pause it or let it go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_schedules_by_schedule_runs: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Id of the schedule. */
                schedule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the runs of a schedule, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRunList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_schedules_by_schedule_runs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Id of the schedule. */
                schedule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Carry a schedule out now, paused or not */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRunView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_schedules_by_schedule_runs_by_run_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Id of the run. */
                run: string;
                /** @description Id of the schedule. */
                schedule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Try a run once more that failed, waits, or of which nobody knows whether it arrived */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRunView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_shares: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the links that show something without sign-in, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareLinks"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_shares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateShareRequest"];
            };
        };
        responses: {
            /** @description Make a link that shows a report, an issue or the last days to whoever has it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedShare"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_publications_by_publication_shares_by_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Id of the link. */
                share: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke a link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareLink"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_shares_by_share_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
                /** @description Id of the link. */
                share: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let a link that was revoked within the last hour work again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareLink"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_publications_by_publication_sql: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SqlRequest"];
            };
        };
        responses: {
            /** @description Ask the views of a publication by a SELECT of your own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publications_by_publication_subjects: {
        parameters: {
            query?: {
                audience?: ("everyone" | "paying") | undefined;
                days?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /** @description Id of the publication. */
                publication: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compare open rates by what the subject has, and by weekday and hour of sending */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectsView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quarantine: {
        parameters: {
            query?: {
                cursor?: string | undefined;
                limit?: number | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List events that could not be understood, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineList"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quarantine_replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Try again what could not be understood */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say how making all figures anew stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgingStatus"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_rebuild: {
        parameters: {
            query?: {
                verdicts?: ("outdated" | "all") | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to judge history and to make all figures anew from the events */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgingStatus"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say whether the sample publication is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleStatus"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to load the sample publication */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleStatus"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_sample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to remove the sample publication with everything in it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleStatus"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say whether somebody is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description Choose the owner's password, once, and sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_shared_by_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Secret of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what a link without sign-in shows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedView"];
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_shared_by_token_report_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Secret of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a shared report as a PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_shared_by_token_report_xlsx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Secret of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a shared report as a workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that the process runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ok: true;
                    };
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the metrics, in the text format of Prometheus */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say whether what the process needs is there; 503 where it is not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            [key: string]: string;
                        };
                        ok: boolean;
                    };
                };
            };
            /** @description What is wrong, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
