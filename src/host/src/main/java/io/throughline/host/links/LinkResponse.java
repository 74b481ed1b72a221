package io.throughline.host.links;

import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** An answer over a link. It can be read only inside the handler that was given it, as on the platform. */
final class LinkResponse implements Response {

    private final HttpURLConnection connection;
    private final InputStream stream;
    private final int status;

    LinkResponse(HttpURLConnection connection, int status, InputStream stream) {
        this.connection = connection;
        this.status = status;
        this.stream = stream;
    }

    /** The body, whatever the status. */
    static InputStream stream(HttpURLConnection connection, int status) throws IOException {
        InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        return body == null ? InputStream.nullInputStream() : body;
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    public String getResponseBodyAsString() throws ResponseException {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw LinkRequest.translated(e);
        }
    }

    @Override
    public InputStream getResponseBodyAsStream() {
        return stream;
    }

    @Override
    public String getHeader(String name) {
        return connection.getHeaderField(name);
    }

    @Override
    public boolean isSuccessful() {
        return status >= 200 && status < 300;
    }
}
