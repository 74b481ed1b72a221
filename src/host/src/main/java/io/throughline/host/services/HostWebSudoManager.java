package io.throughline.host.services;

import com.atlassian.sal.api.websudo.WebSudoManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Secure administrator sessions are switched off here, as they can be on the products: nobody is asked again. */
final class HostWebSudoManager implements WebSudoManager {

    @Override
    public boolean canExecuteRequest(HttpServletRequest request) {
        return true;
    }

    @Override
    public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
        // Nothing to enforce while the feature is off.
    }

    @Override
    public void willExecuteWebSudoRequest(HttpServletRequest request) {
        // Every session will do.
    }
}
