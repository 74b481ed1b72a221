package io.throughline.host.web;

import io.throughline.host.launch.Users;
import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@code /plugins/servlet/*} and the module type {@code <servlet>}. */
final class PluginServlets extends HttpServlet implements ModuleTypes.ModuleType {
    private static final long serialVersionUID = 1L;

    static final String PREFIX = "/plugins/servlet";

    private final transient Users users;
    private final transient List<Mounted> mounted = new CopyOnWriteArrayList<>();

    /** @param patterns as in the descriptor, below {@link #PREFIX} */
    private record Mounted(List<String> patterns, HttpServlet servlet, Access access, ClassLoader loader) {

        /** The part of the path the longest fitting pattern fixes, or empty when none fits. */
        Optional<String> match(String path) {
            return patterns.stream()
                    .filter(pattern -> fits(pattern, path))
                    .map(pattern -> pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern)
                    .max(java.util.Comparator.comparingInt(String::length));
        }

        private static boolean fits(String pattern, String path) {
            if (!pattern.endsWith("/*")) {
                return path.equals(pattern);
            }
            String root = pattern.substring(0, pattern.length() - 2);
            return path.equals(root) || path.startsWith(root + "/");
        }
    }

    PluginServlets(Users users) {
        this.users = users;
    }

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) throws ServletException {
        List<String> patterns = module.xml().children("url-pattern").stream()
                .map(Tag::text)
                .map(pattern -> pattern.startsWith("/") ? pattern : "/" + pattern)
                .toList();
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("servlet " + module.completeKey() + " has no url-pattern");
        }
        HttpServlet servlet = module.createFromClassAttribute(HttpServlet.class);
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        module.xml()
                .children("init-param")
                .forEach(tag -> parameters.put(
                        tag.child("param-name").map(Tag::text).orElse(""),
                        tag.child("param-value").map(Tag::text).orElse("")));
        ClassLoader loader = module.plugin().classLoader();
        servlet.init(new ModuleConfig(module.key(), getServletContext(), parameters));
        Mounted entry = new Mounted(patterns, servlet, Access.of(List.of(servlet.getClass())), loader);
        mounted.add(entry);
        return () -> {
            mounted.remove(entry);
            InContext.run(loader, servlet::destroy);
        };
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Mounted best = null;
        String fixed = "";
        for (Mounted candidate : mounted) {
            Optional<String> match = candidate.match(path);
            if (match.isPresent() && (best == null || match.get().length() > fixed.length())) {
                best = candidate;
                fixed = match.get();
            }
        }
        if (best == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (best.access.judge(users)) {
            case LOGIN_FIRST -> LoginPages.redirect(request, response);
            case FORBIDDEN -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
            case ALLOWED -> call(best, new BelowPlugin(request, fixed, path), response);
        }
    }

    private static void call(Mounted target, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(target.loader);
        try {
            target.servlet.service(request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The path as a servlet of the plugin sees it, and never asynchronous (dossier 1.12). */
    private static final class BelowPlugin extends HttpServletRequestWrapper {
        private final String fixed;
        private final String path;

        BelowPlugin(HttpServletRequest request, String fixed, String path) {
            super(request);
            this.fixed = fixed;
            this.path = path;
        }

        @Override
        public String getServletPath() {
            return PREFIX + fixed;
        }

        @Override
        public String getPathInfo() {
            return path.length() > fixed.length() ? path.substring(fixed.length()) : null;
        }

        @Override
        public boolean isAsyncSupported() {
            return false;
        }

        @Override
        public jakarta.servlet.AsyncContext startAsync() {
            throw new IllegalStateException("plugin servlets are registered without async support");
        }

        @Override
        public jakarta.servlet.AsyncContext startAsync(
                jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response) {
            return startAsync();
        }
    }
}
