package io.throughline.host.jira.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opensymphony.workflow.loader.ActionDescriptor;
import io.throughline.host.jira.JiraProduct;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions, validators and functions of a plugin on a transition, asked by page and by REST. */
@Tag("slow")
class WorkflowModulesTest {

    private static final String KEY = "com.example.flow";

    @TempDir
    private static Path folder;

    private static TestNode node;
    private static JiraServices jira;
    private static long projectId;
    private String key;
    private int done;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new JiraProduct(), folder);
        jira = node.node().services().get(JiraServices.class);
        projectId = jira.projectDesk()
                .create("FLOW", "Flow", "", "admin", jira.userManager().getUserByName("admin"))
                .getId();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void anIssueToDo() throws Exception {
        String body =
                "{\"fields\":{\"project\":{\"key\":\"FLOW\"},\"summary\":\"flows\",\"issuetype\":{\"name\":\"Task\"}}}";
        key = node.post("dev", "/rest/api/2/issue", body, "Content-Type", "application/json")
                .body()
                .replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");
        done = jira
                .workflow()
                .transitions(projectId, jira.workflow().first(projectId).id())
                .stream()
                .filter(transition -> transition.name().equals("Done"))
                .findFirst()
                .orElseThrow()
                .id();
        node.install(plugin());
    }

    @AfterEach
    void uninstall() {
        System.clearProperty(KEY);
        jira.placedRules().of(projectId).forEach(rule -> jira.placedRules().remove(rule.id()));
        node.node().plugins().all().forEach(plugin -> node.node().plugins().uninstall(plugin.key()));
    }

    @Test
    void theModulesAreEnabled() {
        assertThat(node.node().plugins().find(KEY).orElseThrow().modules())
                .extracting(Plugin.ModuleState::state)
                .containsOnly(Plugin.State.ENABLED)
                .hasSize(5);
    }

    @Test
    void aTransitionWhoseConditionFailsIsNotThere() throws Exception {
        place("condition", Map.of("user", new String[] {"pmo"}));

        assertThat(node.getAs("pmo", transitions()).body()).contains("\"id\":\"" + done + "\"");
        assertThat(node.getAs("dev", transitions()).body()).doesNotContain("\"id\":\"" + done + "\"");
        assertThat(transition("dev").statusCode()).isEqualTo(400);
        assertThat(node.getAs("dev", "/browse/" + key).body()).doesNotContain("action_id_" + done + "\"");
        assertThat(transition("pmo").statusCode()).isEqualTo(204);
    }

    @Test
    void theWordsOfAValidatorAre400OverRestAndStandOnTheScreen() throws Exception {
        place("validator", Map.of("resolution", new String[] {"Won't Do"}));

        HttpResponse<String> refused = transition("dev");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("{\"errorMessages\":[\"Only Won't Do, dev.\"],\"errors\":{\"resolution\":\"not Done\"}}");
        String page = submit("resolution=Done").body();
        assertThat(page).contains("<li>Only Won&#39;t Do, dev.</li>", "<option selected>Done</option>");
        assertThat(status()).isEqualTo("To Do");

        assertThat(submit("resolution=Won%27t+Do").statusCode()).isEqualTo(302);
        assertThat(status()).isEqualTo("Done");
    }

    @Test
    void aFunctionRunsWhenTheTransitionDoesAndNotWhenItIsRefused() throws Exception {
        place("function", Map.of("words", new String[] {"moved"}));
        long validator = place("validator", Map.of("resolution", new String[] {"Won't Do"}));
        transition("dev");
        assertThat(System.getProperty(KEY)).isNull();

        jira.placedRules().remove(validator);
        transition("dev");
        assertThat(System.getProperty(KEY)).isEqualTo("moved " + key + " by dev");
    }

    @Test
    void whatAFunctionSetsOnTheIssueIsStoredWithTheTransitionAndStandsInItsHistory() throws Exception {
        place("change", Map.of("words", new String[] {"checked"}));
        assertThat(transition("dev").statusCode()).isEqualTo(204);
        assertChanged("dev");

        anIssueToDo();
        assertThat(submit("resolution=Done").statusCode()).isEqualTo(302);
        assertChanged("dev");
    }

    private void assertChanged(String assignee) throws Exception {
        String issue = node.getAs("dev", "/rest/api/2/issue/" + key + "?expand=changelog")
                .body();
        JsonNode json = new ObjectMapper().readTree(issue);
        JsonNode fields = json.path("fields");
        assertThat(fields.path("summary").asText()).isEqualTo("flows checked");
        assertThat(fields.path("description").asText()).isEqualTo("checked by a function");
        assertThat(fields.path("assignee").path("name").asText()).isEqualTo(assignee);
        assertThat(fields.path("customfield_10102").asDouble()).isEqualTo(8);
        assertThat(status()).isEqualTo("Done");
        List<JsonNode> changes = new ArrayList<>();
        json.path("changelog").path("histories").forEach(changes::add);
        assertThat(changes).as("one change, not one for each field").hasSize(1);
        assertThat(changes.get(0).path("items").findValuesAsText("field"))
                .contains("summary", "description", "assignee", "Story Points", "status");
    }

    @Test
    void aFunctionThatIsRefusedLaterLeavesTheIssueAsItWas() throws Exception {
        place("change", Map.of("words", new String[] {"checked"}));
        place("function", Map.of("words", new String[] {"fail"}));

        assertThat(transition("dev").statusCode()).isEqualTo(400);
        assertThat(jira.issueManager().getIssueObject(key).getSummary()).isEqualTo("flows");
    }

    @Test
    void validatorsSeeTheCustomFieldsThatTheSameRequestChanges() throws Exception {
        place("points", Map.of("least", new String[] {"5"}));

        assertThat(transition("dev", "\"customfield_10102\":3").body()).contains("3.0 is less than 5");
        assertThat(transition("dev").body()).contains("null is less than 5");
        assertThat(transition("dev", "\"customfield_10102\":5").statusCode()).isEqualTo(204);
    }

    @Test
    void aValidatorOfTheFirstTransitionIsAskedBeforeThereIsAnIssue() throws Exception {
        placeOn(jira.workflow().create(projectId).id(), "points", Map.of("least", new String[] {"5"}));
        long before = jira.data().issues().count();

        HttpResponse<String> refused = create("\"customfield_10102\":3");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("3.0 is less than 5 for null null");
        assertThat(createByForm().body()).contains("null is less than 5 for null null", "value=\"from a form\"");
        assertThat(jira.data().issues().count()).isEqualTo(before);

        assertThat(create("\"customfield_10102\":5").statusCode()).isEqualTo(201);
        assertThat(transition("dev").statusCode()).as("of the first one only").isEqualTo(204);
    }

    @Test
    void theTransitionByWhichIssuesComeAboutIsAmongAllActionsAsTheInitialOne() {
        placeOn(jira.workflow().create(projectId).id(), "points", Map.of("least", new String[] {"5"}));
        WorkflowManager workflows = node.node().services().get(WorkflowManager.class);
        JiraWorkflow ofTheIssue = workflows.getWorkflow(jira.issueManager().getIssueObject(key));
        JiraWorkflow ofNew = workflows.getWorkflow(projectId, "1");

        for (JiraWorkflow workflow : List.of(ofTheIssue, ofNew)) {
            assertThat(workflow.getAllActions())
                    .filteredOn(workflow::isInitialAction)
                    .singleElement()
                    .satisfies(create -> {
                        assertThat(create.getName()).isEqualTo("Create");
                        assertThat(create.getValidators()).hasSize(1);
                    });
            assertThat(workflow.getAllActions())
                    .filteredOn(action -> !workflow.isInitialAction(action))
                    .extracting(ActionDescriptor::getName)
                    .contains("Done")
                    .doesNotContain("Create");
        }
    }

    @Test
    void aWorkflowIsKeptInMemoryUntilARuleIsPutOrTakenAway() {
        WorkflowManager workflows = node.node().services().get(WorkflowManager.class);
        JiraWorkflow before = workflows.getWorkflow(projectId, "1");
        assertThat(workflows.getWorkflow(jira.issueManager().getIssueObject(key)))
                .isSameAs(before);

        long rule = place("points", Map.of("least", new String[] {"5"}));
        assertThat(validators(workflows)).isEqualTo(1);
        jira.placedRules().remove(rule);
        assertThat(validators(workflows)).isZero();
    }

    private static int validators(WorkflowManager workflows) {
        return workflows.getWorkflow(projectId, "1").getAllActions().stream()
                .mapToInt(action -> action.getValidators().size())
                .sum();
    }

    private HttpResponse<String> create(String field) throws Exception {
        return node.post(
                "dev",
                "/rest/api/2/issue",
                "{\"fields\":{\"project\":{\"key\":\"FLOW\"},\"summary\":\"new\",\"issuetype\":{\"name\":\"Task\"},"
                        + field + "}}",
                "Content-Type",
                "application/json");
    }

    private HttpResponse<String> createByForm() throws Exception {
        String task = jira.data()
                .constants()
                .types()
                .byName("Task")
                .map(type -> "" + type.id())
                .orElseThrow();
        return node.post(
                "dev",
                "/secure/CreateIssue.jspa",
                "pid=" + projectId + "&issuetype=" + task + "&summary=from+a+form",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void aSetterOutsideOfATransitionStoresNothing() {
        MutableIssue issue = jira.issueManager().getIssueObject(key);
        issue.setSummary("another");

        assertThat(issue.getSummary()).isEqualTo("another");
        assertThat(jira.issueManager().getIssueObject(key).getSummary()).isEqualTo("flows");
    }

    @Test
    void aFunctionThatFailsStopsTheTransition() throws Exception {
        place("function", Map.of("words", new String[] {"fail"}));

        assertThat(transition("dev").body()).contains("the function says no");
        assertThat(status()).isEqualTo("To Do");
    }

    @Test
    void aRuleWhoseAppIsDisabledStaysStrict() throws Exception {
        place("validator", Map.of("resolution", new String[] {"Done"}));
        assertThat(status()).isEqualTo("To Do");
        node.node().plugins().disable(KEY);

        assertThat(transition("dev").body())
                .contains("The workflow validator com.example.flow:validator is not there.");
        assertThat(status()).isEqualTo("To Do");
    }

    @Test
    void theTemplatesOfTheModuleAskForItsArgumentsAndShowThem() throws Exception {
        RuleModule validator = jira.ruleModules().find(KEY + ":validator").orElseThrow();

        assertThat(validator.html("input-parameters", Map.of(), node.node().templates()))
                .hasValue("<input name=\"resolution\" value=\"Done\">");
        assertThat(validator.html(
                        "view", Map.of("resolution", "Won't Do"), node.node().templates()))
                .hasValue("only Won&#39;t Do");
        assertThat(validator.html("edit-parameters", Map.of(), node.node().templates()))
                .isEmpty();
    }

    private long place(String module, Map<String, String[]> form) {
        return placeOn(done, module, form);
    }

    private long placeOn(int transition, String module, Map<String, String[]> form) {
        RuleModule rule = jira.ruleModules().find(KEY + ":" + module).orElseThrow();
        jira.placedRules().add(projectId, transition, rule, rule.arguments(form));
        List<PlacedRules.Placed> placed = jira.placedRules().of(projectId);
        return placed.get(placed.size() - 1).id();
    }

    private String transitions() {
        return "/rest/api/2/issue/" + key + "/transitions";
    }

    private HttpResponse<String> transition(String user) throws Exception {
        return transition(user, "\"resolution\":{\"name\":\"Done\"}");
    }

    private HttpResponse<String> transition(String user, String fields) throws Exception {
        String body = "{\"transition\":{\"id\":\"" + done + "\"},\"fields\":{" + fields + "}}";
        return node.post(user, transitions(), body, "Content-Type", "application/json");
    }

    private HttpResponse<String> submit(String form) throws Exception {
        return node.post(
                "dev",
                "/secure/WorkflowUIDispatcher.jspa",
                "key=" + key + "&action=" + done + "&" + form,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private String status() {
        return jira.issueManager().getIssueObject(key).getStatus().getName();
    }

    private static PlantedPlugin plugin() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.jira.issue",
                        "com.atlassian.jira.issue.fields",
                        "com.atlassian.jira.user",
                        "com.atlassian.jira.user.util",
                        "com.atlassian.jira.issue.resolution",
                        "com.atlassian.jira.plugin.workflow",
                        "com.opensymphony.workflow",
                        "com.opensymphony.workflow.loader",
                        "com.opensymphony.module.propertyset")
                .source(KEY + ".OnlyUser", """
                        import com.opensymphony.workflow.*;
                        import java.util.Map;
                        public class OnlyUser implements Condition {
                            public boolean passesCondition(Map vars, Map args, com.opensymphony.module.propertyset.PropertySet ps) {
                                return args.get("user").equals(((WorkflowContext) vars.get("context")).getCaller());
                            }
                        }
                        """)
                .source(KEY + ".OnlyResolution", """
                        import com.atlassian.jira.issue.Issue;
                        import com.opensymphony.workflow.*;
                        import java.util.Map;
                        public class OnlyResolution implements Validator {
                            public void validate(Map vars, Map args, com.opensymphony.module.propertyset.PropertySet ps) throws InvalidInputException {
                                String chosen = ((Issue) vars.get("issue")).getResolution().getName();
                                if (!chosen.equals(args.get("resolution"))) {
                                    InvalidInputException no = new InvalidInputException("Only " + args.get("resolution") + ", "
                                            + ((WorkflowContext) vars.get("context")).getCaller() + ".");
                                    no.addError("resolution", "not " + chosen);
                                    throw no;
                                }
                            }
                        }
                        """)
                .source(KEY + ".Say", """
                        import com.atlassian.jira.issue.Issue;
                        import com.opensymphony.workflow.*;
                        import java.util.Map;
                        public class Say implements FunctionProvider {
                            public void execute(Map vars, Map args, com.opensymphony.module.propertyset.PropertySet ps) throws WorkflowException {
                                if (args.get("words").equals("fail")) { throw new WorkflowException("the function says no"); }
                                System.setProperty("com.example.flow", args.get("words") + " " + ((Issue) vars.get("originalissueobject")).getKey()
                                        + " by " + ((WorkflowContext) vars.get("context")).getCaller());
                            }
                        }
                        """)
                .source(KEY + ".Change", """
                        import com.atlassian.jira.issue.MutableIssue;
                        import com.atlassian.jira.issue.CustomFieldManager;
                        import com.atlassian.jira.user.util.UserManager;
                        import com.opensymphony.workflow.*;
                        import java.util.Map;
                        public class Change implements FunctionProvider {
                            private final CustomFieldManager fields;
                            private final UserManager users;
                            public Change(CustomFieldManager fields, UserManager users) {
                                this.fields = fields;
                                this.users = users;
                            }
                            public void execute(Map vars, Map args, com.opensymphony.module.propertyset.PropertySet ps) {
                                MutableIssue issue = (MutableIssue) vars.get("issue");
                                issue.setSummary(issue.getSummary() + " " + args.get("words"));
                                issue.setDescription(args.get("words") + " by a function");
                                issue.setAssignee(users.getUserByName(((WorkflowContext) vars.get("context")).getCaller()));
                                issue.setCustomFieldValue(fields.getCustomFieldObjectsByName("Story Points").iterator().next(), 8.0);
                            }
                        }
                        """)
                .source(KEY + ".Points", """
                        import com.atlassian.jira.issue.Issue;
                        import com.atlassian.jira.issue.CustomFieldManager;
                        import com.opensymphony.workflow.*;
                        import java.util.Map;
                        public class Points implements Validator {
                            private final CustomFieldManager fields;
                            public Points(CustomFieldManager fields) { this.fields = fields; }
                            public void validate(Map vars, Map args, com.opensymphony.module.propertyset.PropertySet ps) throws InvalidInputException {
                                Object points = ((Issue) vars.get("issue"))
                                        .getCustomFieldValue(fields.getCustomFieldObjectsByName("Story Points").iterator().next());
                                if (points == null || (Double) points < Double.parseDouble((String) args.get("least"))) {
                                    Issue issue = (Issue) vars.get("issue");
                                    throw new InvalidInputException(points + " is less than " + args.get("least")
                                            + " for " + issue.getId() + " " + issue.getKey());
                                }
                            }
                        }
                        """)
                .source(KEY + ".Factory", """
                        import com.atlassian.jira.plugin.workflow.*;
                        import com.opensymphony.workflow.loader.*;
                        import java.util.Map;
                        public class Factory extends AbstractWorkflowPluginFactory
                                implements WorkflowPluginConditionFactory, WorkflowPluginValidatorFactory, WorkflowPluginFunctionFactory {
                            protected void getVelocityParamsForInput(Map<String, Object> params) { params.put("resolution", "Done"); }
                            protected void getVelocityParamsForEdit(Map<String, Object> params, AbstractDescriptor d) {}
                            protected void getVelocityParamsForView(Map<String, Object> params, AbstractDescriptor d) {
                                params.putAll(((ValidatorDescriptor) d).getArgs());
                            }
                            public Map<String, ?> getDescriptorParams(Map<String, Object> form) {
                                String name = form.keySet().iterator().next();
                                return Map.of(name, extractSingleParam(form, name));
                            }
                        }
                        """)
                .index(
                        "imports",
                        "com.atlassian.jira.issue.CustomFieldManager",
                        "com.atlassian.jira.user.util.UserManager")
                .file("input.vm", "<input name=\"resolution\" value=\"$resolution\">")
                .file("view.vm", "only $resolution")
                .modules(module("condition", "OnlyUser", ""))
                .modules(module(
                        "validator",
                        "OnlyResolution",
                        "<resource type=\"velocity\" name=\"view\" location=\"view.vm\"/>"
                                + "<resource type=\"velocity\" name=\"input-parameters\" location=\"input.vm\"/>"))
                .modules(module("function", "Say", ""))
                .modules(module("function", "Change", "").replace("key=\"function\"", "key=\"change\""))
                .modules(module("validator", "Points", "").replace("key=\"validator\"", "key=\"points\""));
    }

    private static String module(String kind, String type, String resources) {
        return "<workflow-" + kind + " key=\"" + kind + "\" application=\"jira\" name=\"Planted " + kind + "\" class=\""
                + KEY
                + ".Factory\"><" + kind + "-class>" + KEY + "." + type + "</" + kind + "-class>" + resources
                + "</workflow-"
                + kind + ">";
    }
}
