package io.throughline.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text goes out as gzip to those who ask, and entity tags stay what they are. */
@Tag("slow")
class CompressionTest {
    private static final String KEY = "com.example.things";
    private static final String THINGS = "/rest/things/1.0/things/";

    private static final String RESOURCE = """
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.core.*;
            @Path("things")
            public class Things {
                @GET @Path("{count}") @Produces(MediaType.APPLICATION_JSON)
                public Response get(@PathParam("count") int count, @Context Request request) {
                    EntityTag tag = new EntityTag("" + count);
                    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
                    return same != null ? same.build() : Response.ok("\\"" + "ä".repeat(count) + "\\"").tag(tag).build();
                }
                @PUT @Path("{count}") @Consumes(MediaType.APPLICATION_JSON)
                public Response put(@PathParam("count") int count, @HeaderParam("If-Match") String match) {
                    return Response.status(("\\"" + count + "\\"").equals(match) ? 204 : 412).build();
                }
                @GET @Path("bytes") @Produces("image/png")
                public byte[] bytes() { return new byte[5_000]; }
            }
            """;

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder);
        node.install(PlantedPlugin.named(KEY)
                .imports("jakarta.ws.rs", "jakarta.ws.rs.core")
                .source(KEY + ".rest.Things", RESOURCE)
                .modules(
                        "<rest key=\"r\" path=\"/things\" version=\"1.0\"><package>" + KEY + ".rest</package></rest>"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void longTextIsCompressedForWhoAsksAndReadsTheSame() throws Exception {
        HttpResponse<byte[]> asked = get(THINGS + "9000", "Accept-Encoding", "gzip, deflate, br");
        HttpResponse<byte[]> notAsked = get(THINGS + "9000");

        assertThat(asked.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(asked.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(asked.body()).hasSizeLessThan(500);
        assertThat(unzipped(asked.body())).isEqualTo('"' + "ä".repeat(9000) + '"');
        assertThat(notAsked.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(notAsked.body(), StandardCharsets.UTF_8)).isEqualTo('"' + "ä".repeat(9000) + '"');
    }

    @Test
    void shortTextAndPicturesStayAsTheyAre() throws Exception {
        assertThat(get(THINGS + "5", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .isEmpty();
        HttpResponse<byte[]> picture = get(THINGS + "bytes", "Accept-Encoding", "gzip");
        assertThat(picture.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(picture.body()).hasSize(5_000);
    }

    @Test
    void theEntityTagIsTheVersionToTheLetterAndComesBackAsItWent() throws Exception {
        HttpResponse<byte[]> answer = get(THINGS + "9000", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"9000\"");
        String tag = answer.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = get(THINGS + "9000", "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(put(tag)).isEqualTo(204);
        assertThat(put("\"8999\"")).isEqualTo(412);
    }

    @Test
    void anErrorIsToldToWhoAsksForGzipToo() throws Exception {
        HttpResponse<byte[]> missing = get("/no-such-page", "Accept-Encoding", "gzip");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip|true", "br, GZIP;q=0.5|true", "*|true", "gzip;q=0, *|false", "br|false", "gzip;q=0.0|false"})
    void whoAcceptsGzip(String header, boolean isAccepted) {
        assertThat(CompressionFilter.acceptsGzip(header)).isEqualTo(isAccepted);
    }

    private static int put(String match) throws Exception {
        return node.send(node.request(
                                THINGS + "9000",
                                "Authorization",
                                TestNode.basic("dev"),
                                "Accept-Encoding",
                                "gzip",
                                "Content-Type",
                                "application/json",
                                "X-Atlassian-Token",
                                "no-check",
                                "If-Match",
                                match)
                        .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                .statusCode();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = node.request(path, "Authorization", TestNode.basic("dev"));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return HttpClient.newHttpClient().send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String unzipped(byte[] bytes) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
