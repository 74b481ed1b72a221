package io.throughline.host.jira.jql;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class JqlOnH2Test extends JqlAgreement {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
