package io.throughline.host.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody answered: JSON below {@code /rest}, a small page elsewhere. Never a stack trace; a failure is logged with a reference
 * that the answer carries.
 */
final class ErrorAnswers extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String path = Request.getPathInContext(request);
        String message = first(request, RequestDispatcher.ERROR_MESSAGE, ERROR_MESSAGE)
                .map(Object::toString)
                .orElse(org.eclipse.jetty.http.HttpStatus.getMessage(status));
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            byte[] reference = new byte[3];
            RANDOM.nextBytes(reference);
            message = "reference " + HexFormat.of().formatHex(reference);
            Object cause = first(request, RequestDispatcher.ERROR_EXCEPTION, ERROR_EXCEPTION)
                    .orElse(null);
            LOG.error("{} {} failed, {}", request.getMethod(), path, message, (Throwable) cause);
        }
        boolean isRest = path != null && path.startsWith("/rest/");
        String body = isRest
                ? "{\"message\":" + JavaScript.string(message) + ",\"status-code\":" + status + "}"
                : "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Error " + status
                        + "</title></head><body><h1>Error " + status + "</h1><p>" + Html.escape(message)
                        + "</p></body></html>";
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, isRest ? "application/json;charset=UTF-8" : "text/html;charset=UTF-8");
        Content.Sink.write(response, true, body, callback);
        return true;
    }

    /** The servlet layer and the server below it name these attributes differently. */
    private static Optional<Object> first(Request request, String ofServlet, String ofServer) {
        return Optional.ofNullable(request.getAttribute(ofServlet))
                .or(() -> Optional.ofNullable(request.getAttribute(ofServer)));
    }
}
