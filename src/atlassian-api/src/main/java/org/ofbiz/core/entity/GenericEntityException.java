package org.ofbiz.core.entity;

/**
 * The entity engine's checked failure.
 *
 * <p>Source: dossier 3.3, 3.8 [V8]
 */
public class GenericEntityException extends Exception {
    private static final long serialVersionUID = 1L;

    public GenericEntityException(String message, Throwable cause) {
        super(message, cause);
    }
}
