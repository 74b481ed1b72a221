package io.throughline.host.planted;

import io.throughline.host.launch.NodeRun;
import io.throughline.host.launch.Options;
import io.throughline.host.launch.Product;
import io.throughline.host.plugin.Plugin;
import io.throughline.host.services.HostPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A real node in this JVM, and a browser without manners to ask it. */
public final class TestNode implements AutoCloseable {

    private final Path folder;
    private final Signer signer;
    private final NodeRun node;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestNode(Product product, Path folder, Signer signer, List<String> more) throws Exception {
        this.folder = folder;
        this.signer = signer;
        String port = "" + FreePort.find();
        List<String> line = new ArrayList<>(List.of(
                "--jira-port",
                port,
                "--confluence-port",
                port,
                "--data",
                folder.resolve("data").toString(),
                "--trust",
                signer.certificate(folder).toString(),
                "--product",
                product.id()));
        line.addAll(more);
        Options options = Options.parse(line);
        node = NodeRun.start(options, product, new HostPlatform(), Clock.systemUTC());
    }

    /** @param more options of the node, e.g. {@code --jira-url} */
    public static TestNode start(Product product, Path folder, String... more) throws Exception {
        return new TestNode(product, folder, new Signer(), List.of(more));
    }

    /** Another node with this one's data folder and signer. */
    public TestNode beside(Product product, String... more) throws Exception {
        return new TestNode(product, folder, signer, List.of(more));
    }

    public Plugin install(PlantedPlugin plugin) throws IOException {
        return node.plugins().install(signer.sign(plugin.build(folder)));
    }

    public NodeRun node() {
        return node;
    }

    public Signer signer() {
        return signer;
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> getAs(String user, String path) throws Exception {
        return get(path, "Authorization", basic(user));
    }

    /** For answers that are no text. */
    public HttpResponse<byte[]> bytesAs(String user, String path) throws Exception {
        return http.send(
                request(path, "Authorization", basic(user)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String user, String path, String body, String... headers) throws Exception {
        return send(request(path, headers)
                .header("Authorization", basic(user))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.baseUrl() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        node.close();
    }
}
