package io.throughline.host.web;

import io.throughline.host.plugin.ModuleTypes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where a product mounts what it serves. Paths are below the product's context path and start with a slash; {@code /browse/*} is
 * everything below, {@code /browse} only itself.
 *
 * <p>Every HTML answer that carries {@code <meta name="decorator" content="…">} is wrapped by the product's {@link Decorator},
 * whoever wrote it. The thread's user is set before a servlet runs.
 */
public interface WebTree {

    /** @param login what an anonymous caller gets */
    void servlet(String path, HttpServlet servlet, Login login);

    default void servlet(String path, HttpServlet servlet) {
        servlet(path, servlet, Login.REQUIRED);
    }

    /**
     * The product's own JAX-RS resources and providers as instances, e.g. under {@code /rest/api/2}. Access annotations are honoured
     * like a plugin's; JSON is read and written by Jackson.
     */
    void rest(String path, Object... resourcesAndProviders);

    /**
     * A filter of the product's before every resource that is mounted from now on, its own and plugins'. Made anew for each REST module:
     * what is injected into it belongs to that one.
     */
    void restFilter(Supplier<ContainerRequestFilter> filter);

    /** Files on the class path, UTF-8, without login: {@code files("/images", "web/jira/images")}. */
    void files(String path, String classPathFolder);

    /** A web resource of the product itself, so that plugins can depend on it. */
    void resource(WebResource resource);

    /**
     * Another way of saying who is asking, tried before basic authentication and the session: the user's name, or empty when the
     * request says nothing about it.
     */
    void authenticator(Function<HttpServletRequest, Optional<String>> userOf);

    /** The product's chrome. */
    void decorator(Decorator decorator);

    /** Module types that only this product knows ({@code xhtml-macro}, {@code jql-function} …). */
    ModuleTypes moduleTypes();

    /** What an anonymous browser gets. */
    enum Login {
        /** Pages: sent to the login form; other calls: 401. */
        REQUIRED,
        /** Served as it is. */
        NOT_NEEDED
    }
}
