package io.throughline.host.jira.model;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Creates Jira's tables and the constants every Jira has from the start. May be called on every start and by several nodes at
 * once: PostgreSQL's advisory lock lets one node at a time through, H2 never has more than one.
 */
public final class JiraSchema {
    private static final long LOCK = 0x6a697261L; // "jira"

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS jira_next_id (name varchar(20) PRIMARY KEY, next_id bigint NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_workflow_rule (id bigint PRIMARY KEY, project_id bigint NOT NULL,
              transition integer NOT NULL, kind varchar(20) NOT NULL, module varchar(500) NOT NULL, args varchar(100000) NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_filter (id bigint PRIMARY KEY, name varchar(255) NOT NULL,
              description varchar(1000) NOT NULL, jql varchar(100000) NOT NULL, owner varchar(255) NOT NULL,
              shared boolean NOT NULL, UNIQUE (owner, name))""",
            """
            CREATE TABLE IF NOT EXISTS jira_gadget (id bigint PRIMARY KEY, module varchar(500) NOT NULL,
              preferences varchar(100000) NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_person (user_key varchar(255) PRIMARY KEY, display_name varchar(255) NOT NULL,
              active boolean NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_project (id bigint PRIMARY KEY, project_key varchar(255) NOT NULL UNIQUE,
              name varchar(255) NOT NULL, description varchar(100000), lead varchar(255), counter bigint NOT NULL,
              archived boolean NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_project_key (old_key varchar(255) PRIMARY KEY, project_id bigint NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_grant (project_id bigint NOT NULL, permission varchar(100) NOT NULL,
              holder_kind varchar(10) NOT NULL, holder varchar(255) NOT NULL,
              PRIMARY KEY (project_id, permission, holder_kind, holder))""",
            """
            CREATE TABLE IF NOT EXISTS jira_issue_type (id bigint PRIMARY KEY, name varchar(255) NOT NULL,
              description varchar(1000), subtask boolean NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_project_type (project_id bigint NOT NULL, type_id bigint NOT NULL,
              PRIMARY KEY (project_id, type_id))""",
            """
            CREATE TABLE IF NOT EXISTS jira_status (id bigint PRIMARY KEY, name varchar(255) NOT NULL,
              description varchar(1000), category_id bigint NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_project_status (project_id bigint NOT NULL, status_id bigint NOT NULL,
              PRIMARY KEY (project_id, status_id))""",
            """
            CREATE TABLE IF NOT EXISTS jira_resolution (id bigint PRIMARY KEY, name varchar(255) NOT NULL,
              description varchar(1000))""",
            """
            CREATE TABLE IF NOT EXISTS jira_priority (id bigint PRIMARY KEY, name varchar(255) NOT NULL,
              description varchar(1000))""",
            """
            CREATE TABLE IF NOT EXISTS jira_component (id bigint PRIMARY KEY, project_id bigint NOT NULL,
              name varchar(255) NOT NULL, description varchar(10000), UNIQUE (project_id, name))""",
            """
            CREATE TABLE IF NOT EXISTS jira_version (id bigint PRIMARY KEY, project_id bigint NOT NULL,
              name varchar(255) NOT NULL, description varchar(10000), archived boolean NOT NULL, released boolean NOT NULL,
              release_date date, UNIQUE (project_id, name))""",
            """
            CREATE TABLE IF NOT EXISTS jira_custom_field (id bigint PRIMARY KEY, name varchar(255) NOT NULL,
              type_key varchar(255) NOT NULL, description varchar(1000))""",
            """
            CREATE TABLE IF NOT EXISTS jira_link_type (id bigint PRIMARY KEY, name varchar(255) NOT NULL,
              inward varchar(255) NOT NULL, outward varchar(255) NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_issue (id bigint PRIMARY KEY, project_id bigint NOT NULL, num bigint NOT NULL,
              type_id bigint NOT NULL, status_id bigint NOT NULL, resolution_id bigint, priority_id bigint,
              summary varchar(1000) NOT NULL, description varchar(1000000), assignee varchar(255), reporter varchar(255),
              creator varchar(255), created bigint NOT NULL, updated bigint NOT NULL, resolved bigint, due date,
              original_estimate bigint, remaining_estimate bigint, time_spent bigint, parent_id bigint,
              archived boolean NOT NULL, archived_at bigint, UNIQUE (project_id, num))""",
            """
            CREATE TABLE IF NOT EXISTS jira_issue_key (old_key varchar(255) PRIMARY KEY, issue_id bigint NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_label (issue_id bigint NOT NULL, label varchar(255) NOT NULL,
              PRIMARY KEY (issue_id, label))""",
            """
            CREATE TABLE IF NOT EXISTS jira_issue_component (issue_id bigint NOT NULL, component_id bigint NOT NULL,
              PRIMARY KEY (issue_id, component_id))""",
            """
            CREATE TABLE IF NOT EXISTS jira_issue_version (issue_id bigint NOT NULL, version_id bigint NOT NULL,
              kind varchar(10) NOT NULL, PRIMARY KEY (issue_id, kind, version_id))""",
            """
            CREATE TABLE IF NOT EXISTS jira_custom_value (issue_id bigint NOT NULL, field_id bigint NOT NULL,
              text_value varchar(100000), number_value double precision, issue_value bigint,
              PRIMARY KEY (issue_id, field_id))""",
            """
            CREATE TABLE IF NOT EXISTS jira_link (id bigint PRIMARY KEY, type_id bigint NOT NULL, source_id bigint NOT NULL,
              destination_id bigint NOT NULL, UNIQUE (type_id, source_id, destination_id))""",
            """
            CREATE TABLE IF NOT EXISTS jira_change (id bigint PRIMARY KEY, issue_id bigint NOT NULL, author varchar(255),
              created bigint NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_change_item (change_id bigint NOT NULL, position integer NOT NULL,
              field_type varchar(20) NOT NULL, field varchar(255) NOT NULL, old_value varchar(1000000),
              old_string varchar(1000000), new_value varchar(1000000), new_string varchar(1000000))""",
            """
            CREATE TABLE IF NOT EXISTS jira_comment (id bigint PRIMARY KEY, issue_id bigint NOT NULL, author varchar(255),
              body varchar(1000000) NOT NULL, created bigint NOT NULL, updated bigint NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS jira_open_reference (issue_id bigint NOT NULL, kind varchar(20) NOT NULL,
              link_type_id bigint NOT NULL, ref_project varchar(255) NOT NULL, ref_number bigint NOT NULL,
              PRIMARY KEY (issue_id, kind, link_type_id, ref_project, ref_number))""");

    private static final List<String> INDEXES = List.of(
            "jira_issue_parent ON jira_issue (parent_id)",
            "jira_issue_updated ON jira_issue (updated)",
            "jira_issue_created ON jira_issue (created)",
            "jira_issue_project ON jira_issue (project_id, archived, status_id, num)",
            // what counts most often is answered from here alone
            "jira_issue_by_status ON jira_issue (status_id, project_id, archived, type_id, resolution_id)",
            "jira_issue_assignee ON jira_issue (assignee)",
            "jira_issue_key_issue ON jira_issue_key (issue_id)",
            "jira_label_label ON jira_label (label)",
            "jira_issue_component_back ON jira_issue_component (component_id)",
            "jira_issue_version_back ON jira_issue_version (version_id)",
            "jira_custom_value_target ON jira_custom_value (field_id, issue_value, issue_id)",
            "jira_custom_value_number ON jira_custom_value (field_id, number_value)",
            "jira_link_source ON jira_link (source_id)",
            "jira_link_destination ON jira_link (destination_id)",
            "jira_comment_issue ON jira_comment (issue_id)",
            "jira_change_issue ON jira_change (issue_id)",
            "jira_open_reference_target ON jira_open_reference (ref_project, ref_number)");

    /** Indexes of earlier versions of this host that others have replaced. */
    private static final List<String> OLD_INDEXES = List.of("jira_issue_status", "jira_custom_value_issue");

    private JiraSchema() {}

    /** Creates what is missing. */
    public static void create(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            boolean isPostgres = Dialect.of(handle) == Dialect.POSTGRESQL;
            if (isPostgres) {
                handle.execute("SELECT pg_advisory_lock(?)", LOCK);
            }
            try {
                TABLES.forEach(handle::execute);
                INDEXES.forEach(index -> handle.execute("CREATE INDEX IF NOT EXISTS " + index));
                OLD_INDEXES.forEach(index -> handle.execute("DROP INDEX IF EXISTS " + index));
                handle.useTransaction(JiraSchema::seed);
            } finally {
                if (isPostgres) {
                    handle.execute("SELECT pg_advisory_unlock(?)", LOCK);
                }
            }
        });
    }

    /** Runs what inserts very many rows; the indexes are made anew behind it, which is much faster than keeping them in step. */
    public static void withoutIndexes(Jdbi jdbi, Runnable bulk) {
        jdbi.useHandle(handle -> INDEXES.forEach(
                index -> handle.execute("DROP INDEX IF EXISTS " + index.substring(0, index.indexOf(' ')))));
        try {
            bulk.run();
        } finally {
            jdbi.useHandle(handle -> {
                INDEXES.forEach(index -> handle.execute("CREATE INDEX IF NOT EXISTS " + index));
                handle.execute("ANALYZE"); // H2 and PostgreSQL alike: else plans are made for empty tables
            });
        }
    }

    private static void seed(Handle handle) {
        long rows = handle.createQuery("SELECT count(*) FROM jira_next_id")
                .mapTo(Long.class)
                .one();
        if (rows > 0) {
            return;
        }
        List.of("issue", "project", "constant", "part", "link", "change")
                .forEach(name -> handle.execute("INSERT INTO jira_next_id VALUES (?, 11000)", name));
        FirstConstants.insert(handle);
    }
}
