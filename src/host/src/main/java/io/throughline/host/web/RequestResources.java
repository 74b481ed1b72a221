package io.throughline.host.web;

import com.atlassian.json.marshal.Jsonable;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredData;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import io.throughline.host.launch.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the request on this thread has required so far; the service behind {@code PageBuilderService}. */
final class RequestResources implements PageBuilderService {

    private static final String ALWAYS = HostResources.OWNER + ":" + HostResources.SUPERBATCH;

    private final WebResources resources;
    private final Users users;
    private final Supplier<Locale> locale;
    private final ThreadLocal<Required> current = new ThreadLocal<>();

    RequestResources(WebResources resources, Users users, Supplier<Locale> locale) {
        this.resources = resources;
        this.users = users;
        this.locale = locale;
    }

    void begin() {
        current.set(new Required());
    }

    void end() {
        current.remove();
    }

    /** Outside a page request, as in exports and mails, what is required goes nowhere (dossier 4.1). */
    @Override
    public WebResourceAssembler assembler() {
        Required required = current.get();
        return required == null ? new Required() : required;
    }

    /** Meta tags, style sheets, data and scripts for the head of a page with that decorator. */
    String tags(HttpServletRequest request, String decorator) {
        Required required = current.get();
        required.keys.add(ALWAYS);
        Set<String> contexts = new LinkedHashSet<>(List.of("atl.general"));
        if (decorator.contains("admin")) {
            contexts.add("atl.admin");
        }
        contexts.addAll(required.contexts);
        Set<String> keys = new LinkedHashSet<>(List.of(ALWAYS));
        keys.addAll(required.keys);
        ResourceUrls urls = new ResourceUrls(request.getContextPath(), locale.get());
        StringBuilder html = new StringBuilder();
        meta(html, "ajs-context-path", request.getContextPath());
        meta(html, "ajs-remote-user", users.current().orElse(""));
        meta(html, "ajs-user-locale", locale.get().toString());
        List<WebResource> ordered = List.copyOf(resources.inOrder(keys, contexts));
        ordered.forEach(resource -> urls.styleSheet(resource)
                .ifPresent(url -> html.append("<link rel=\"stylesheet\" href=\"")
                        .append(Html.escape(url))
                        .append("\" data-wrm-key=\"")
                        .append(Html.escape(resource.completeKey()))
                        .append("\" media=\"all\">\n")));
        required.appendData(html);
        ordered.forEach(resource -> urls.script(resource)
                .ifPresent(url -> html.append("<script src=\"")
                        .append(Html.escape(url))
                        .append("\" data-wrm-key=\"")
                        .append(Html.escape(resource.completeKey()))
                        .append("\"></script>\n")));
        return html.toString();
    }

    private static void meta(StringBuilder html, String name, String content) {
        html.append("<meta name=\"")
                .append(name)
                .append("\" content=\"")
                .append(Html.escape(content))
                .append("\">\n");
    }

    private static final class Required implements WebResourceAssembler, RequiredResources, RequiredData {
        private final Set<String> keys = new LinkedHashSet<>();
        private final Set<String> contexts = new LinkedHashSet<>();
        private final Map<String, String> json = new LinkedHashMap<>();

        @Override
        public RequiredResources resources() {
            return this;
        }

        @Override
        public RequiredData data() {
            return this;
        }

        @Override
        public RequiredResources requireWebResource(String moduleCompleteKey) {
            keys.add(moduleCompleteKey);
            return this;
        }

        @Override
        public RequiredResources requireContext(String context) {
            contexts.add(context);
            return this;
        }

        @Override
        public RequiredData requireData(String key, Jsonable content) {
            StringWriter out = new StringWriter();
            try {
                content.write(out);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            json.put(key, out.toString());
            return this;
        }

        @Override
        public RequiredData requireData(String key, String content) {
            json.put(key, JavaScript.string(content));
            return this;
        }

        void appendData(StringBuilder html) {
            if (json.isEmpty()) {
                return;
            }
            html.append("<script>window.WRM=window.WRM||{};WRM._unparsedData=WRM._unparsedData||{};");
            json.forEach((key, value) -> html.append("WRM._unparsedData[")
                    .append(JavaScript.string(key))
                    .append("]=")
                    .append(JavaScript.string(value))
                    .append(';'));
            html.append("</script>\n");
        }
    }
}
