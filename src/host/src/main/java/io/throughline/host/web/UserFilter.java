package io.throughline.host.web;

import io.throughline.host.launch.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is asking: a product's own authenticator, basic authentication, or the session. Basic authentication is off by default in the
 * real products (dossier 1.1); this host has it on, so that scripts need no token. Jira's own switch turns it off here as well.
 */
final class UserFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Dossier 1.1: {@code false} is what lets test scripts into a real Jira 11. */
    private static final String BLOCK_BASIC = "com.atlassian.plugins.authentication.basicauth.block.requests";

    private final transient Users users;
    private final transient List<Function<HttpServletRequest, Optional<String>>> authenticators;

    UserFilter(Users users, List<Function<HttpServletRequest, Optional<String>>> authenticators) {
        this.users = users;
        this.authenticators = authenticators;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> user = Optional.empty();
        for (Function<HttpServletRequest, Optional<String>> authenticator : authenticators) {
            user = user.isPresent() ? user : authenticator.apply(request);
        }
        String header = request.getHeader("Authorization");
        if (user.isEmpty() && header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            if (Boolean.getBoolean(BLOCK_BASIC)) {
                blocked(response);
                return;
            }
            user = basic(header.substring(6).strip());
            if (user.isEmpty()) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Throughline host\"");
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Basic authentication failed");
                return;
            }
        }
        if (user.isEmpty()) {
            user = ofSession(request);
        }
        users.become(user.orElse(null));
        try {
            chain.doFilter(
                    user.<HttpServletRequest>map(name -> new Known(request, name))
                            .orElse(request),
                    response);
        } finally {
            users.become(null);
        }
    }

    /** Word for word what a real Jira 11.3 or Confluence answers. */
    private static void blocked(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write("{\"message\":\"Basic Authentication has been disabled on this instance.\"}");
    }

    private Optional<String> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon > 0 && users.authenticate(pair.substring(0, colon), pair.substring(colon + 1))
                    ? Optional.of(pair.substring(0, colon))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<String> ofSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(open -> (String) open.getAttribute(LoginPages.SESSION_USER))
                .filter(name -> users.find(name).filter(Users.User::active).isPresent());
    }

    private static final class Known extends HttpServletRequestWrapper {
        private final String name;

        Known(HttpServletRequest request, String name) {
            super(request);
            this.name = name;
        }

        @Override
        public String getRemoteUser() {
            return name;
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> name;
        }
    }
}
