package com.atlassian.sal.api.xsrf;

import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Reads, or makes, the token of the caller's session.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface XsrfTokenAccessor {
    @Nullable
    String getXsrfToken(HttpServletRequest request, HttpServletResponse response, boolean create);
}
