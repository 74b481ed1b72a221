package io.throughline.host.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/** Wraps every HTML answer that asks for a decorator in the product's chrome, with the web resources that were required. */
final class DecorationFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Decorator> decorator;
    private final transient RequestResources resources;

    DecorationFilter(Supplier<Decorator> decorator, RequestResources resources) {
        this.decorator = decorator;
        this.resources = resources;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HeldResponse held = new HeldResponse(response);
        resources.begin();
        try {
            chain.doFilter(request, held);
            // after sendError the answer is the error's, whatever was written before
            if (held.isHolding() && !response.isCommitted()) {
                send(decorated(held.text(), request), response);
            }
        } finally {
            resources.end();
        }
    }

    private String decorated(String html, HttpServletRequest request) throws IOException {
        UndecoratedPage undecorated = new UndecoratedPage(html);
        if (undecorated.decorator().isEmpty() || decorator.get() == null) {
            return html;
        }
        StringWriter out = new StringWriter();
        String kind = undecorated.decorator().get();
        decorator.get().decorate(undecorated.page(resources.tags(request, kind)), request, out);
        return out.toString();
    }

    private static void send(String html, HttpServletResponse response) throws IOException {
        byte[] bytes = html.getBytes(Charset.forName(response.getCharacterEncoding()));
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache, no-store");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
