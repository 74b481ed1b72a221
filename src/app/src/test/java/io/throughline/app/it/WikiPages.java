package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pages of Confluence with macros on them, as people make them over REST and read them. */
final class WikiPages {
    /** The nine macros, each with what it shows. */
    static final Map<String, String> NINE = nine();

    private static final String PAGE = "/pages/viewpage.action?pageId=";

    private final Products products;

    WikiPages(Products products) {
        this.products = products;
    }

    private static Map<String, String> nine() {
        Map<String, String> nine = new LinkedHashMap<>();
        nine.put("strategy-scorecard", "plan=PLAN-1");
        nine.put("strategy-map", "plan=PLAN-1");
        nine.put("strategy-cascade", "plan=PLAN-1");
        nine.put("strategy-on-a-page", "plan=PLAN-1");
        nine.put("strategy-objective", "objective=OBJ-1");
        nine.put("strategy-kpi", "kpi=KPI-1");
        nine.put("strategy-health", "plan=PLAN-1");
        nine.put("strategy-orphans", "plan=PLAN-1");
        nine.put("strategy-changes", "plan=PLAN-1");
        return nine;
    }

    /** @param parameters {@code plan=PLAN-1;asOf=2026-11-22} */
    static String macro(String name, String parameters) {
        return "<ac:structured-macro ac:name=\"" + name + "\">"
                + Arrays.stream(parameters.split(";"))
                        .map(each -> each.split("="))
                        .map(each -> "<ac:parameter ac:name=\"" + each[0] + "\">" + each[1] + "</ac:parameter>")
                        .collect(Collectors.joining())
                + "</ac:structured-macro>";
    }

    /** Storage format of all nine. */
    static String all(String more) {
        return NINE.entrySet().stream()
                .map(each -> macro(each.getKey(), each.getValue() + more))
                .collect(Collectors.joining());
    }

    String make(String title, String storage) throws Exception {
        return make("STRAT", title, storage);
    }

    /** @return the page's id */
    String make(String space, String title, String storage) throws Exception {
        ObjectNode page = Caller.JSON.createObjectNode();
        page.put("type", "page").put("title", title).putObject("space").put("key", space);
        page.putObject("body")
                .putObject("storage")
                .put("representation", "storage")
                .put("value", storage);
        Caller.Answer answer = products.confluenceAs("pmo").send("POST", "/rest/api/content", page.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("id").asText();
    }

    String storage(String page) throws Exception {
        return products.confluenceAs("pmo")
                .get("/rest/api/content/" + page + "?expand=body.storage")
                .at("/body/storage/value")
                .asText();
    }

    void change(String page, String storage) throws Exception {
        JsonNode now = products.confluenceAs("pmo").get("/rest/api/content/" + page + "?expand=version");
        ObjectNode next = Caller.JSON.createObjectNode().put("type", "page");
        next.put("title", now.get("title").asText())
                .putObject("version")
                .put("number", now.at("/version/number").asInt() + 1);
        next.putObject("body")
                .putObject("storage")
                .put("representation", "storage")
                .put("value", storage);
        Caller.Answer answer = products.confluenceAs("pmo").send("PUT", "/rest/api/content/" + page, next.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** How long all macros of a page may wait for Jira together. */
    void budget(int millis) throws Exception {
        Caller.Answer set = products.confluenceAs("admin")
                .send("PUT", Caller.STRATEGY + "/macro-settings", "{\"budgetMillis\":" + millis + "}");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    /** The whole page as a browser is sent it. */
    Document screen(String user, String page) throws Exception {
        Caller.Answer answer = products.confluenceAs(user).send("GET", PAGE + page, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    /** What stands in the place of each macro, notices included, in the order of the page. */
    List<Element> macros(String user, String page) throws Exception {
        return screen(user, page).select(".tl-macro");
    }

    byte[] file(String user, String path) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(products.confluenceUrl() + path))
                                .header("Authorization", basic(user))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** What somebody without a login is answered. */
    int statusForNobody(String path) throws Exception {
        HttpRequest asNobody = HttpRequest.newBuilder(URI.create(products.confluenceUrl() + path))
                .build();
        return HttpClient.newHttpClient()
                .send(asNobody, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    String pdf(String user, String page) throws Exception {
        byte[] file = file(user, "/spaces/flyingpdf/pdfpageexport.action?pageId=" + page);
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The HTML that Word opens. */
    Document word(String user, String page) throws Exception {
        String message = new String(file(user, "/exportword?pageId=" + page), StandardCharsets.US_ASCII);
        String part = message.split("Content-Location: file:///C:/exported.html\r\n\r\n")[1]
                .split("\r\n\r\n?--")[0];
        return Jsoup.parse(new String(Base64.getMimeDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
