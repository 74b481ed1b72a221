package io.throughline.host.jira.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.jira.BothDatabases;
import io.throughline.host.jira.TestJira;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

abstract class SyntheticRules extends BothDatabases {
    private static String make(TestJira jira, int issues) {
        return new SyntheticWorld(jira.services, new PrintStream(OutputStream.nullOutputStream())).make(issues);
    }

    private long ofType(String type) {
        return jira.count(
                "SELECT count(*) FROM jira_issue i JOIN jira_issue_type t ON t.id = i.type_id WHERE t.name = '" + type
                        + "'");
    }

    @Test
    void aWorldHasTheProportionsOfABigJiraAndNoReferenceIntoNothing() {
        assertThat(make(jira, 5001)).startsWith("5,001 synthetic issues in 2 projects with 105 people");

        assertThat(jira.count("SELECT count(*) FROM jira_issue")).isEqualTo(5001);
        assertThat(ofType("Initiative")).isEqualTo(4);
        assertThat(ofType("Epic")).isEqualTo(250);
        assertThat(ofType("Sub-task")).isBetween(900L, 2000L);
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE parent_id IS NOT NULL"))
                .isEqualTo(ofType("Sub-task"));
        assertThat(jira.count("SELECT count(*) FROM jira_custom_value v WHERE v.issue_value IS NOT NULL"
                        + " AND v.issue_value NOT IN (SELECT i.id FROM jira_issue i JOIN jira_issue_type t ON t.id = i.type_id"
                        + " WHERE t.name IN ('Epic', 'Initiative'))"))
                .isZero();
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE (resolved IS NULL) <> (resolution_id IS NULL)"))
                .isZero();
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE updated < created"))
                .isZero();
        assertThat(jira.issue(jira.services.projectManager().getProjectObjByKey("SY2"), "Task", "next")
                        .getKey())
                .isEqualTo("SY2-2501");
        assertThat(make(jira, 5001)).isEqualTo("The synthetic world is there already.");
    }

    @Test
    void theSameSizeGivesTheSameWorld() {
        TestJira other = new TestJira();
        make(jira, 300);
        make(other, 300);

        String sum =
                "SELECT sum(num * type_id + status_id * 7 + created / 1000 + coalesce(parent_id, 0)) FROM jira_issue";
        assertThat(jira.count(sum)).isEqualTo(other.count(sum));
    }
}
