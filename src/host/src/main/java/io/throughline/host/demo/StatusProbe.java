package io.throughline.host.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a node's {@code /status} whether it can be used. */
final class StatusProbe {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest request;

    StatusProbe(URI baseUrl) {
        request = HttpRequest.newBuilder(URI.create(baseUrl + "/status"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    /** False as long as it does not answer, or answers anything else. */
    boolean isRunning() throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"RUNNING\"");
        } catch (IOException notYet) {
            return false;
        }
    }
}
