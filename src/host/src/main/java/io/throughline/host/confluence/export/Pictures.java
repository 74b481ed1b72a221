package io.throughline.host.confluence.export;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Pictures of exported pages. They are fetched from this product alone, as nobody: an address that needs a login gives no picture, which is
 * what a plugin meets in the real exporter.
 */
final class Pictures {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final String baseUrl;
    private final HttpClient http;

    Pictures(String baseUrl) {
        this.baseUrl = baseUrl;
        this.http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    /** What is shown, and as what. */
    record Picture(String mediaType, byte[] bytes) {}

    /** Empty for another site's, for what is no picture, and for what nobody may see. */
    Optional<Picture> fetch(String address) {
        if (!address.startsWith(baseUrl + "/")) {
            return Optional.empty();
        }
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return answer.statusCode() == 200 && type.startsWith("image/") && answer.body().length <= LARGEST
                    ? Optional.of(new Picture(type.replaceAll(";.*", ""), answer.body()))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException noPicture) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
