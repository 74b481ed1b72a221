package io.throughline.host.jira.jql;

class JqlOnPostgresTest extends JqlAgreement {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
