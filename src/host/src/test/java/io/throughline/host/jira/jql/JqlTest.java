package io.throughline.host.jira.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import io.throughline.host.jira.TestJira;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class JqlTest {
    private final TestJira jira = new TestJira();
    private final Project project = jira.project("ABC");

    private List<String> find(String jql) throws SearchException {
        var parsed = jira.services.searchService().parseQuery(jira.user("dev"), jql);
        assertThat(parsed.getErrors().getErrorMessages()).isEmpty();
        return jira
                .services
                .searchService()
                .search(jira.user("dev"), parsed.getQuery(), new PagerFilter<>(0, 100))
                .getResults()
                .stream()
                .map(Issue::getKey)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project =",
                "project ABC",
                "= ABC",
                "project = ABC AND",
                "(project = ABC",
                "project = ABC)",
                "project in ABC",
                "project = (ABC, DEF)",
                "project = \"ABC",
                "summary ~ \"\\q\"",
                "project = ABC ORDER created",
                "status WAS Done",
            })
    void whatIsNoJqlIsRefusedWithAPlaceOrAReason(String jql) {
        assertThatThrownBy(() -> JqlParser.parse(jql)).isInstanceOf(JqlError.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour = red              | Field 'colour' does not exist
            project = NOPE            | The value 'NOPE' does not exist for the field 'project'
            assignee = nobody         | The value 'nobody' does not exist for the field 'assignee'
            key = ABC-99              | An issue with key 'ABC-99' does not exist
            summary = x               | The operator '=' is not supported by the 'summary' field
            created > yesterdayish    | Date value 'yesterdayish' for field 'created' is invalid
            project is EMPTY          | The operator 'is' is not supported by the 'project' field
            assignee = nonsense()     | Unable to find JQL function 'nonsense()'
            """)
    void whatMakesNoSenseIsExplained(String jql, String message) throws JqlError {
        Query query = JqlParser.parse(jql);

        assertThat(jira.services
                        .searchService()
                        .validateQuery(jira.user("dev"), query)
                        .getErrorMessages())
                .anySatisfy(error -> assertThat(error).contains(message));
    }

    @Test
    void relativeDatesAndStartsOfPeriodsFollowTheClock() throws SearchException {
        jira.at("2026-03-01T10:00:00Z");
        jira.issue(project, "Task", "old");
        jira.at("2026-03-14T10:00:00Z");
        jira.issue(project, "Task", "yesterday");
        jira.at("2026-03-15T10:00:00Z");

        assertThat(find("created >= -2d")).containsExactly("ABC-2");
        assertThat(find("created < startOfDay(-1)")).containsExactly("ABC-1");
        assertThat(find("created >= startOfMonth() AND created <= now()")).hasSize(2);
        assertThat(find("created >= -2w ORDER BY created")).containsExactly("ABC-2", "ABC-1");
        assertThat(find("created >= -2w ORDER BY created ASC")).containsExactly("ABC-1", "ABC-2");
    }

    @Test
    void currentUserIsTheSearcher() throws SearchException {
        jira.issue(project, "Task", "mine", draft -> draft.assignee = "dev");
        jira.issue(project, "Task", "yours", draft -> draft.assignee = "pmo");

        assertThat(find("assignee = currentUser()")).containsExactly("ABC-1");
        assertThat(find("assignee != currentUser()")).containsExactly("ABC-2");
    }

    @Test
    void phrasesWantTheirWordsNextToEachOther() throws SearchException {
        jira.issue(project, "Task", "slow winter train");
        jira.issue(project, "Task", "train in winter");

        assertThat(find("text ~ \"winter train\"")).hasSize(2);
        assertThat(find("text ~ \"\\\"winter train\\\"\"")).containsExactly("ABC-1");
        assertThat(find("text ~ win")).isEmpty();
        assertThat(find("text ~ win*")).hasSize(2);
    }

    @Test
    void unresolvedIsAWordForNoResolution() throws SearchException {
        Issue done = jira.issue(project, "Task", "done");
        jira.issue(project, "Task", "open");
        var constants = jira.data().constants();
        jira.services
                .issueDesk()
                .transition(
                        done.getId(),
                        constants.statuses().byName("Done").orElseThrow(),
                        constants.resolutions().byName("Done"),
                        draft -> {},
                        jira.user("dev"));

        assertThat(find("resolution = Unresolved")).containsExactly("ABC-2");
        assertThat(find("resolution in (unresolved)")).containsExactly("ABC-2");
        assertThat(find("resolution in (\"Unresolved\", Done)")).hasSize(2);
        assertThat(find("resolution != Unresolved")).containsExactly("ABC-1");
    }

    @Test
    void archivedIssuesAreNotFound() throws SearchException {
        Issue issue = jira.issue(project, "Task", "kept");
        jira.services.issueDesk().archive(issue.getId(), true);

        assertThat(find("project = ABC")).isEmpty();
        jira.services.issueDesk().archive(issue.getId(), false);
        assertThat(find("project = ABC")).hasSize(1);
    }

    @Test
    void whoMayNotBrowseFindsNothingUnlessSecurityIsOverridden() throws Exception {
        Project secret = jira.services.projectManager().getProjectObjByKey("SECRET");
        jira.issue(secret, "Task", "hidden");
        Query query = JqlParser.parse("summary ~ hidden");
        var search = jira.services.searchService();

        assertThat(search.searchCount(jira.user("dev"), query)).isZero();
        assertThat(search.searchCount(null, query)).isZero();
        assertThat(search.searchCount(jira.user("pmo"), query)).isEqualTo(1);
        assertThat(search.searchCountOverrideSecurity(jira.user("dev"), query)).isEqualTo(1);
    }

    @Test
    void aFunctionOfAPluginIsAskedForIdsAndForItsErrors() throws Exception {
        jira.issue(project, "Task", "one");
        Issue two = jira.issue(project, "Task", "two");
        jira.services.functions().register(new Planted(two.getId()));

        assertThat(find("issue in planted(ok)")).containsExactly("ABC-2");
        assertThat(find("issue not in planted(ok)")).containsExactly("ABC-1");
        assertThat(find("NOT issue in planted(ok)")).containsExactly("ABC-1");
        assertThat(jira.services
                        .searchService()
                        .validateQuery(jira.user("dev"), JqlParser.parse("issue in planted(wrong)"))
                        .getErrorMessages())
                .containsExactly("wrong is wrong");
        assertThat(jira.services
                        .searchService()
                        .validateQuery(jira.user("dev"), JqlParser.parse("issue in planted()"))
                        .hasAnyErrors())
                .isTrue();
    }

    @Test
    void aPageSaysWhereItStartsAndHowManyThereAreInAll() throws SearchException {
        for (int i = 0; i < 5; i++) {
            jira.issue(project, "Task", "task " + i);
        }
        var search = jira.services.searchService();
        var parsed = search.parseQuery(jira.user("dev"), "project = ABC ORDER BY key");
        assertThat(parsed.isValid()).isTrue();

        var page = search.search(jira.user("dev"), parsed.getQuery(), new PagerFilter<>(2, 2));

        assertThat(page.getResults()).extracting(Issue::getKey).containsExactly("ABC-3", "ABC-4");
        assertThat(page.getStart()).isEqualTo(2);
        assertThat(page.getTotal()).isEqualTo(5);
        assertThat(search.searchOverrideSecurity(null, parsed.getQuery(), new PagerFilter<>(0, 9))
                        .getTotal())
                .isEqualTo(5);
        assertThat(search.search(null, parsed.getQuery(), new PagerFilter<>(0, 9))
                        .getTotal())
                .isZero();
    }

    @Test
    void aProjectThatMayNotBeBrowsedIsAsUnknownAsOneThatIsNotThere() throws JqlError {
        Query query = JqlParser.parse("project = ABC");

        assertThat(jira.services.searchService().validateQuery(null, query).getErrorMessages())
                .containsExactly("The value 'ABC' does not exist for the field 'project'.");
        assertThat(jira.services
                        .searchService()
                        .validateQuery(jira.user("dev"), query)
                        .hasAnyErrors())
                .isFalse();
    }

    /** Gives one id for the argument {@code ok}, to dev alone. */
    private static final class Planted extends AbstractJqlFunction {
        private final long id;

        Planted(long id) {
            this.id = id;
            init(new JqlFunctionModuleDescriptor() {
                @Override
                public String getFunctionName() {
                    return "planted";
                }

                @Override
                public boolean isList() {
                    return true;
                }
            });
        }

        @Override
        public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
            MessageSet messages = validateNumberOfArgs(operand, 1);
            if (!messages.hasAnyErrors() && !operand.getArgs().equals(List.of("ok"))) {
                messages.addErrorMessage("wrong is wrong");
            }
            return messages;
        }

        @Override
        public List<QueryLiteral> getValues(
                QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
            boolean isDev = !context.isSecurityOverriden()
                    && context.getApplicationUser().getKey().equals("dev");
            return isDev ? List.of(new QueryLiteral(operand, id)) : List.of();
        }

        @Override
        public int getMinimumNumberOfExpectedArguments() {
            return 1;
        }

        @Override
        public JiraDataType getDataType() {
            return JiraDataTypes.ISSUE;
        }
    }
}
