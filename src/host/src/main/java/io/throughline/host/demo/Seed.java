package io.throughline.host.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Plays a list of HTTP requests against the running products, the way a person or a script would make them. Nothing of the app is
 * known here.
 *
 * <p>A seed file is a JSON array, or an object with the array under {@code requests}:
 *
 * <pre>{"product":"jira","method":"POST","path":"/rest/x","user":"pmo","body":{…},"expect":201,"capture":{"plan":"/key"}}</pre>
 *
 * {@code user} is also the password; none means anonymous. {@code expect} is a status or a list of them, any 2xx when absent. {@code
 * capture} keeps parts of the answer by JSON pointer; <code>{{plan}}</code> in a later path or body stands for it (a text that is
 * nothing but a placeholder takes the captured value with its type), and so do the dates of {@link SeedDates}. With {@code "until":
 * {"pointer":"/state","equals":"READY"}} the request is repeated until its answer says so, for a minute.
 *
 * <p>Requests to a product that does not run are left out, and so are those that need what their answers would have given.
 */
final class Seed {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Duration UNTIL_LIMIT = Duration.ofMinutes(1);
    private static final Duration UNTIL_PAUSE = Duration.ofMillis(200);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, URI> products;
    private final SeedDates dates;
    private final Map<String, JsonNode> captured = new HashMap<>();
    private final Set<String> absent = new HashSet<>();

    /** @param products base URLs by product id, without a trailing slash */
    Seed(Map<String, URI> products, LocalDate today) {
        this.products = products;
        this.dates = new SeedDates(today);
    }

    /** A seed that could not be played to its end; the message names the request and the answer. */
    static final class SeedFailed extends Exception {
        private static final long serialVersionUID = 1L;

        SeedFailed(String message) {
            super(message);
        }
    }

    /** @return how many requests were made */
    int play(Path file) throws IOException, InterruptedException, SeedFailed {
        JsonNode root = json.readTree(file.toFile());
        JsonNode requests = root.isArray() ? root : root.path("requests");
        int at = 0;
        int made = 0;
        for (JsonNode request : requests) {
            at++;
            if (isPossible(request)) {
                play(request, file.getFileName() + ", request " + at);
                made++;
            } else {
                request.path("capture").fieldNames().forEachRemaining(absent::add);
            }
        }
        return made;
    }

    private boolean isPossible(JsonNode request) {
        return products.containsKey(request.path("product").asText())
                && PLACEHOLDER
                        .matcher(request.toString())
                        .results()
                        .noneMatch(placeholder -> absent.contains(placeholder.group(1)));
    }

    private void play(JsonNode request, String where) throws IOException, InterruptedException, SeedFailed {
        String method = request.path("method").asText("GET");
        String path = fill(request.path("path").asText(), where);
        HttpRequest call = build(request, method, path, where);
        long deadline = System.nanoTime() + UNTIL_LIMIT.toNanos();
        while (true) {
            HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (!isExpected(request.path("expect"), answer.statusCode())) {
                throw new SeedFailed(where + ": " + method + " " + path + " answered " + answer.statusCode() + " "
                        + shortened(answer.body()));
            }
            JsonNode body = read(answer.body());
            if (isThere(request.path("until"), body)) {
                capture(request.path("capture"), body, where);
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new SeedFailed(where + ": " + method + " " + path + " did not come to " + request.path("until")
                        + " within " + UNTIL_LIMIT.toSeconds() + " s; it says " + shortened(answer.body()));
            }
            Thread.sleep(UNTIL_PAUSE.toMillis());
        }
    }

    private HttpRequest build(JsonNode request, String method, String path, String where)
            throws SeedFailed, IOException {
        HttpRequest.Builder call = HttpRequest.newBuilder(
                        URI.create(products.get(request.path("product").asText()) + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json")
                .header("X-Atlassian-Token", "no-check");
        if (request.hasNonNull("user")) {
            String user = request.path("user").asText();
            byte[] pair = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
            call.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        if (!request.has("body")) {
            return call.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        String body = json.writeValueAsString(fill(request.get("body"), where));
        return call.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static boolean isExpected(JsonNode expect, int status) {
        if (expect.isArray()) {
            return StreamSupport.stream(expect.spliterator(), false).anyMatch(one -> one.asInt() == status);
        }
        return expect.isInt() ? expect.asInt() == status : status / 100 == 2;
    }

    private static boolean isThere(JsonNode until, JsonNode body) {
        return until.isMissingNode() || body.at(until.path("pointer").asText()).equals(until.path("equals"));
    }

    private void capture(JsonNode wanted, JsonNode body, String where) throws SeedFailed {
        for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
            JsonNode value = body.at(entry.getValue().asText());
            if (value.isMissingNode()) {
                throw new SeedFailed(where + ": the answer has nothing at "
                        + entry.getValue().asText());
            }
            captured.put(entry.getKey(), value);
        }
    }

    private JsonNode fill(JsonNode node, String where) throws SeedFailed {
        if (node.isTextual()) {
            Matcher whole = PLACEHOLDER.matcher(node.asText());
            return whole.matches()
                    ? value(whole.group(1), where)
                    : JsonNodeFactory.instance.textNode(fill(node.asText(), where));
        }
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : node) {
                filled.add(fill(element, where));
            }
            return filled;
        }
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                filled.set(field.getKey(), fill(field.getValue(), where));
            }
            return filled;
        }
        return node;
    }

    private String fill(String text, String where) throws SeedFailed {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(value(matcher.group(1), where).asText()));
        }
        return matcher.appendTail(filled).toString();
    }

    private JsonNode value(String name, String where) throws SeedFailed {
        Optional<JsonNode> found = Optional.ofNullable(captured.get(name))
                .or(() -> dates.find(name).map(JsonNodeFactory.instance::textNode));
        return found.orElseThrow(() -> new SeedFailed(
                where + ": nothing was captured as {{" + name + "}}; there is " + List.copyOf(captured.keySet())));
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.missingNode() : json.readTree(body);
        } catch (IOException notJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }
}
