package io.throughline.host.jira.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.jira.JiraProduct;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module types that only Jira has, each planted once and seen on its page, and what a plugin mails and audits. */
@Tag("slow")
class JiraModuleTypesTest {

    private static final String KEY = "com.example.onjira";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new JiraProduct(), folder);
        JiraServices jira = node.node().services().get(JiraServices.class);
        jira.projectDesk()
                .create("TABS", "Tabs", "", "admin", jira.userManager().getUserByName("admin"));
        String body =
                "{\"fields\":{\"project\":{\"key\":\"TABS\"},\"summary\":\"x\",\"issuetype\":{\"name\":\"Task\"}}}";
        node.post("dev", "/rest/api/2/issue", body, "Content-Type", "application/json");
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
    void aTabStandsBesideTheHistoryInItsOrderAndShowsItsEntries() throws Exception {
        Plugin plugin = node.install(tabs());
        assertThat(plugin.modules()).allMatch(module -> module.state() == Plugin.State.ENABLED);

        String history = node.getAs("dev", "/browse/TABS-1").body();
        String tab = node.getAs("dev", "/browse/TABS-1?page=" + KEY + ":second").body();

        assertThat(history).containsSubsequence(">History</a>", ">Early tab</a>", ">Late tab</a>");
        assertThat(history).doesNotContain("TABS-1 for dev").contains("There is no history yet");
        assertThat(tab)
                .contains("<div class=\"jr-change issue-data-block\"><b>TABS-1 for dev</b></div>")
                .contains("class=\"aui-nav-selected\"><a href=\"/jira/browse/TABS-1?page=" + KEY + ":second\"");
        assertThat(node.getAs("exec", "/browse/TABS-1").body()).doesNotContain("Late tab");
    }

    @Test
    void theAllTabShowsOnlyWhatWantsToStandThereByItsTime() throws Exception {
        node.install(tabs().source(KEY + ".Timed", """
                        import com.atlassian.jira.plugin.issuetabpanel.*;
                        import java.util.*;
                        public class Timed extends AbstractIssueTabPanel3 {
                            public boolean showPanel(ShowPanelRequest request) { return true; }
                            public List<IssueAction> getActions(GetActionsRequest request) { return List.of(at(2), at(1)); }
                            private static IssueAction at(long millis) {
                                return new IssueAction() {
                                    public String getHtml() { return "<i>at " + millis + "</i>"; }
                                    public Date getTimePerformed() { return new Date(millis); }
                                    public boolean isDisplayActionAllTab() { return true; }
                                };
                            }
                        }
                        """)
                .modules("<issue-tabpanel key=\"timed\" class=\"" + KEY
                        + ".Timed\"><label>Timed</label></issue-tabpanel>"));

        String all = node.getAs(
                        "dev", "/browse/TABS-1?page=com.atlassian.jira.plugin.system.issuetabpanels:all-tabpanel")
                .body();

        assertThat(all).containsSubsequence("<i>at 1</i>", "<i>at 2</i>").doesNotContain("TABS-1 for dev");
    }

    @Test
    void aBrokenTabLeavesTheIssueReadable() throws Exception {
        node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.jira.plugin.issuetabpanel")
                .source(KEY + ".Broken", """
                        import com.atlassian.jira.plugin.issuetabpanel.*;
                        public class Broken extends AbstractIssueTabPanel3 {
                            public boolean showPanel(ShowPanelRequest r) { throw new IllegalStateException("no"); }
                            public java.util.List<IssueAction> getActions(GetActionsRequest r) { return java.util.List.of(); }
                        }
                        """)
                .modules("<issue-tabpanel key=\"broken\" class=\"" + KEY
                        + ".Broken\"><label>Broken</label></issue-tabpanel>"));

        HttpResponse<String> page = node.getAs("dev", "/browse/TABS-1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(">Broken</a>").contains("There is no history yet");
    }

    @Test
    void aDashboardItemIsAddedByAnAdministratorConfiguredAndRemoved() throws Exception {
        node.install(dashboardItem());
        assertThat(dashboard("dev")).doesNotContain("Add gadget", "hello dev");
        assertThat(change("dev", "add=" + KEY + ":item").statusCode()).isEqualTo(403);

        assertThat(change("admin", "add=" + KEY + ":item").statusCode()).isEqualTo(302);
        assertThat(dashboard("dev"))
                .contains("Planted item</h2>", "<p>hello dev</p>", "data-amd=\"planted/item\"")
                .contains("data-preferences=\"{}\"", "com.atlassian.jira:dashboard.js");

        change("admin", "id=1&preferences=%7B%22plan%22%3A%22PLAN-1%22%7D");
        assertThat(dashboard("dev")).contains("data-preferences=\"{&quot;plan&quot;:&quot;PLAN-1&quot;}\"");

        node.node().plugins().disable(KEY);
        assertThat(dashboard("dev")).doesNotContain("hello dev");
        node.node().plugins().enable(KEY);
        assertThat(dashboard("dev")).contains("hello dev");

        change("admin", "remove=1");
        assertThat(dashboard("dev")).doesNotContain("hello dev");
    }

    @Test
    void aMailStaysInTheOutboxAndAnAuditEntryInTheLog() throws Exception {
        node.install(PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.jira.mail",
                        "com.atlassian.mail",
                        "com.atlassian.mail.queue",
                        "com.atlassian.audit.api",
                        "com.atlassian.audit.entity")
                .index("imports", "com.atlassian.mail.queue.MailQueue", "com.atlassian.audit.api.AuditService")
                .source(KEY + ".Mailer", """
                        import com.atlassian.audit.api.AuditService;
                        import com.atlassian.audit.entity.*;
                        import com.atlassian.jira.mail.Email;
                        import com.atlassian.mail.queue.*;
                        public class Mailer {
                            public Mailer(MailQueue queue, AuditService audit) {
                                Email mail = new Email("exec@example.com");
                                mail.setSubject("Review <today>");
                                mail.setMimeType("text/html");
                                mail.setBody("<p>Good morning</p>");
                                queue.addItem(new SingleMailQueueItem(mail));
                                audit.audit(AuditEvent.builder(AuditType.fromI18nKeys(
                                        CoverageArea.ECOSYSTEM, CoverageLevel.BASE, "planted.category", "planted.action").build()).build());
                            }
                        }
                        """)
                .index("component", KEY + ".Mailer"));

        String outbox = node.getAs("admin", "/plugins/servlet/outbox").body();
        HttpResponse<String> mail = node.getAs("admin", "/plugins/servlet/outbox?body=1");

        assertThat(outbox).contains("exec@example.com", "Review &lt;today&gt;");
        assertThat(mail.body()).isEqualTo("<p>Good morning</p>");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(node.getAs("admin", "/plugins/servlet/audit").body()).contains("planted.category", "planted.action");
        assertThat(node.getAs("pmo", "/plugins/servlet/outbox").statusCode()).isEqualTo(403);
        assertThat(node.getAs("pmo", "/plugins/servlet/audit").statusCode()).isEqualTo(403);
    }

    private static String dashboard(String user) throws Exception {
        return node.getAs(user, "/secure/Dashboard.jspa").body();
    }

    private static HttpResponse<String> change(String user, String form) throws Exception {
        return node.post(user, "/secure/Dashboard.jspa", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static PlantedPlugin tabs() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.jira.issue",
                        "com.atlassian.jira.issue.tabpanels",
                        "com.atlassian.jira.plugin.issuetabpanel",
                        "com.atlassian.jira.user")
                .source(KEY + ".Tab", """
                        import com.atlassian.jira.issue.tabpanels.GenericMessageAction;
                        import com.atlassian.jira.plugin.issuetabpanel.*;
                        import java.util.List;
                        public class Tab extends AbstractIssueTabPanel3 {
                            public boolean showPanel(ShowPanelRequest request) { return !request.remoteUser().getKey().equals("exec"); }
                            public List<IssueAction> getActions(GetActionsRequest request) {
                                return List.of(new GenericMessageAction(
                                        "<b>" + request.issue().getKey() + " for " + request.remoteUser().getKey() + "</b>"));
                            }
                        }
                        """)
                .modules(tab("second", "Late tab", 20))
                .modules(tab("first", "Early tab", 10));
    }

    private static String tab(String key, String label, int order) {
        return "<issue-tabpanel key=\"" + key + "\" application=\"jira\" class=\"" + KEY + ".Tab\"><label>" + label
                + "</label><order>" + order + "</order><supports-ajax-load>true</supports-ajax-load></issue-tabpanel>";
    }

    private static PlantedPlugin dashboardItem() {
        return PlantedPlugin.named(KEY)
                .imports("com.atlassian.plugin.web")
                .source(KEY + ".Provider", """
                        import java.util.*;
                        public class Provider implements com.atlassian.plugin.web.ContextProvider {
                            public void init(Map<String, String> params) {}
                            public Map<String, Object> getContextMap(Map<String, Object> context) { return Map.of("word", "hello"); }
                        }
                        """)
                .file("item.vm", "<p>$word $username</p>")
                .file("i18n/planted.properties", "planted.item=Planted item\n")
                .modules("<resource type=\"i18n\" name=\"i18n\" location=\"i18n/planted\"/>")
                .modules("<dashboard-item key=\"item\" application=\"jira\" configurable=\"true\"><definition>"
                        + "<title key=\"planted.item\"/></definition><resource name=\"view\" type=\"velocity\" location=\"item.vm\"/>"
                        + "<context-provider class=\"" + KEY
                        + ".Provider\"/><amd-module>planted/item</amd-module></dashboard-item>");
    }
}
