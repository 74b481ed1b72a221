package com.atlassian.sal.api.websudo;

/**
 * The caller has no session of heightened trust.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public class WebSudoSessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
