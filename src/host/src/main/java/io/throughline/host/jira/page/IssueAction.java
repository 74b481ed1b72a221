package io.throughline.host.jira.page;

import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.Comments;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.service.JiraServices;

/** What one does to a whole issue from its page; all but comments are confirmed first. */
public enum IssueAction {
    COMMENT("/secure/AddComment.jspa", "Comment", "EDIT_ISSUES", "") {
        @Override
        void perform(JiraServices services, IssueRow row, String text, ApplicationUser actor) {
            if (!text.isBlank()) {
                services.issueDesk()
                        .comment(row.id(), text.substring(0, Math.min(text.length(), Comments.LONGEST)), actor);
            }
        }
    },
    ARCHIVE(
            "/secure/ArchiveIssue.jspa",
            "Archive",
            "ADMINISTER_PROJECTS",
            "It is found in no search any more and cannot be edited. Its address still leads to it, and it can be restored.") {
        @Override
        void perform(JiraServices services, IssueRow row, String text, ApplicationUser actor) {
            services.issueDesk().archive(row.id(), true);
        }
    },
    RESTORE("/secure/RestoreIssue.jspa", "Restore", "ADMINISTER_PROJECTS", "It is found in searches again.") {
        @Override
        void perform(JiraServices services, IssueRow row, String text, ApplicationUser actor) {
            services.issueDesk().archive(row.id(), false);
        }
    },
    DELETE(
            "/secure/DeleteIssue.jspa",
            "Delete",
            "DELETE_ISSUES",
            "Its sub-tasks, comments and links go with it. This cannot be undone.") {
        @Override
        void perform(JiraServices services, IssueRow row, String text, ApplicationUser actor) {
            services.issueDesk().delete(row.id(), actor);
        }
    };

    private final String path;
    private final String label;
    private final String permission;
    private final String consequence;

    IssueAction(String path, String label, String permission, String consequence) {
        this.path = path;
        this.label = label;
        this.permission = permission;
        this.consequence = consequence;
    }

    abstract void perform(JiraServices services, IssueRow row, String text, ApplicationUser actor);

    /** What an archived issue can have done to it is to be restored. */
    boolean isFor(boolean isArchived) {
        return isArchived == (this == RESTORE);
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    String permission() {
        return permission;
    }

    public String consequence() {
        return consequence;
    }

    /** For an element's id, as in Jira: {@code delete-issue}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT) + "-issue";
    }
}
