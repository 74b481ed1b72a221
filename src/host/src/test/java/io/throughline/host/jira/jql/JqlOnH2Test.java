package io.throughline.host.jira.jql;

class JqlOnH2Test extends JqlAgreement {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
