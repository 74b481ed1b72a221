package io.throughline.app.confluence.editor;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.confluence.link.JiraReply;
import io.throughline.app.confluence.link.LinkedStrategy;
import io.throughline.app.confluence.link.PageTime;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches plans, objectives and KPIs of the linked Jira as whoever edits the page:
 * {@code ?kind=plans&q=words} answers {@code {"total","values":[{"key","name","more"}],"problem"}}. What that person may
 * not see in Jira is not found.
 */
@ConfluenceComponent
public class Choices {
    private static final Set<String> KINDS = Set.of("plans", "objectives", "kpis");
    private static final int MOST = 20;
    private static final int LONGEST = 100;
    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LinkedStrategy strategy;
    private final Languages languages;

    @Inject
    public Choices(LinkedStrategy strategy, Languages languages) {
        this.strategy = strategy;
        this.languages = languages;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String kind = request.getParameter("kind");
        if (kind == null || !KINDS.contains(kind)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setContentType("application/json");
        response.getWriter().write(JSON.writeValueAsString(found(kind, request.getParameter("q"))));
    }

    /** @param words null for all */
    ObjectNode found(String kind, @Nullable String words) throws IOException {
        String asked = words == null ? "" : words.strip();
        String cut = asked.substring(
                0, asked.offsetByCodePoints(0, Math.min(LONGEST, asked.codePointCount(0, asked.length()))));
        String query = cut.isEmpty() ? "" : "&q=" + URLEncoder.encode(cut, StandardCharsets.UTF_8);
        JiraReply reply = strategy.ask(kind + "?limit=" + MOST + query, new PageTime(BUDGET));
        ObjectNode json = JSON.createObjectNode();
        ArrayNode values = json.putArray("values");
        if (reply instanceof JiraReply.Refusal refusal) {
            json.put("total", 0).set("problem", problem(refusal));
            return json;
        }
        JsonNode page = JSON.readTree(((JiraReply.Body) reply).bytes());
        for (JsonNode each : page.path("values")) {
            values.addObject()
                    .put("key", each.path("key").asText())
                    .put("name", each.path("name").asText())
                    .put("more", more(each));
        }
        return json.put("total", page.path("total").asInt());
    }

    private static String more(JsonNode each) {
        return Stream.of("key", "ownerName")
                .map(field -> each.path(field).asText(""))
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .collect(Collectors.joining(", "));
    }

    /** The words of the notice that the macro itself would show. */
    private ObjectNode problem(JiraReply.Refusal refusal) {
        Language language = languages.ofReader();
        String jira = refusal.jira() == null ? "" : refusal.jira().name();
        String key = "throughline.macro.refused." + refusal.reason();
        ObjectNode json = JSON.createObjectNode().put("title", language.text(key, "", jira));
        json.put(
                "help", language.text(key + ".help", "", jira, refusal.detail()).strip());
        json.put("url", refusal.way() == null ? "" : refusal.way().toString());
        return json.put("action", language.text("throughline.macro.authorise", jira));
    }
}
