package com.atlassian.sal.api.transaction;

/**
 * What is done within one transaction.
 *
 * <p>Source: dossier 2.3 [P7].
 */
@FunctionalInterface
public interface TransactionCallback<T> {
    T doInTransaction();
}
