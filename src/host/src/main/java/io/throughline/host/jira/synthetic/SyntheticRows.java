package io.throughline.host.jira.synthetic;

import io.throughline.host.jira.model.Constants;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.StatusCategories;
import io.throughline.host.jira.synthetic.SyntheticIssue.Level;
import io.throughline.host.jira.synthetic.SyntheticIssue.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes made-up issues by plain JDBC batches, a project in one transaction. */
final class SyntheticRows {
    private static final int BATCH = 1000;
    private static final String ISSUE =
            "INSERT INTO jira_issue (id, project_id, num, type_id, status_id, resolution_id, priority_id,"
                    + " summary, assignee, reporter, creator, created, updated, resolved, parent_id, archived)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)";

    private final JiraData data;
    private final Map<Level, Long> types = new EnumMap<>(Level.class);
    private final Map<Stage, Long> statuses = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> resolutions = new EnumMap<>(Stage.class);
    private final long epicLink;
    private final long epicName;
    private final long parentLink;
    private final long storyPoints;

    SyntheticRows(JiraData data) {
        this.data = data;
        Constants constants = data.constants();
        for (Level level : Level.values()) {
            types.put(
                    level, constants.types().byName(level.type()).orElseThrow().id());
        }
        for (Stage stage : Stage.values()) {
            statuses.put(
                    stage,
                    constants
                            .statuses()
                            .byName(stage.status())
                            .orElseGet(() -> constants.addStatus(stage.status(), "", category(stage)))
                            .id());
            if (stage.resolution() != null) {
                resolutions.put(
                        stage,
                        constants
                                .resolutions()
                                .byName(stage.resolution())
                                .orElseThrow()
                                .id());
            }
        }
        epicLink = constants.field(FieldTypes.EPIC_LINK).id();
        epicName = constants.field(FieldTypes.EPIC_NAME).id();
        parentLink = constants.field(FieldTypes.PARENT_LINK).id();
        storyPoints = constants.storyPoints().id();
    }

    private static long category(Stage stage) {
        return stage == Stage.IN_REVIEW ? StatusCategories.IN_PROGRESS : StatusCategories.TO_DO;
    }

    Set<Long> statuses() {
        return new LinkedHashSet<>(statuses.values());
    }

    /** @param firstId of as many consecutive ids as there are issues */
    void write(long projectId, List<Long> components, List<SyntheticIssue> issues, long firstId) {
        try {
            data.jdbi()
                    .useTransaction(handle -> insert(handle.getConnection(), projectId, components, issues, firstId));
        } catch (SQLException refused) {
            throw new IllegalStateException("the database does not take made-up issues", refused);
        }
    }

    private void insert(
            Connection connection, long projectId, List<Long> components, List<SyntheticIssue> issues, long firstId)
            throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(ISSUE);
                PreparedStatement labels = connection.prepareStatement("INSERT INTO jira_label VALUES (?, ?)");
                PreparedStatement parts =
                        connection.prepareStatement("INSERT INTO jira_issue_component VALUES (?, ?)");
                PreparedStatement values =
                        connection.prepareStatement("INSERT INTO jira_custom_value VALUES (?, ?, ?, ?, ?)")) {
            Collection<PreparedStatement> all = List.of(rows, labels, parts, values);
            for (int at = 0; at < issues.size(); at++) {
                SyntheticIssue issue = issues.get(at);
                row(rows, projectId, issue, at, firstId);
                pair(parts, firstId + at, components.get(issue.component()));
                if (issue.label() >= 0) {
                    pair(labels, firstId + at, SyntheticProject.LABELS.get(issue.label()));
                }
                values(values, issue, firstId + at, firstId);
                if (at % BATCH == BATCH - 1) {
                    flush(all);
                }
            }
            flush(all);
        }
    }

    private static void flush(Collection<PreparedStatement> statements) throws SQLException {
        for (PreparedStatement each : statements) {
            each.executeBatch();
        }
    }

    private void row(PreparedStatement row, long project, SyntheticIssue issue, int at, long firstId)
            throws SQLException {
        row.setLong(1, firstId + at);
        row.setLong(2, project);
        row.setLong(3, at + 1);
        row.setLong(4, types.get(issue.level()));
        row.setLong(5, statuses.get(issue.stage()));
        row.setObject(6, resolutions.get(issue.stage()), Types.BIGINT);
        row.setLong(7, issue.priority());
        row.setString(8, issue.summary());
        row.setString(9, issue.assignee() < 0 ? null : SyntheticWorld.person(issue.assignee()));
        row.setString(10, SyntheticWorld.person(issue.reporter()));
        row.setString(11, SyntheticWorld.person(issue.reporter()));
        row.setLong(12, issue.created());
        row.setLong(13, issue.updated());
        row.setObject(14, issue.resolved() == 0 ? null : issue.resolved(), Types.BIGINT);
        row.setObject(15, issue.parent() < 0 ? null : firstId + issue.parent(), Types.BIGINT);
        row.addBatch();
    }

    private void values(PreparedStatement values, SyntheticIssue issue, long id, long firstId) throws SQLException {
        if (issue.points() > 0) {
            value(values, id, storyPoints, null, (double) issue.points(), null);
        }
        if (issue.epic() >= 0) {
            value(values, id, epicLink, null, null, firstId + issue.epic());
        }
        if (issue.initiative() >= 0) {
            value(values, id, parentLink, null, null, firstId + issue.initiative());
        }
        if (issue.level() == Level.EPIC) {
            value(values, id, epicName, issue.summary(), null, null);
        }
    }

    private static void value(PreparedStatement values, long id, long field, String text, Double number, Long issue)
            throws SQLException {
        values.setLong(1, id);
        values.setLong(2, field);
        values.setString(3, text);
        values.setObject(4, number, Types.DOUBLE);
        values.setObject(5, issue, Types.BIGINT);
        values.addBatch();
    }

    private static void pair(PreparedStatement pairs, long id, Object other) throws SQLException {
        pairs.setLong(1, id);
        pairs.setObject(2, other);
        pairs.addBatch();
    }
}
