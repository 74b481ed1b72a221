package io.throughline.host.services;

import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One token per browser, in a cookie. A form must send it back in {@code atl_token}: another site can make a browser send the
 * cookie, but cannot read it.
 */
public final class HostXsrf implements XsrfTokenAccessor, XsrfTokenValidator {
    private static final String COOKIE = "atlassian.xsrf.token";
    private static final String PARAMETER = "atl_token";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String getXsrfToken(HttpServletRequest request, HttpServletResponse response, boolean create) {
        String known = cookie(request);
        if (known == null) {
            // The cookie of this very answer: a second call during one request must give the same token.
            known = (String) request.getAttribute(COOKIE);
        }
        if (known != null || !create) {
            return known;
        }
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Cookie cookie = new Cookie(COOKIE, made);
        cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        request.setAttribute(COOKIE, made);
        return made;
    }

    @Override
    public boolean validateFormEncodedToken(HttpServletRequest request) {
        String expected = cookie(request);
        String given = request.getParameter(PARAMETER);
        return expected != null
                && given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getXsrfParameterName() {
        return PARAMETER;
    }

    private static String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
