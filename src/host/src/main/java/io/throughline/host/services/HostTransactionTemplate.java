package io.throughline.host.services;

import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import io.throughline.host.db.Transactions;

/** SAL's transactions: the same as those of Active Objects, so that one joins the other. */
public final class HostTransactionTemplate implements TransactionTemplate {
    private final Transactions transactions;

    public HostTransactionTemplate(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T execute(TransactionCallback<T> action) {
        return transactions.run(action::doInTransaction);
    }
}
