package io.throughline.host.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.jira.JiraProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreign plugin's macros on a real Confluence node, with a real Jira node at the other end of its link. */
@Tag("slow")
class MacroPluginTest {

    private static final String KEY = "com.example.macros";

    private static final String LINK_MACRO = """
            import com.atlassian.applinks.api.*;
            import com.atlassian.applinks.api.application.jira.JiraApplicationType;
            import com.atlassian.confluence.content.render.xhtml.ConversionContext;
            import com.atlassian.confluence.macro.*;
            import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
            import com.atlassian.sal.api.net.*;
            import com.atlassian.webresource.api.assembler.PageBuilderService;
            import java.util.Map;
            public class LinkMacro implements Macro {
                private final ApplicationLinkService links;
                private final PageBuilderService pages;
                @jakarta.inject.Inject
                public LinkMacro(ApplicationLinkService links, PageBuilderService pages) { this.links = links; this.pages = pages; }
                public String execute(Map<String, String> parameters, String body, ConversionContext context) throws MacroExecutionException {
                    pages.assembler().resources().requireWebResource("com.example.macros:styles");
                    try {
                        String answer = links.getPrimaryApplicationLink(JiraApplicationType.class).createAuthenticatedRequestFactory()
                            .createRequest(Request.MethodType.GET, parameters.getOrDefault("url", "rest/api/2/myself")).execute()
                            .replaceAll("(?s).*\\"name\\":\\"([a-z]+)\\".*", "Jira sees $1");
                        return "[" + answer + " on " + context.getEntity().getTitle() + " v" + context.getEntity().getVersion()
                            + " in " + context.getSpaceKey() + " for " + AuthenticatedUserThreadLocal.get().getFullName() + "]";
                    } catch (CredentialsRequiredException e) {
                        return "<a href='" + e.getAuthorisationURI() + "'>log in</a>";
                    } catch (ResponseStatusException e) {
                        throw new MacroExecutionException("Jira said " + e.getResponse().getStatusCode(), e);
                    } catch (ResponseException e) {
                        throw new MacroExecutionException("no answer: " + e.getMessage(), e);
                    }
                }
                public BodyType getBodyType() { return BodyType.NONE; }
                public OutputType getOutputType() { return OutputType.BLOCK; }
            }
            """;

    private static final String STRAY_MACRO = """
            import com.atlassian.confluence.content.render.xhtml.ConversionContext;
            import com.atlassian.confluence.macro.Macro;
            import java.util.Map;
            public class StrayMacro implements Macro {
                public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                    return com.atlassian.jira.issue.IssueManager.class.getName();
                }
                public BodyType getBodyType() { return BodyType.NONE; }
                public OutputType getOutputType() { return OutputType.BLOCK; }
            }
            """;

    @TempDir
    private static Path folder;

    private static TestNode jira;
    private static TestNode confluence;

    @BeforeAll
    static void start() throws Exception {
        jira = TestNode.start(new JiraProduct(), folder);
        confluence = TestNode.start(
                new ConfluenceProduct(), folder, "--jira-url", jira.node().baseUrl());
        confluence.install(macros());
    }

    @AfterAll
    static void stop() {
        confluence.close();
        jira.close();
    }

    @Test
    void aMacroCallsJiraOverTheLinkAsWhoeverReadsThePage() throws Exception {
        String page = page("Over the link", "<ac:structured-macro ac:name=\"hello-jira\"/>");

        assertThat(confluence.getAs("exec", page).body())
                .contains("[Jira sees exec on Over the link v1 in STRAT for Erin Cheung]");
        assertThat(confluence.getAs("dev", page).body())
                .contains("[Jira sees dev on Over the link v1 in STRAT for Dana Everett]");
    }

    @Test
    void theStyleSheetThatAMacroRequiresIsInThePagesHead() throws Exception {
        String page = page("With style", "<ac:structured-macro ac:name=\"hello-jira\"/>");

        assertThat(confluence.getAs("exec", page).body()).contains("data-wrm-key=\"com.example.macros:styles\"");
    }

    @Test
    void whatJiraRefusesIsTheMacrosToTell() throws Exception {
        String page = page(
                "Refused",
                "<ac:structured-macro ac:name=\"hello-jira\"><ac:parameter ac:name=\"url\">rest/none</ac:parameter>"
                        + "</ac:structured-macro>");

        assertThat(confluence.getAs("exec", page).body())
                .contains("Error rendering macro 'hello-jira'")
                .contains("Jira said 404");
    }

    @Test
    void aMacroIsCalledByItsNameAndNotByItsKey() throws Exception {
        String page = page("By key", "<ac:structured-macro ac:name=\"hello-key\"/>");

        assertThat(confluence.getAs("exec", page).body()).contains("Unknown macro: &#39;hello-key&#39;");
    }

    @Test
    void aClassOfTheOtherProductFailsWhenThePageIsShown() throws Exception {
        String page = page("Stray", "<p>before</p><ac:structured-macro ac:name=\"stray\"/>");

        HttpResponse<String> answer = confluence.getAs("exec", page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<p>before</p>")
                .contains("java.lang.NoClassDefFoundError: com/atlassian/jira/issue/IssueManager");
    }

    @Test
    void theMacrosOfADisabledPluginAreUnknownUntilItIsEnabledAgain() throws Exception {
        String page = page("On and off", "<ac:structured-macro ac:name=\"hello-jira\"/>");

        confluence.node().plugins().disable(KEY);
        assertThat(confluence.getAs("exec", page).body()).contains("Unknown macro: &#39;hello-jira&#39;");

        confluence.node().plugins().enable(KEY);
        assertThat(confluence.getAs("exec", page).body()).contains("Jira sees exec");
    }

    private static PlantedPlugin macros() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.applinks.api",
                        "com.atlassian.applinks.api.application.jira",
                        "com.atlassian.confluence.macro;resolution:=optional",
                        "com.atlassian.confluence.core;resolution:=optional",
                        "com.atlassian.confluence.content.render.xhtml;resolution:=optional",
                        "com.atlassian.confluence.user;resolution:=optional",
                        "com.atlassian.user;resolution:=optional",
                        "com.atlassian.jira.issue;resolution:=optional",
                        "com.atlassian.sal.api.net",
                        "com.atlassian.webresource.api.assembler",
                        "jakarta.inject")
                .source(KEY + ".LinkMacro", LINK_MACRO)
                .source(KEY + ".StrayMacro", STRAY_MACRO)
                .index(
                        "imports",
                        "com.atlassian.applinks.api.ApplicationLinkService#links",
                        "com.atlassian.webresource.api.assembler.PageBuilderService#pages")
                .file("css/styles.css", ".planted { color: red }")
                .modules("<web-resource key=\"styles\"><resource type=\"download\" name=\"styles.css\""
                        + " location=\"/css/styles.css\"/></web-resource>")
                .modules("<xhtml-macro key=\"hello-key\" name=\"hello-jira\" class=\"com.example.macros.LinkMacro\""
                        + " application=\"confluence\"><parameters><parameter name=\"url\" type=\"string\""
                        + " default=\"not-delivered\"/></parameters></xhtml-macro>")
                .modules("<xhtml-macro key=\"stray-key\" name=\"stray\" class=\"com.example.macros.StrayMacro\""
                        + " application=\"confluence\"/>");
    }

    private static String page(String title, String storage) throws Exception {
        HttpResponse<String> made = confluence.post(
                "pmo",
                "/rest/api/content",
                "{\"type\":\"page\",\"title\":\"" + title + "\",\"space\":{\"key\":\"STRAT\"},\"body\":{\"storage\":"
                        + "{\"representation\":\"storage\",\"value\":\"" + storage.replace("\"", "\\\"") + "\"}}}",
                "Content-Type",
                "application/json");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return "/pages/viewpage.action?pageId=" + made.body().replaceAll("(?s).*?\"id\":\"(\\d+)\".*", "$1");
    }
}
