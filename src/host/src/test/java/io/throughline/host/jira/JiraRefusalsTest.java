package io.throughline.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.host.jira.model.Ids;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueRows;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jira keeps from a plugin: a window on searches, a node's own events, what is not there any more. */
@Tag("slow")
class JiraRefusalsTest {

    private static final String KEY = "com.example.injira";

    /** In memory, for two nodes of one cluster. */
    private static final String DATABASE = "jdbc:h2:mem:jira-refusals;DB_CLOSE_DELAY=-1";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new JiraProduct(), folder, "--db", DATABASE);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void uninstall() {
        node.node().plugins().all().forEach(plugin -> node.node().plugins().uninstall(plugin.key()));
    }

    @Test
    void aSearchGivesTenThousandIssuesAtMostAndTellsTheWholeNumber() throws Exception {
        JiraServices jira = node.node().services().get(JiraServices.class);
        insert(jira, "MANY", 10_050);
        Plugin plugin = node.install(searcher());

        assertThat(plugin.bean("searcher", UnaryOperator.class).apply("project = MANY"))
                .isEqualTo("10000 of 10050");
        assertThat(plugin.bean("searcher", UnaryOperator.class).apply("project = MANY AND key <= MANY-9000"))
                .isEqualTo("9000 of 9000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.atlassian.jira.event.issue.IssueDeletedEvent",
                "com.atlassian.jira.event.issue.IssueArchivedEvent",
                "com.atlassian.jira.issue.search.SearchProvider",
                "com.atlassian.jira.component.pico.ComponentManager"
            })
    void whatJiraElevenDoesNotHaveDoesNotLoad(String gone) throws Exception {
        String packageOf = gone.substring(0, gone.lastIndexOf('.'));
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports(packageOf + ";resolution:=optional")
                .source(KEY + ".Finder", FINDER)
                .index("component", KEY + ".Finder"));

        assertThat(plugin.bean("finder", UnaryOperator.class).apply(gone)).isEqualTo("absent");
        assertThat(plugin.bean("finder", UnaryOperator.class).apply(KEY + ".Finder"))
                .isEqualTo("there");
    }

    @Test
    void luceneIsNobodysBusinessAnyMore() throws Exception {
        assertThatThrownBy(() -> node.install(PlantedPlugin.named(KEY).imports("org.apache.lucene.search")))
                .hasMessageContaining("org.apache.lucene.search, which nobody exports");
        assertThat(node.install(PlantedPlugin.named(KEY).imports("com.atlassian.jira.issue.search"))
                        .isEnabled())
                .isTrue();
    }

    @Test
    void oneChangeIsToldTwiceAndOnlyOnTheNodeWhereItHappened() throws Exception {
        try (TestNode other = TestNode.start(new JiraProduct(), folder, "--db", DATABASE, "--node-id", "2")) {
            Plugin here = node.install(listener());
            Plugin there = other.install(listener());
            String body =
                    "{\"fields\":{\"project\":{\"key\":\"SECRET\"},\"summary\":\"heard\",\"issuetype\":{\"name\":\"Task\"}}}";

            String key = node.post("admin", "/rest/api/2/issue", body, "Content-Type", "application/json")
                    .body()
                    .replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");

            assertThat(other.getAs("admin", "/rest/api/2/issue/" + key).statusCode())
                    .isEqualTo(200);
            assertThat(here.bean("ear", Object.class)).hasToString("[event 1, bundle of 1]");
            assertThat(there.bean("ear", Object.class)).hasToString("[]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webwork1", "xhtml-macro", "listener"})
    void aModuleTypeThisHostHasNotIsUnrecognisedUnlessItIsForTheOtherProduct(String element) throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .modules("<" + element + " key=\"a\" class=\"x.Y\"/>")
                .modules("<" + element + " key=\"b\" class=\"x.Y\" application=\"confluence\"/>"));

        assertThat(plugin.isEnabled()).isTrue();
        assertThat(plugin.modules())
                .extracting(Plugin.ModuleState::state)
                .containsExactly(Plugin.State.UNRECOGNISED, Plugin.State.OTHER_PRODUCT);
    }

    private static void insert(JiraServices jira, String key, int count) {
        long project = jira.projectDesk()
                .create(key, key, "", "admin", jira.userManager().getUserByName("admin"))
                .getId();
        long first = jira.data().ids().block(Ids.Kind.ISSUE, count);
        List<IssueDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            IssueDraft draft = new IssueDraft();
            draft.id = first + i;
            draft.projectId = project;
            draft.number = i + 1;
            draft.typeId =
                    jira.data().constants().types().byName("Task").orElseThrow().id();
            draft.statusId = jira.workflow().first(project).id();
            draft.summary = "issue " + i;
            drafts.add(draft);
        }
        jira.data().jdbi().useTransaction(handle -> new IssueRows(handle).insert(drafts));
    }

    private static PlantedPlugin searcher() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.jira.bc.issue.search",
                        "com.atlassian.jira.issue.search",
                        "com.atlassian.jira.user",
                        "com.atlassian.jira.web.bean",
                        "com.atlassian.query")
                .index("imports", "com.atlassian.jira.bc.issue.search.SearchService")
                .source(KEY + ".Searcher", """
                        import com.atlassian.jira.bc.issue.search.SearchService;
                        import com.atlassian.jira.web.bean.PagerFilter;
                        public class Searcher implements java.util.function.UnaryOperator<String> {
                            private final SearchService search;
                            public Searcher(SearchService search) { this.search = search; }
                            public String apply(String jql) {
                                try {
                                    var found = search.searchOverrideSecurity(
                                            null, search.parseQuery(null, jql).getQuery(), new PagerFilter<>(0, 20_000));
                                    return found.getResults().size() + " of " + found.getTotal();
                                } catch (com.atlassian.jira.issue.search.SearchException broken) {
                                    return broken.toString();
                                }
                            }
                        }
                        """)
                .index("component", KEY + ".Searcher");
    }

    private static PlantedPlugin listener() {
        return PlantedPlugin.named(KEY)
                .imports("com.atlassian.event.api", "com.atlassian.jira.event.issue", "jakarta.annotation")
                .index("imports", "com.atlassian.event.api.EventPublisher")
                .source(KEY + ".Ear", """
                        import com.atlassian.event.api.*;
                        import com.atlassian.jira.event.issue.*;
                        public class Ear {
                            private final java.util.List<String> heard = new java.util.ArrayList<>();
                            private final EventPublisher events;
                            public Ear(EventPublisher events) { this.events = events; }
                            @jakarta.annotation.PostConstruct public void listen() { events.register(this); }
                            @jakarta.annotation.PreDestroy public void stop() { events.unregister(this); }
                            @EventListener public void one(IssueEvent event) { heard.add("event " + event.getEventTypeId()); }
                            @EventListener public void many(IssueEventBundle bundle) { heard.add("bundle of " + bundle.getEvents().size()); }
                            @Override public String toString() { return heard.toString(); }
                        }
                        """)
                .index("component", KEY + ".Ear");
    }

    private static final String FINDER = """
            public class Finder implements java.util.function.UnaryOperator<String> {
                public String apply(String name) {
                    try { Class.forName(name); return "there"; } catch (ClassNotFoundException | LinkageError gone) { return "absent"; }
                }
            }
            """;
}
