package com.atlassian.sal.api.transaction;

/**
 * Runs a callback in a transaction: all of it or nothing.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface TransactionTemplate {
    <T> T execute(TransactionCallback<T> action);
}
