package io.throughline.host.links;

import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseConnectTimeoutException;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.sal.api.net.ResponseHandler;
import com.atlassian.sal.api.net.ResponseReadTimeoutException;
import com.atlassian.sal.api.net.ResponseStatusException;
import com.atlassian.sal.api.net.ResponseTransportException;
import com.atlassian.sal.api.net.ReturningResponseHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One call over a link, with the platform's manners: ten seconds to connect, ten between any two bytes, redirects followed within
 * the link only.
 *
 * <p>{@link HttpURLConnection} and not the newer client, because its read timeout is per read, as the platform's is: a product that
 * hangs in the middle of a body must be noticed.
 */
final class LinkRequest implements ApplicationLinkRequest {

    private static final int DEFAULT_TIMEOUT_MS = 10_000;
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final MethodType method;
    private final URI address;
    private final LinkTarget target;
    private final Supplier<String> token;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private byte[] body;
    private int connectMs = DEFAULT_TIMEOUT_MS;
    private int readMs = DEFAULT_TIMEOUT_MS;
    private boolean followRedirects = true;

    LinkRequest(MethodType method, URI address, LinkTarget target, Supplier<String> token) {
        if (method == MethodType.PATCH) {
            throw new IllegalArgumentException("this host's application links cannot PATCH");
        }
        this.method = method;
        this.address = address;
        this.target = target;
        this.token = token;
    }

    @Override
    public ApplicationLinkRequest setConnectionTimeout(int milliseconds) {
        connectMs = milliseconds;
        return this;
    }

    @Override
    public ApplicationLinkRequest setSoTimeout(int milliseconds) {
        readMs = milliseconds;
        return this;
    }

    @Override
    public ApplicationLinkRequest setRequestBody(String text, String contentType) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return setHeader("Content-Type", contentType);
    }

    public ApplicationLinkRequest addHeader(String name, String value) {
        headers.add(new SimpleEntry<>(name, value));
        return this;
    }

    @Override
    public ApplicationLinkRequest setHeader(String name, String value) {
        headers.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        return addHeader(name, value);
    }

    @Override
    public ApplicationLinkRequest setFollowRedirects(boolean follow) {
        followRedirects = follow;
        return this;
    }

    public void execute(ResponseHandler<? super Response> handler) throws ResponseException {
        executeAndReturn(response -> {
            handler.handle(response);
            return null;
        });
    }

    @Override
    public String execute() throws ResponseException {
        return executeAndReturn(response -> {
            if (!response.isSuccessful()) {
                throw new ResponseStatusException(
                        "Unexpected response received. Status code: " + response.getStatusCode(), response);
            }
            return response.getResponseBodyAsString();
        });
    }

    /** A refused identity is the need for consent; everything else is an answer. */
    @Override
    public <R> R execute(ApplicationLinkResponseHandler<R> handler) throws ResponseException {
        return executeAndReturn(response ->
                response.getStatusCode() == 401 ? handler.credentialsRequired(response) : handler.handle(response));
    }

    @Override
    public <R> R executeAndReturn(ReturningResponseHandler<? super Response, R> handler) throws ResponseException {
        HttpURLConnection connection = open(address);
        int status = send(connection);
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            URI next = redirect(connection, status);
            if (next == null) {
                break;
            }
            connection.disconnect();
            connection = open(next);
            status = send(connection);
        }
        try (InputStream stream = LinkResponse.stream(connection, status)) {
            return handler.handle(new LinkResponse(connection, status, stream));
        } catch (IOException e) {
            throw translated(e);
        }
    }

    private HttpURLConnection open(URI to) throws ResponseException {
        try {
            HttpURLConnection connection = (HttpURLConnection) to.toURL().openConnection();
            connection.setRequestMethod(method.name());
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout(connectMs);
            connection.setReadTimeout(readMs);
            headers.forEach(header -> connection.addRequestProperty(header.getKey(), header.getValue()));
            connection.setRequestProperty(LinkTokens.HEADER, token.get());
            return connection;
        } catch (IOException e) {
            throw translated(e);
        }
    }

    /** @return the status of the answer */
    private int send(HttpURLConnection connection) throws ResponseException {
        try {
            if (body == null) {
                connection.connect();
            } else {
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(body.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
        } catch (SocketTimeoutException e) {
            throw new ResponseConnectTimeoutException(message(e), e);
        } catch (IOException e) {
            throw translated(e);
        }
        try {
            return connection.getResponseCode();
        } catch (HttpRetryException refused) {
            return refused.responseCode(); // a 401 to a body that was streamed, so that it is never sent twice
        } catch (IOException e) {
            throw translated(e);
        }
    }

    /** Where to go on; null at the end, and for a redirect that leaves the link: its answer is the caller's to judge. */
    private URI redirect(HttpURLConnection connection, int status) throws ResponseException {
        try {
            String location = connection.getHeaderField("Location");
            boolean mayFollow = followRedirects && (method == MethodType.GET || method == MethodType.HEAD);
            if (!mayFollow || location == null || !REDIRECTS.contains(status)) {
                return null;
            }
            URI next = URI.create(connection.getURL().toString()).resolve(location);
            return target.contains(next) ? next : null;
        } catch (IllegalArgumentException e) {
            throw new ResponseTransportException(message(e), e);
        }
    }

    static ResponseException translated(IOException e) {
        return e instanceof SocketTimeoutException
                ? new ResponseReadTimeoutException(message(e), e)
                : new ResponseTransportException(message(e), e);
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
