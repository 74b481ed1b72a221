package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** One user (password = name) speaking JSON to one product. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String STRATEGY = "/rest/throughline/1.0";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String baseUrl;
    private final String authorization;
    private final Duration patience;

    Caller(String baseUrl, String user) {
        this(
                baseUrl,
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)),
                Duration.ofSeconds(60));
    }

    private Caller(String baseUrl, String authorization, Duration patience) {
        this.baseUrl = baseUrl;
        this.authorization = authorization;
        this.patience = patience;
    }

    /** The same, waiting longer for an answer. */
    Caller waiting(Duration longer) {
        return new Caller(baseUrl, authorization, longer);
    }

    record Answer(int status, String body, String etag) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("not JSON (" + status + "): " + body, e);
            }
        }
    }

    Answer send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(patience)
                .header("Authorization", authorization)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(null));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        Answer answer = send("GET", path, null);
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** POSTs and expects 201. Single quotes in {@code body} stand for double quotes. */
    JsonNode create(String path, String body) throws IOException, InterruptedException {
        Answer answer = send("POST", path, body.replace('\'', '"'));
        assertThat(answer.status())
                .as("POST %s %s: %s", path, body, answer.body())
                .isEqualTo(201);
        return answer.json();
    }

    JsonNode search(String jql, int limit) throws IOException, InterruptedException {
        String query = URLEncoder.encode(jql, StandardCharsets.UTF_8);
        return get("/rest/api/2/search?maxResults=" + limit + "&jql=" + query);
    }
}
