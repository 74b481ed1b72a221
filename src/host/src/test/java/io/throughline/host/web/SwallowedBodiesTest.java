package io.throughline.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refusal does not cost the connection, even when it was decided before the body came. */
@Tag("slow")
class SwallowedBodiesTest {
    private static final String KEY = "com.example.closed";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder);
        node.install(PlantedPlugin.named(KEY)
                .imports("jakarta.ws.rs", "jakarta.ws.rs.core", "com.atlassian.plugins.rest.api.security.annotation")
                .source(KEY + ".rest.Closed", """
                        import jakarta.ws.rs.*;
                        import jakarta.ws.rs.core.*;
                        @Path("closed")
                        @com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess
                        public class Closed {
                            @POST @Produces(MediaType.TEXT_PLAIN)
                            public Response post() { return Response.status(409).entity("closed").build(); }
                        }
                        """)
                .modules(
                        "<rest key=\"r\" path=\"/closed\" version=\"1.0\"><package>" + KEY + ".rest</package></rest>"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void theNextRequestOverTheSameConnectionIsAnswered() throws Exception {
        try (Connection connection = new Connection()) {
            connection.send("POST", "Content-Length: 5");
            aRequestOverAnotherConnection();
            connection.write("abcde");

            assertThat(connection.answer()).first().asString().contains(" 405 ");
            connection.send("GET", "Accept: */*");
            assertThat(connection.answer()).first().asString().contains(" 404 ");
        }
    }

    @Test
    void thatHoldsTooWhenTheRefusalWasWrittenToItsEndFirst() throws Exception {
        try (Connection connection = new Connection()) {
            connection.sendTo(
                    "/rest/closed/1.0/closed",
                    "POST",
                    "X-Atlassian-Token: no-check\r\nContent-Type: text/plain\r\nContent-Length: 5");
            aRequestOverAnotherConnection();
            connection.write("abcde");

            assertThat(connection.answer()).first().asString().contains(" 409 ");
            connection.send("GET", "Accept: */*");
            assertThat(connection.answer()).first().asString().contains(" 404 ");
        }
    }

    @Test
    void whoAsksBeforeSendingIsAnsweredWithoutABody() throws Exception {
        try (Connection connection = new Connection()) {
            connection.send("POST", "Content-Length: 5\r\nExpect: 100-continue");

            assertThat(connection.answer()).first().asString().contains(" 405 ");
        }
    }

    @Test
    void aBodyThatIsTooLargeToSwallowEndsTheConnection() throws Exception {
        try (Connection connection = new Connection()) {
            connection.send("POST", "Content-Length: 3000000");
            connection.write("x".repeat(2 * 1024 * 1024));

            assertThat(connection.answer())
                    .contains("Connection: close")
                    .first()
                    .asString()
                    .contains(" 405 ");
        }
    }

    /** By then the server has long taken up what was sent before. */
    private static void aRequestOverAnotherConnection() throws IOException {
        try (Connection other = new Connection()) {
            other.send("GET", "Accept: */*");
            other.answer();
        }
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        Connection() throws IOException {
            URI address = node.request("/").build().uri();
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(60_000);
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        void send(String method, String headers) throws IOException {
            sendTo("/nothing-here", method, headers);
        }

        void sendTo(String path, String method, String headers) throws IOException {
            write(method + " " + node.request(path).build().uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                    + headers + "\r\n\r\n");
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        /** The lines of its head; the body is read over. Empty when there is none. */
        List<String> answer() throws IOException {
            List<String> head = new ArrayList<>();
            int length = 0;
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                head.add(line);
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring("Content-Length: ".length()));
                }
            }
            for (int at = 0; at < length; at++) {
                assertThat(reader.read()).isNotNegative();
            }
            return head;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
