package io.throughline.host.web;

import io.throughline.host.launch.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends anonymous readers to the login form; an anonymous call that is not a GET gets 401. */
final class LoginRequired extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Users users;

    LoginRequired(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (users.current().isPresent()) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET")) {
            LoginPages.redirect(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
