package io.throughline.host.web;

import io.throughline.host.launch.Users;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code /login}, {@code /logout} and {@code /switch-user}. The switcher takes no password: this host is for trying things out,
 * and everybody's password is their name anyway.
 */
final class LoginPages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String SESSION_USER = "io.throughline.host.user";

    private final transient Users users;
    private final String productName;

    LoginPages(Users users, String productName) {
        this.users = users;
        this.productName = productName;
    }

    /** Sends an anonymous browser to the form and back to where it wanted to go. */
    static void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted =
                request.getRequestURI().substring(request.getContextPath().length()) + query;
        response.sendRedirect(request.getContextPath() + "/login?os_destination="
                + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/logout" -> {
                Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
                response.sendRedirect(request.getContextPath() + "/login");
            }
            case "/login" -> form(request, response, "");
            default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "cross-site request");
            return;
        }
        switch (request.getServletPath()) {
            case "/login" -> login(request, response);
            case "/switch-user" -> switchUser(request, response);
            default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Optional.ofNullable(request.getParameter("os_username")).orElse("");
        String password =
                Optional.ofNullable(request.getParameter("os_password")).orElse("");
        if (!users.authenticate(name, password)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            form(request, response, "Sorry, your username and password are incorrect. Please try again.");
            return;
        }
        enter(request, response, name);
    }

    private void switchUser(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Optional.ofNullable(request.getParameter("user")).orElse("");
        if (users.find(name).filter(Users.User::active).isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "no user " + name);
            return;
        }
        enter(request, response, name);
    }

    private static void enter(HttpServletRequest request, HttpServletResponse response, String name)
            throws IOException {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        request.getSession(true).setAttribute(SESSION_USER, name);
        response.sendRedirect(request.getContextPath() + destination(request));
    }

    /** Only a path of this product: a login must not send anybody elsewhere. */
    private static String destination(HttpServletRequest request) {
        String wanted =
                Optional.ofNullable(request.getParameter("os_destination")).orElse("/");
        return wanted.matches("/(?![/\\\\]).*|/") && !wanted.contains("\\") ? wanted : "/";
    }

    private void form(HttpServletRequest request, HttpServletResponse response, String error) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String message = error.isEmpty()
                ? ""
                : "<div class=\"aui-message aui-message-error\"><p>" + Html.escape(error) + "</p></div>";
        response.getWriter().write("""
                <!DOCTYPE html>
                <html lang="en"><head><title>Log in</title><meta name="decorator" content="atl.general"></head>
                <body>
                <section class="aui-page-panel"><div class="aui-page-panel-inner"><main class="aui-page-panel-content">
                <h1>Log in to %s</h1>%s
                <form class="aui" method="post" action="%s/login" id="login-form">
                <div class="field-group"><label for="os_username">Username</label>
                <input class="text" id="os_username" name="os_username" autocomplete="username" autofocus></div>
                <div class="field-group"><label for="os_password">Password</label>
                <input class="password" id="os_password" name="os_password" type="password" autocomplete="current-password"></div>
                <input type="hidden" name="os_destination" value="%s">
                <div class="buttons-container"><div class="buttons">
                <input class="aui-button aui-button-primary" type="submit" id="login" value="Log in"></div></div>
                </form></main></div></section></body></html>
                """.formatted(
                        Html.escape(productName),
                        message,
                        Html.escape(request.getContextPath()),
                        Html.escape(destination(request))));
    }
}
