package io.throughline.host.jira.model;

/** Complete type keys of the custom fields this host knows, and in which column each keeps its value. */
public final class FieldTypes {
    public static final String EPIC_LINK = "com.pyxis.greenhopper.jira:gh-epic-link";
    public static final String EPIC_NAME = "com.pyxis.greenhopper.jira:gh-epic-label";
    public static final String PARENT_LINK = "com.atlassian.jpo:jpo-custom-field-parent";
    public static final String NUMBER = "com.atlassian.jira.plugin.system.customfieldtypes:float";
    public static final String TEXT = "com.atlassian.jira.plugin.system.customfieldtypes:textfield";
    public static final String TEXT_AREA = "com.atlassian.jira.plugin.system.customfieldtypes:textarea";

    private FieldTypes() {}

    /** True when the value is another issue. */
    public static boolean isIssueReference(String typeKey) {
        return typeKey.equals(EPIC_LINK) || typeKey.equals(PARENT_LINK);
    }

    public static boolean isNumber(String typeKey) {
        return typeKey.equals(NUMBER);
    }
}
