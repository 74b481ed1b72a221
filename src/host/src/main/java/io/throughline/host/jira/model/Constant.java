package io.throughline.host.jira.model;

/** The rows of the small tables of constants. */
public sealed interface Constant {
    long id();

    String name();

    record IssueType(long id, String name, String description, boolean isSubtask) implements Constant {}

    record Status(long id, String name, String description, long categoryId) implements Constant {
        public StatusCategories.Category category() {
            return StatusCategories.byId(categoryId);
        }
    }

    record Resolution(long id, String name, String description) implements Constant {}

    record Priority(long id, String name, String description) implements Constant {}

    record LinkType(long id, String name, String inward, String outward) implements Constant {}

    /** @param typeKey the complete module key of the field's type */
    record Field(long id, String name, String typeKey, String description) implements Constant {
        /** "customfield_10100". */
        public String externalId() {
            return "customfield_" + id;
        }
    }
}
