package io.throughline.host.web;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what nobody read of a request's body before its answer ends, as Tomcat does under the products ({@code maxSwallowSize},
 * 2 MB: https://tomcat.apache.org/tomcat-10.1-doc/config/http.html). Jetty by itself closes the connection instead when a
 * request is refused before its body came, and who sends the next one over it gets no answer.
 */
final class SwallowedBodies extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(SwallowedBodies.class);
    private static final int MOST = 2 * 1024 * 1024;

    SwallowedBodies(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!bringsABody(request)) {
            return super.handle(request, response, callback);
        }
        Swallowing swallowing = new Swallowing(request);
        return super.handle(swallowing, new Ending(swallowing, response), callback);
    }

    /** Who asks whether to send the body at all does not send it after a refusal. */
    private static boolean bringsABody(Request request) {
        return !request.getHeaders().contains(HttpHeader.EXPECT)
                && (request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
                        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
    }

    /** Asked by Jetty whether the connection can be kept, where nothing was written yet. */
    private static final class Swallowing extends Request.Wrapper {
        Swallowing(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            swallow();
            return super.consumeAvailable();
        }

        void swallow() {
            try {
                Content.Source.asInputStream(getWrapped()).skipNBytes(MOST);
            } catch (EOFException end) {
                // that was all of it
            } catch (IOException gone) {
                LOG.debug("the rest of a body did not come", gone);
            }
        }
    }

    /** Where the answer was written to its end, Jetty does not ask any more. */
    private static final class Ending extends Response.Wrapper {
        private final Swallowing request;

        Ending(Swallowing request, Response response) {
            super(request, response);
            this.request = request;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (last) {
                request.swallow();
            }
            super.write(last, content, callback);
        }
    }
}
