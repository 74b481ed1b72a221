package io.throughline.host.jira.model;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a new Jira Data Center with Jira Software and Advanced Roadmaps has: issue types, statuses, priorities, resolutions, link
 * types, and the custom fields of agile work with the platform's type keys.
 */
final class FirstConstants {
    private FirstConstants() {}

    static void insert(Handle handle) {
        type(handle, 10000, "Epic", "A big piece of work that is broken down into stories", false);
        type(handle, 10001, "Story", "Something a user wants", false);
        type(handle, 10002, "Task", "A piece of work", false);
        type(handle, 10003, "Sub-task", "A part of another issue", true);
        type(handle, 10004, "Bug", "Something that does not work as it should", false);
        type(handle, 10005, "Initiative", "Several epics with one purpose", false);
        handle.execute("INSERT INTO jira_status VALUES (10000, 'To Do', '', ?)", StatusCategories.TO_DO);
        handle.execute("INSERT INTO jira_status VALUES (3, 'In Progress', '', ?)", StatusCategories.IN_PROGRESS);
        handle.execute("INSERT INTO jira_status VALUES (10001, 'Done', '', ?)", StatusCategories.DONE);
        named(handle, "jira_resolution", 10000, List.of("Done", "Won't Do", "Duplicate", "Cannot Reproduce"));
        named(handle, "jira_priority", 1, List.of("Highest", "High", "Medium", "Low", "Lowest"));
        link(handle, 10000, "Blocks", "is blocked by", "blocks");
        link(handle, 10001, "Cloners", "is cloned by", "clones");
        link(handle, 10002, "Duplicate", "is duplicated by", "duplicates");
        link(handle, 10003, "Relates", "relates to", "relates to");
        field(handle, 10100, "Epic Link", FieldTypes.EPIC_LINK);
        field(handle, 10101, "Epic Name", FieldTypes.EPIC_NAME);
        field(handle, 10102, "Story Points", FieldTypes.NUMBER);
        field(handle, 10103, "Parent Link", FieldTypes.PARENT_LINK);
    }

    private static void type(Handle handle, long id, String name, String description, boolean isSubtask) {
        handle.execute("INSERT INTO jira_issue_type VALUES (?, ?, ?, ?)", id, name, description, isSubtask);
    }

    private static void named(Handle handle, String table, long firstId, List<String> names) {
        long id = firstId;
        for (String name : names) {
            handle.execute("INSERT INTO " + table + " VALUES (?, ?, '')", id++, name);
        }
    }

    private static void link(Handle handle, long id, String name, String inward, String outward) {
        handle.execute("INSERT INTO jira_link_type VALUES (?, ?, ?, ?)", id, name, inward, outward);
    }

    private static void field(Handle handle, long id, String name, String typeKey) {
        handle.execute("INSERT INTO jira_custom_field VALUES (?, ?, ?, '')", id, name, typeKey);
    }
}
