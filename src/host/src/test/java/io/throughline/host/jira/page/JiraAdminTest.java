package io.throughline.host.jira.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.message.I18nResolver;
import io.throughline.host.jira.JiraProduct;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administration, saved filters and everybody's own language. */
@Tag("slow")
class JiraAdminTest {

    private static final String KEY = "com.example.admin";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new JiraProduct(), folder);
        JiraServices jira = node.node().services().get(JiraServices.class);
        jira.projectDesk()
                .create("ADM", "Administered", "", "admin", jira.userManager().getUserByName("admin"));
        String body =
                "{\"fields\":{\"project\":{\"key\":\"ADM\"},\"summary\":\"x\",\"issuetype\":{\"name\":\"Task\"}}}";
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
    void everyPageOfTheMenuAnswersAdministratorsOnly() throws Exception {
        for (AdminPages.MenuItem item : AdminPages.MENU) {
            HttpResponse<String> page = node.getAs("admin", item.path());
            assertThat(page.statusCode()).as(item.path()).isEqualTo(200);
            assertThat(page.body()).as(item.path()).contains("class=\"jr-current\"", "Jira administration");
            assertThat(node.getAs("pmo", item.path()).statusCode())
                    .as(item.path())
                    .isEqualTo(403);
        }
        assertThat(node.getAs("admin", "/secure/admin/ViewProjects.jspa").body())
                .contains("Administered", "SECRET");
        assertThat(node.getAs("pmo", "/secure/Dashboard.jspa").body()).doesNotContain("admin_menu");
    }

    @Test
    void aDeactivatedAccountCannotLogInAndIsToldAsInactiveUntilItIsSwitchedOnAgain() throws Exception {
        String page = "/secure/admin/user/UserBrowser.jspa";
        assertThat(node.getAs("exec", "/rest/api/2/myself").statusCode()).isEqualTo(200);

        assertThat(form("dev", page, "user=exec&active=false").statusCode()).isEqualTo(403);
        assertThat(form("admin", page, "user=admin&active=false").statusCode()).isEqualTo(404);
        form("admin", page, "user=exec&active=false");

        assertThat(node.getAs("exec", "/rest/api/2/myself").statusCode()).isEqualTo(401);
        JiraServices jira = node.node().services().get(JiraServices.class);
        assertThat(jira.userManager().getUserByKey("exec").isActive()).isFalse();
        assertThat(node.getAs("admin", page).body()).contains("Activate Erin Cheung", "Deactivate Pat Moore");

        form("admin", page, "user=exec&active=true");
        assertThat(node.getAs("exec", "/rest/api/2/myself").statusCode()).isEqualTo(200);
        assertThat(jira.userManager().getUserByKey("exec").isActive()).isTrue();
    }

    @Test
    void aRuleOfAnAppIsPutOnATransitionWithItsOwnFormAndTakenOffAgain() throws Exception {
        node.install(
                PlantedPlugin.named(KEY)
                        .imports(
                                "com.atlassian.jira.plugin.workflow",
                                "com.opensymphony.workflow",
                                "com.opensymphony.workflow.loader",
                                "com.opensymphony.module.propertyset")
                        .source(KEY + ".Never", """
                        import com.opensymphony.workflow.*;
                        import java.util.Map;
                        public class Never implements Validator {
                            public void validate(Map vars, Map args, com.opensymphony.module.propertyset.PropertySet ps) throws InvalidInputException {
                                throw new InvalidInputException("Never: " + args.get("why"));
                            }
                        }
                        """)
                        .source(KEY + ".Factory", """
                        import com.atlassian.jira.plugin.workflow.*;
                        import com.opensymphony.workflow.loader.*;
                        import java.util.Map;
                        public class Factory extends AbstractWorkflowPluginFactory implements WorkflowPluginValidatorFactory {
                            protected void getVelocityParamsForInput(Map<String, Object> params) {}
                            protected void getVelocityParamsForEdit(Map<String, Object> params, AbstractDescriptor d) {}
                            protected void getVelocityParamsForView(Map<String, Object> params, AbstractDescriptor d) {
                                params.putAll(((ValidatorDescriptor) d).getArgs());
                            }
                            public Map<String, ?> getDescriptorParams(Map<String, Object> form) { return Map.of("why", extractSingleParam(form, "why")); }
                        }
                        """)
                        .file("input.vm", "<input name=\"why\">")
                        .file("view.vm", "because $why")
                        .modules(
                                "<workflow-validator key=\"never\" name=\"Never ever\" class=\"" + KEY
                                        + ".Factory\"><validator-class>" + KEY
                                        + ".Never</validator-class><resource type=\"velocity\" name=\"view\" location=\"view.vm\"/>"
                                        + "<resource type=\"velocity\" name=\"input-parameters\" location=\"input.vm\"/></workflow-validator>"));
        String page = "/secure/admin/workflows/ListWorkflows.jspa";
        String done = node.getAs("admin", "/rest/api/2/issue/ADM-1/transitions")
                .body()
                .replaceAll(".*\"id\":\"(\\d+)\",\"name\":\"Done\".*", "$1");

        assertThat(node.getAs("admin", page + "?project=ADM&transition=" + done + "&module=" + KEY + ":never")
                        .body())
                .contains("Add the validator &quot;Never ever&quot;".replace("&quot;", "\""), "<input name=\"why\">");
        form("admin", page, "project=ADM&transition=" + done + "&module=" + KEY + ":never&why=a+test");
        assertThat(node.getAs("admin", page + "?project=ADM").body()).contains("Never ever because a test");
        assertThat(form("dev", "/secure/WorkflowUIDispatcher.jspa", "key=ADM-1&action=" + done)
                        .body())
                .contains("Never: a test");

        form("admin", page, "project=ADM&remove=1");
        assertThat(form("dev", "/secure/WorkflowUIDispatcher.jspa", "key=ADM-1&action=" + done)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSearchIsSavedListedSharedByLinkAndDeleted() throws Exception {
        HttpResponse<String> saved =
                form("dev", "/secure/ManageFilters.jspa", "action=save&name=Mine&jql=project+%3D+ADM");
        String link = saved.headers().firstValue("Location").orElse("").replaceAll(".*/jira", "");

        assertThat(link).startsWith("/issues/?filter=1");
        assertThat(node.getAs("dev", link).body()).contains("<h1>Mine</h1>", "ADM-1", "project = ADM</textarea>");
        assertThat(node.getAs("pmo", link).statusCode()).isEqualTo(404);

        String id = link.replaceAll(".*=", "");
        form("dev", "/secure/ManageFilters.jspa", "action=share&filter=" + id);
        assertThat(node.getAs("pmo", link).statusCode()).isEqualTo(200);
        assertThat(node.getAs("pmo", "/secure/ManageFilters.jspa").body())
                .contains("Dana Everett")
                .doesNotContain("value=\"delete\"");
        assertThat(form("pmo", "/secure/ManageFilters.jspa", "action=delete&filter=" + id)
                        .statusCode())
                .isEqualTo(404);

        assertThat(form("dev", "/secure/ManageFilters.jspa", "action=save&name=Mine&jql=")
                        .body())
                .contains("Filter with same name already exists");
        form("dev", "/secure/ManageFilters.jspa", "action=delete&filter=" + id);
        assertThat(node.getAs("dev", link).statusCode()).isEqualTo(404);
    }

    @Test
    void restKnowsFiltersToo() throws Exception {
        String json =
                "{\"name\":\"By script\",\"jql\":\"project = ADM\",\"sharePermissions\":[{\"type\":\"authenticated\"}]}";
        HttpResponse<String> made = node.post("exec", "/rest/api/2/filter", json, "Content-Type", "application/json");
        String self = "/rest/api/2/filter/" + made.body().replaceAll(".*\"id\":\"(\\d+)\".*", "$1");

        assertThat(made.body()).contains("\"viewUrl\":\"http://localhost", "\"jql\":\"project = ADM\"");
        assertThat(node.getAs("dev", self).body()).contains("By script");
        assertThat(node.post("exec", "/rest/api/2/filter", json, "Content-Type", "application/json")
                        .body())
                .contains("Filter with same name already exists.");
        assertThat(node.post(
                                "exec",
                                "/rest/api/2/filter",
                                "{\"name\":\"x\",\"jql\":\"project =\"}",
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(node.send(node.request(self, "Authorization", TestNode.basic("dev"))
                                .DELETE())
                        .statusCode())
                .isEqualTo(400);
        assertThat(node.send(node.request(self, "Authorization", TestNode.basic("exec"))
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoChoosesGermanReadsGermanAndNobodyElseDoes() throws Exception {
        node.install(PlantedPlugin.named(KEY)
                .file("i18n/planted.properties", "planted.word=tree\n")
                .file("i18n/planted_de.properties", "planted.word=Baum\n")
                .file("panel.vm", "the word is $i18n.getText('planted.word')")
                .modules("<resource type=\"i18n\" name=\"i18n\" location=\"i18n/planted\"/>")
                .modules(
                        "<web-panel key=\"panel\" location=\"atl.jira.view.issue.right.context\"><label key=\"planted.word\"/>"
                                + "<resource name=\"view\" type=\"velocity\" location=\"panel.vm\"/></web-panel>"));
        assertThat(node.getAs("exec", "/browse/ADM-1").body()).contains("the word is tree");

        assertThat(form("exec", "/plugins/servlet/profile", "locale=de_DE").statusCode())
                .isEqualTo(302);

        assertThat(node.getAs("exec", "/browse/ADM-1").body()).contains("the word is Baum", "content=\"de_DE\"");
        assertThat(node.getAs("dev", "/browse/ADM-1").body()).contains("the word is tree");
        assertThat(node.getAs("exec", "/rest/api/2/myself").body()).contains("\"locale\":\"de_DE\"");
        assertThat(node.node()
                        .users()
                        .as(
                                "exec",
                                () -> node.node()
                                        .services()
                                        .get(I18nResolver.class)
                                        .getText("planted.word")))
                .isEqualTo("Baum");

        String preference = "/rest/api/2/mypreferences?key=jira.user.locale";
        HttpRequest.Builder english = node.request(
                        preference, "Authorization", TestNode.basic("exec"), "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("\"en_UK\""));
        assertThat(node.send(english).statusCode()).isEqualTo(400);
        assertThat(node.getAs("exec", preference).body()).isEqualTo("\"de_DE\"");
        node.send(node.request(preference, "Authorization", TestNode.basic("exec"))
                .DELETE());
        assertThat(node.getAs("exec", preference).statusCode()).isEqualTo(404);
        assertThat(node.getAs("exec", "/browse/ADM-1").body()).contains("the word is tree");
    }

    private static HttpResponse<String> form(String user, String path, String form) throws Exception {
        return node.post(user, path, form, "Content-Type", "application/x-www-form-urlencoded");
    }
}
