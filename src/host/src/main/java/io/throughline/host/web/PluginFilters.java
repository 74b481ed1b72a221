package io.throughline.host.web;

import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The module type {@code <servlet-filter>}: filters of plugins at the four places of a request's way, lighter ones first. Called
 * for requests only, not for forwards or errors. Dossier 1.3.
 */
final class PluginFilters implements ModuleTypes.ModuleType {

    private static final int USUAL_WEIGHT = 100;

    private final Supplier<ServletContext> context;
    private final List<Mounted> mounted = new CopyOnWriteArrayList<>();

    private record Mounted(
            String name, Location location, int weight, List<String> patterns, Filter filter, ClassLoader loader) {

        boolean fits(String path) {
            return patterns.stream()
                    .anyMatch(pattern -> pattern.startsWith("*.")
                            ? path.endsWith(pattern.substring(1))
                            : pattern.endsWith("/*")
                                    ? (path + "/").startsWith(pattern.substring(0, pattern.length() - 1))
                                    : path.equals(pattern));
        }
    }

    /** Where on its way a request meets a filter. */
    enum Location {
        AFTER_ENCODING,
        BEFORE_LOGIN,
        BEFORE_DECORATION,
        BEFORE_DISPATCH;

        private static Location of(String written) {
            try {
                return valueOf(written.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(
                        "no location " + written + " for servlet-filter; there are after-encoding, before-login,"
                                + " before-decoration, before-dispatch",
                        unknown);
            }
        }
    }

    PluginFilters(Supplier<ServletContext> context) {
        this.context = context;
    }

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) throws ServletException {
        List<String> patterns =
                module.xml().children("url-pattern").stream().map(Tag::text).toList();
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("servlet-filter " + module.completeKey() + " has no url-pattern");
        }
        Location location = Location.of(module.xml().attribute("location", "before-dispatch"));
        int weight = Integer.parseInt(module.xml().attribute("weight", "" + USUAL_WEIGHT));
        Filter filter = module.createFromClassAttribute(Filter.class);
        filter.init(new Config(module.key(), context.get(), parameters(module.xml())));
        ClassLoader loader = module.plugin().classLoader();
        Mounted entry = new Mounted(module.completeKey(), location, weight, patterns, filter, loader);
        mounted.add(entry);
        return () -> {
            mounted.remove(entry);
            InContext.run(loader, filter::destroy);
        };
    }

    private static Map<String, String> parameters(Tag xml) {
        Map<String, String> parameters = new LinkedHashMap<>();
        xml.children("init-param")
                .forEach(tag -> parameters.put(
                        tag.child("param-name").map(Tag::text).orElse(""),
                        tag.child("param-value").map(Tag::text).orElse("")));
        return parameters;
    }

    /** Runs the filters of some places, in the order of the places. */
    Filter at(Location... locations) {
        return (request, response, chain) -> {
            String path = path((HttpServletRequest) request);
            List<Mounted> hit = mounted.stream()
                    .filter(each -> List.of(locations).contains(each.location) && each.fits(path))
                    .sorted(Comparator.comparing(Mounted::location)
                            .thenComparing(Mounted::weight)
                            .thenComparing(Mounted::name))
                    .toList();
            new Way(hit, chain).doFilter(request, response);
        };
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The filters that are left, then the server's own. */
    private static final class Way implements FilterChain {
        private final List<Mounted> left;
        private final FilterChain end;

        Way(List<Mounted> left, FilterChain end) {
            this.left = left;
            this.end = end;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
            if (left.isEmpty()) {
                end.doFilter(request, response);
                return;
            }
            Mounted next = left.get(0);
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(next.loader);
            try {
                next.filter.doFilter(request, response, new Way(left.subList(1, left.size()), end));
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    private record Config(String getFilterName, ServletContext getServletContext, Map<String, String> parameters)
            implements FilterConfig {

        @Override
        public String getInitParameter(String name) {
            return parameters.get(name);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
