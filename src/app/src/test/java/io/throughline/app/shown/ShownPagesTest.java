package io.throughline.app.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.application.confluence.ConfluenceApplicationType;
import com.atlassian.sal.api.net.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.shown.Shown.State;
import io.throughline.app.shown.Shown.Via;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

class ShownPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ShownPages.Thing OBJECTIVE = new ShownPages.Thing("OBJ-1", Set.of("KPI-1"), "PLAN-1");

    private final ApplicationLinkService links = Mockito.mock(ApplicationLinkService.class);
    private final ApplicationLink link = Mockito.mock(ApplicationLink.class);
    private final ApplicationLinkRequestFactory asUser = Mockito.mock(ApplicationLinkRequestFactory.class);
    private final List<String> asked = new ArrayList<>();

    @Test
    void pagesThatShowItComeBeforeThoseThatShowItsPlan() throws Exception {
        answers(
                200,
                pages(
                        page("Plan", "/display/S/Plan", macro("strategy-map", "plan", "PLAN-1")),
                        page("Other", "/display/S/Other", macro("strategy-map", "plan", "PLAN-2")),
                        page(
                                "Both",
                                "/display/S/Both",
                                macro("strategy-map", "plan", "PLAN-1")
                                        + macro("strategy-objective", "objective", " OBJ-1 ")),
                        page("Chart", "/display/S/Chart", macro("strategy-kpi", "kpi", "KPI-1"))));

        Shown shown = new ShownPages(links).of(OBJECTIVE);

        assertThat(shown.state()).isEqualTo(State.READY);
        assertThat(shown.isAll()).isTrue();
        assertThat(shown.pages())
                .containsExactly(
                        new Shown.Page("Both", "Space", "https://wiki.example/wiki/display/S/Both", Via.ITSELF),
                        new Shown.Page("Chart", "Space", "https://wiki.example/wiki/display/S/Chart", Via.KPI),
                        new Shown.Page("Plan", "Space", "https://wiki.example/wiki/display/S/Plan", Via.PLAN));
        assertThat(asked).singleElement().asString().contains("macro%20in%20%28%22strategy-scorecard%22");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[<ac:structured-macro ac:name=\"strategy-objective\"><ac:parameter ac:name=\"objective\">OBJ-1</ac:parameter>]]></ac:plain-text-body></ac:structured-macro>",
                "<ac:structured-macro ac:name=\"strategy-objective\"><ac:parameter ac:name=\"objective\">OBJ-11</ac:parameter></ac:structured-macro>",
                "<ac:structured-macro ac:name=\"strategy-actions\"><ac:parameter ac:name=\"plan\">PLAN-1</ac:parameter></ac:structured-macro>",
                "<p>OBJ-1</p>"
            })
    void whatOnlyLooksLikeItIsNot(String storage) throws Exception {
        answers(200, pages(page("Page", "/display/S/Page", storage)));

        assertThat(new ShownPages(links).of(OBJECTIVE).pages()).isEmpty();
    }

    @Test
    void anAddressThatLeadsElsewhereIsNotPrinted() throws Exception {
        answers(200, pages(page("Page", "//evil.example/", macro("strategy-objective", "objective", "OBJ-1"))));

        assertThat(new ShownPages(links).of(OBJECTIVE).pages()).isEmpty();
    }

    @Test
    void moreThanAreLookedAtIsSaid() throws Exception {
        ObjectNode[] many = new ObjectNode[50];
        for (int i = 0; i < many.length; i++) {
            many[i] = page("p" + i, "/p" + i, macro("strategy-map", "plan", "PLAN-2"));
        }
        answers(200, pages(many));

        assertThat(new ShownPages(links).of(OBJECTIVE).isAll()).isFalse();
        assertThat(asked).hasSize(ShownPages.MOST / 50);
    }

    @ParameterizedTest
    @CsvSource({"302,''", "500,'{}'", "200,'<html>'", "200,'{}'", "200,''"})
    void anythingElseIsNoAnswer(int status, String body) throws Exception {
        answers(status, body);

        assertThat(new ShownPages(links).of(OBJECTIVE).state()).isEqualTo(State.NO_ANSWER);
    }

    @Test
    void whoHasNotAllowedItIsSentThere() throws Exception {
        linked();
        ApplicationLinkRequest request = Mockito.mock(ApplicationLinkRequest.class);
        Mockito.when(asUser.createRequest(any(), anyString())).thenReturn(request);
        Mockito.when(asUser.getAuthorisationURI()).thenReturn(URI.create("https://wiki.example/allow"));
        Mockito.when(request.execute(Mockito.<ApplicationLinkResponseHandler<Optional<JsonNode>>>any()))
                .thenAnswer(
                        call -> ((ApplicationLinkResponseHandler<?>) call.getArgument(0)).credentialsRequired(null));

        Shown shown = new ShownPages(links).of(OBJECTIVE);

        assertThat(shown.state()).isEqualTo(State.NOT_AUTHORISED);
        assertThat(shown.way()).hasToString("https://wiki.example/allow");
    }

    @Test
    void withoutAConfluenceThereIsNothingToAsk() {
        assertThat(new ShownPages(links).of(OBJECTIVE).state()).isEqualTo(State.NO_LINK);
    }

    private void linked() {
        Mockito.when(links.getPrimaryApplicationLink(ConfluenceApplicationType.class))
                .thenReturn(link);
        Mockito.when(link.getName()).thenReturn("Wiki");
        Mockito.when(link.getDisplayUrl()).thenReturn(URI.create("https://wiki.example/wiki"));
        Mockito.when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(asUser);
    }

    private void answers(int status, String body) throws Exception {
        linked();
        Mockito.when(asUser.createRequest(any(), anyString())).thenAnswer(call -> {
            asked.add(call.getArgument(1));
            Response response = Mockito.mock(Response.class);
            Mockito.when(response.getStatusCode()).thenReturn(status);
            Mockito.when(response.getResponseBodyAsStream())
                    .thenReturn(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
            ApplicationLinkRequest request = Mockito.mock(ApplicationLinkRequest.class);
            Mockito.doAnswer(execute -> ((ApplicationLinkResponseHandler<?>) execute.getArgument(0)).handle(response))
                    .when(request)
                    .execute(Mockito.<ApplicationLinkResponseHandler<Optional<JsonNode>>>any());
            return request;
        });
    }

    private static String pages(ObjectNode... pages) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode results = all.putArray("results");
        results.addAll(List.of(pages));
        return all.toString();
    }

    private static ObjectNode page(String title, String path, String storage) {
        ObjectNode page = JSON.createObjectNode().put("title", title);
        page.putObject("space").put("name", "Space");
        page.putObject("_links").put("webui", path);
        page.putObject("body").putObject("storage").put("value", storage);
        return page;
    }

    private static String macro(String name, String parameter, String value) {
        return "<ac:structured-macro ac:name=\"" + name + "\" ac:schema-version=\"1\"><ac:parameter ac:name=\""
                + parameter + "\">" + value + "</ac:parameter></ac:structured-macro>";
    }
}
