package com.atlassian.sal.api.net;

/**
 * An HTTP request that is being put together.
 *
 * <p>Source: dossier 2.3 [S6, read complete].
 */
public interface Request<T extends Request<?, ?>, RESP extends Response> {
    T setConnectionTimeout(int milliseconds);

    T setSoTimeout(int milliseconds);

    T setRequestBody(String body, String contentType);

    T setHeader(String name, String value);

    T setFollowRedirects(boolean follow);

    String execute() throws ResponseException;

    <RET> RET executeAndReturn(ReturningResponseHandler<? super RESP, RET> handler) throws ResponseException;
    /** The HTTP method of a request. */
    enum MethodType {
        GET,
        POST,
        PUT,
        DELETE,
        HEAD,
        TRACE,
        OPTIONS,
        PATCH
    }
}
