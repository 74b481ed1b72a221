package io.throughline.host.jira.synthetic;

/**
 * One issue of a made-up project. Places point into the project's own list of issues.
 *
 * @param parent place of a sub-task's parent, -1 for none
 * @param epic place of a standard issue's epic, -1 for none
 * @param initiative place of an epic's initiative, -1 for none
 * @param stage how far it is
 * @param points story points, 0 for none
 * @param resolved milliseconds, 0 unless it is done
 */
record SyntheticIssue(
        Level level,
        String summary,
        Stage stage,
        int parent,
        int epic,
        int initiative,
        int points,
        long created,
        long updated,
        long resolved,
        int assignee,
        int reporter,
        int component,
        int label,
        int priority) {

    enum Level {
        INITIATIVE("Initiative"),
        EPIC("Epic"),
        STORY("Story"),
        TASK("Task"),
        BUG("Bug"),
        SUBTASK("Sub-task");

        private final String type;

        Level(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    enum Stage {
        TO_DO("To Do", null),
        SELECTED("Selected for Development", null),
        IN_PROGRESS("In Progress", null),
        IN_REVIEW("In Review", null),
        DONE("Done", "Done"),
        DROPPED("Done", "Won't Do"),
        DUPLICATE("Done", "Duplicate");

        private final String status;
        private final String resolution;

        Stage(String status, String resolution) {
            this.status = status;
            this.resolution = resolution;
        }

        String status() {
            return status;
        }

        /** Null while it is open. */
        String resolution() {
            return resolution;
        }
    }
}
